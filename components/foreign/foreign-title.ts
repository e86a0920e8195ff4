import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { Opened } from './opening.ts';

/** What a page is called on which somebody’s report is opened: whose it is, and what it is about. Null where none is. */
export function foreignTitle(opened: Opened | null): string | null {
  if (opened?.kind !== 'report') return null;
  const { target } = opened.report;
  const name = target === null ? null : 'file' in target ? target.file : target.host;
  return name === null || name === ''
    ? say('Somebody else’s report')
    : say('Somebody else’s report: {name}', { name: plainLine(name, 80) });
}
