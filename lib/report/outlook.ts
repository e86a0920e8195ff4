import type { SkipReason } from '../kernel/finding.ts';
import type { Report, Verdict } from '../kernel/report.ts';
import { counted } from './counted.ts';
import { afterCutShort } from './run-words.ts';

const skipWords: Readonly<Record<SkipReason, string | null>> = {
  'not-reached': 'what comes after the stop',
  'needs-sign-in': 'what comes after signing in',
  consent: 'what needs your word: it asks a third party, or writes at the sign-in service (--active)',
  permission: 'what needs a permission that was not given',
  vantage: 'what this way of looking cannot see',
  prerequisite: 'what builds on an answer that did not come',
  'not-asked': 'what was not asked in this run',
  deadline: 'what there was no time for',
  crashed: 'what a defect of Connector Doctor kept from being judged (please report it)',
  'not-applicable': null,
};

/** What nobody saw in this run, by reason. */
export function notSeenWords(report: Report): readonly string[] {
  if (askedNobody(report)) return [];
  const groups = Object.entries(skipWords).flatMap(([reason, words]) => {
    const said = reason === 'not-reached' && report.stop === null ? notReachedWithoutStop : words;
    const count = report.skipped.filter((skip) => skip.because === reason).length;
    return said && count > 0 ? [`${said} (${counted(count, 'check')})`] : [];
  });
  const claude =
    'Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the server’s log shows whether they arrive)';
  return report.subject === 'connector' ? [claude, ...groups] : groups;
}

const notReachedWithoutStop = 'what the run did not come to';

const sendReport = 'send this report with the reference number that Claude shows: it is kept only for a short time.';

/** What the reader does next. */
export function nextWords(report: Report): string {
  if (askedNobody(report)) return 'Check the address again when you have it.';
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  if (report.verdict === 'ready' && !report.run.plans.includes('side')) {
    return 'What was asked is fine. Run again without --quick: only then is it seen whether Claude’s own names are let through.';
  }
  const words: Readonly<Record<Verdict, string>> = {
    ready: `Everything that can be seen from here is fine. If Claude still fails, ${sendReport}`,
    'sign-in-needed': `Everything that can be seen without signing in is fine. ${lookFurther(report)} in Claude; if that fails, ${sendReport}`,
    degraded: 'After the change, run the same check again.',
    broken: 'After the change, run the same check again.',
    unknown: 'Once this machine can look again, run the same check again.',
  };
  return words[report.verdict];
}

function lookFurther({ run }: Report): string {
  return run.plans.includes('signed-in')
    ? 'Connect'
    : 'Run again with --sign-in to look behind the sign-in, or connect';
}

/** What was typed is no address that could be asked: there was nothing to see, here or from elsewhere. */
function askedNobody({ subject, stop, exchanges }: Report): boolean {
  return subject === 'connector' && stop?.step === 0 && exchanges.length === 0;
}
