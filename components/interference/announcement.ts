import { say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { bisectTitle, progressWords } from './bisect-words.ts';
import { verdictLook } from './browser-verdicts.ts';
import { culpritNow, pastCulprits } from './culprit-now.ts';
import { standingOf } from './standing.ts';

/** What screen readers are told of the look at this browser and of the search: short, and only when it has changed. */
export function browserAnnouncement(exam: ExamState | null, bisect: BisectState | null): string {
  if (bisect !== null && bisect.phase !== 'over') {
    const counts = bisect.phase === 'searching' || bisect.phase === 'asking';
    // Told again after each answer, since what is asked is the same.
    return counts ? `${sentence(bisectTitle(bisect))} ${progressWords(bisect)}.` : sentence(bisectTitle(bisect));
  }
  const found = bisect === null ? '' : foundWords(bisect, exam);
  return `${found} ${examWords(exam)}`.trim();
}

function foundWords(bisect: BisectState, exam: ExamState | null): string {
  const now = culpritNow(bisect, exam);
  return now === 'stands' ? sentence(bisectTitle(bisect)) : pastCulprits(bisect, now);
}

function examWords(exam: ExamState | null): string {
  if (exam === null) return '';
  if (exam.phase === 'needs-permission') return say('The look at this browser waits for your permission.');
  if (exam.phase === 'looking') return say('Looking at this browser.');
  if (exam.phase === 'failed' || exam.report === null) return say('The look at this browser came to nothing.');
  const { verdict, findings, primary } = exam.report;
  const cause = findings.find(({ id }) => id === primary?.id);
  const words = say(verdictLook(verdict, standingOf(exam.report)).words);
  return cause === undefined ? `${words}.` : `${words}. ${plainLine(saidFinding(cause, exam.report).title, 300)}.`;
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
