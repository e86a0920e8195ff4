import type { Source } from './source.ts';
import { documentationSources } from './sources/documentation.ts';
import { firstDocumentsSources } from './sources/first-documents.ts';
import { helpCenterSources } from './sources/help-center.ts';
import { reportsSources } from './sources/reports.ts';
import { thirdPartiesSources } from './sources/third-parties.ts';

/** Every page that a fact rests on. */
export const sources = {
  ...firstDocumentsSources,
  ...helpCenterSources,
  ...documentationSources,
  ...thirdPartiesSources,
  ...reportsSources,
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;
