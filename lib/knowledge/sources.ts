import type { Source } from './source.ts';

/** Every page that a fact rests on. */
export const sources = {
  'support-custom-connectors': {
    title: 'Get started with custom connectors using remote MCP',
    url: 'https://support.claude.com/en/articles/11175166-get-started-with-custom-connectors-using-remote-mcp',
    date: '2026-08-12',
    dateInferred: false,
    kind: 'official',
    retired: false,
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;
