import { say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { seenIn } from './browser-evidence.ts';
import { culpritsOf, listOf, quoted } from './culprit-words.ts';

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
  const names = listOf(culprits.map(({ name }) => quoted(name)));
  const at = bisect.endedAt;
  const stood =
    at === null
      ? say('{names} stood in Claude’s way.', { names })
      : say('{names} stood in Claude’s way (found {time}).', { names, time: whenWords(at, at) });
  return `${stood} ${now === 'clean' ? say('Nothing is in the way now.') : offWords(culprits.length)}`;
}

function offWords(count: number): string {
  return count > 1
    ? say('Enough of them are off now: what is found still has another cause.')
    : say('It is off now: what is found still has another cause.');
}
