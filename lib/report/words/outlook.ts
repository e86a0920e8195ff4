import { say } from '../../i18n/say.ts';
import type { Report, Verdict } from '../../kernel/report.ts';
import { browserNextWords } from './browser-words.ts';
import { bundleNextWords } from './bundle-words.ts';
import { afterCutShort } from './run-words.ts';
import { signInOutcome } from './sign-in-outcome.ts';
import { afterToldStop, toldStop } from './told-stop.ts';
import { askedNobody } from './unseen.ts';
import { wayTo } from './ways-to-ask.ts';
import { readerOf, type ReportReader } from './who-words.ts';

/** What the reader does next. */
export function nextWords(report: Report, reader: ReportReader = readerOf(report)): string {
  if (report.subject === 'browser') return browserNextWords(report);
  if (report.subject === 'bundle') return bundleNextWords(report);
  if (askedNobody(report)) return say('Check the address again when you have it.');
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  const told = toldStop(report);
  if (told !== null) return afterToldStop(told, report, reader);
  if (report.verdict === 'ready' && !report.run.plans.includes('side')) return wholeWords(report);
  const again = signInOutcome(report)?.again ?? null;
  const isFine = report.verdict === 'ready' || report.verdict === 'sign-in-needed';
  if (isFine && again !== null) return `${fineWithoutSignIn()} ${again}`;
  const words: Readonly<Record<Verdict, () => string>> = {
    ready: () => readyWords(report),
    'sign-in-needed': () => `${fineWithoutSignIn()} ${lookFurther(report)}`,
    degraded: afterChange,
    broken: afterChange,
    unknown: () => say('Once this machine can look again, run the same check again.'),
  };
  return words[report.verdict]();
}

function wholeWords({ vantage }: Report): string {
  return vantage === 'cli'
    ? say(
        'What was asked is fine. Run again without --quick: only then is it seen whether Claude’s own names are let through.',
      )
    : say(
        'What was asked is fine. Check it again with the usual look: only then is it seen whether Claude’s own names are let through.',
      );
}

function afterChange(): string {
  return say('After the change, run the same check again.');
}

function fineWithoutSignIn(): string {
  return say('Everything that can be seen without signing in is fine.');
}

function readyWords({ findings }: Report): string {
  const seen = findings.some(({ severity }) => severity === 'warning')
    ? say('Nothing that was seen from here keeps Claude from connecting; the warnings are worth a look.')
    : say('Everything that can be seen from here is fine.');
  const ifNot = say(
    'If Claude still fails, send this report with the reference number that Claude shows: it is kept only for a short time.',
  );
  return `${seen} ${ifNot}`;
}

function lookFurther(report: Report): string {
  if (report.run.plans.includes('signed-in')) {
    return say(
      'Connect in Claude; if that fails, send this report with the reference number that Claude shows: it is kept only for a short time.',
    );
  }
  const way = wayTo('signed-in', report) ?? '';
  return report.vantage === 'cli'
    ? say(
        'Run again with {way} to look behind the sign-in, or connect in Claude; if that fails, send this report with the reference number that Claude shows: it is kept only for a short time.',
        { way },
      )
    : say(
        '{way} goes further. Or connect in Claude; if that fails, send this report with the reference number that Claude shows: it is kept only for a short time.',
        { way },
      );
}
