import type { Report, Verdict } from '../kernel/report.ts';
import { browserNextWords } from './browser-words.ts';
import { afterCutShort } from './run-words.ts';
import { signInOutcome } from './sign-in-outcome.ts';
import { askedNobody } from './unseen.ts';
import { wayTo } from './ways-to-ask.ts';

const sendReport = 'send this report with the reference number that Claude shows: it is kept only for a short time.';

/** What the reader does next. */
export function nextWords(report: Report): string {
  if (report.subject === 'browser') return browserNextWords(report);
  if (askedNobody(report)) return 'Check the address again when you have it.';
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  if (report.verdict === 'ready' && !report.run.plans.includes('side')) {
    const whole = report.vantage === 'cli' ? 'Run again without --quick' : 'Check it again with the usual look';
    return `What was asked is fine. ${whole}: only then is it seen whether Claude’s own names are let through.`;
  }
  const again = signInOutcome(report)?.again ?? null;
  const isFine = report.verdict === 'ready' || report.verdict === 'sign-in-needed';
  if (isFine && again !== null) return `Everything that can be seen without signing in is fine. ${again}`;
  const words: Readonly<Record<Verdict, string>> = {
    ready: `${seenWords(report)} If Claude still fails, ${sendReport}`,
    'sign-in-needed': `Everything that can be seen without signing in is fine. ${lookFurther(report)} in Claude; if that fails, ${sendReport}`,
    degraded: 'After the change, run the same check again.',
    broken: 'After the change, run the same check again.',
    unknown: 'Once this machine can look again, run the same check again.',
  };
  return words[report.verdict];
}

function seenWords({ findings }: Report): string {
  return findings.some(({ severity }) => severity === 'warning')
    ? 'Nothing that was seen from here keeps Claude from connecting; the warnings are worth a look.'
    : 'Everything that can be seen from here is fine.';
}

function lookFurther(report: Report): string {
  if (report.run.plans.includes('signed-in')) return 'Connect';
  const way = wayTo('signed-in', report) ?? '';
  return report.vantage === 'cli'
    ? `Run again with ${way} to look behind the sign-in, or connect`
    : `${way} goes further. Or connect`;
}
