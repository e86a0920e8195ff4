import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { whenWords } from '../../lib/report/measures.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { seenIn } from './browser-evidence.ts';
import { culpritsOf, listOf } from './bisect-words.ts';

/**
 * Whether those whom a search has named still stand in the way, as far as a later look tells: `clean`, nothing is in the way any more;
 * `off`, they are switched off or gone.
 */
export function culpritNow(bisect: BisectState, exam: ExamState | null): 'stands' | 'clean' | 'off' {
  const { endedAt, findings } = bisect;
  const report = exam?.phase === 'done' && exam.startedAt >= (endedAt ?? Infinity) ? exam.report : null;
  if (report === null || findings?.outcome.kind !== 'culprits' || culpritsOf(bisect).length === 0) return 'stands';
  const now = seenIn(report, 'extensions');
  const isOn = (id: string): boolean => now?.suspects.some((suspect) => suspect.id === id) !== false;
  if (findings.outcome.groups.every((group) => group.some(({ id }) => !isOn(id)))) {
    return report.primary === null ? 'clean' : 'off';
  }
  // What only the person saw is not to be seen by a look.
  return findings.seenBy === 'probe' && report.verdict === 'ready' ? 'clean' : 'stands';
}

/** What is left to say of them then, with the time at which they were found. */
export function pastCulprits(bisect: BisectState, now: 'clean' | 'off'): string {
  const culprits = culpritsOf(bisect);
  const at = bisect.endedAt === null ? '' : ` (found ${whenWords(bisect.endedAt, bisect.endedAt)})`;
  const is = culprits.length > 1 ? 'Enough of them are' : 'It is';
  const then = now === 'clean' ? 'Nothing is in the way now.' : `${is} off now: what is found still has another cause.`;
  return `${listOf(culprits.map(({ name }) => `“${plainLine(name, 80)}”`))} stood in Claude’s way${at}. ${then}`;
}
