import { msg, say } from '../i18n/say.ts';
import type { Severity } from '../kernel/finding.ts';
import type { Report, RunStatus, WordedFinding } from '../kernel/report.ts';
import { saidFinding } from '../report/words/finding-words.ts';
import { plainLine } from '../report/formats/plain.ts';
import { stepMarks } from '../report/words/step-marks.ts';
import { summarize, type Summary } from '../report/words/summary.ts';
import { whoWords } from '../report/words/who-words.ts';
import type { Ending } from './run-life.ts';
import type { RunOutcome } from './run-state.ts';

/** The few words of a report that lists and small screens show. Pure. */
export function outcomeOf(report: Report): RunOutcome {
  const { headline, cause, notSeen, verdict, ...summary } = summarize(report);
  return {
    verdict,
    headline: (verdict === 'unknown' ? unfinishedHeadline(report.run.status) : null) ?? headline,
    stop: report.stop,
    cause: cause ? causeOf(cause.finding, report) : null,
    others: countOthers(report, cause?.finding ?? null),
    notSeen: notSeen.slice(0, mostNotSeen),
    next: nextOf(summary),
  };
}

function causeOf(finding: WordedFinding, report: Report): RunOutcome['cause'] {
  const { title, detail } = saidFinding(finding, report);
  return {
    code: finding.code,
    title: plainLine(title, longestTitle),
    detail: plainLine(twoSentences(detail), longestDetail),
    who: whoWords(finding, report),
  };
}

/** What became of a sign-in stands before what comes next: whoever signed in, or did not, asks for that first. */
function nextOf({ signInOutcome, next }: Pick<Summary, 'signInOutcome' | 'next'>): string {
  if (signInOutcome === null) return next;
  const { words, again } = signInOutcome;
  // How it is done again is what comes next.
  const [told = words] = again === null ? [words] : sentencesOf(words);
  return `${say('Sign-in: {outcome}', { outcome: plainLine(told.trim(), longestDetail) })} ${next}`;
}

/** What is written down of a report. */
export function endingOf(report: Report): Ending {
  const target = report.target && 'url' in report.target ? report.target : { url: null, host: null };
  return {
    status: report.run.status,
    url: target.url,
    host: target.host,
    marks: stepMarks(report),
    missingOrigins: report.run.missingOrigins,
    outcome: outcomeOf(report),
  };
}

const mostNotSeen = 8;
const longestTitle = 300;
const longestDetail = 600;

/** “Could not be checked” would blame the server for a run that did not come so far. */
const unfinishedWords: Readonly<Partial<Record<RunStatus, string>>> = {
  cancelled: msg('Cancelled before anything was found'),
  interrupted: msg('Interrupted before anything was found'),
  deadline: msg('Out of time before anything was found'),
  'needs-permission': msg('Not checked: a permission is missing'),
};

function unfinishedHeadline(status: RunStatus): string | null {
  const words = unfinishedWords[status];
  return words === undefined ? null : say(words);
}

function countOthers({ findings }: Report, cause: WordedFinding | null): RunOutcome['others'] {
  const others = findings.filter((finding) => finding !== cause);
  const count = (severity: Severity): number => others.filter((finding) => finding.severity === severity).length;
  return { blocker: count('blocker'), problem: count('problem'), warning: count('warning'), note: count('note') };
}

function twoSentences(detail: string): string {
  return sentencesOf(detail).slice(0, 2).join('').trim();
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[\s\S]+?(?:[.!?](?=\s|$)|$)/g) ?? [];
}
