import type { Guide } from '../../lib/guides/guide.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { nextMove } from '../../lib/report/words/next-move.ts';

/**
 * The message to the people who run the server, as the report of a check has it for what this guide is about; null where the report
 * finds nothing of it, or nobody has to be written to.
 */
export function runMessage({ codes }: Guide, report: Report | null): string | null {
  const finding = report?.findings.find(({ code }) => codes.includes(code));
  if (report === null || finding === undefined) return null;
  const move = nextMove(finding, report, 'user');
  return move.yours ? null : (move.english ?? move.message);
}
