import { say } from '../../i18n/say.ts';
import type { Confidence } from '../../kernel/finding.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, Verdict, WordedFinding } from '../../kernel/report.ts';
import { isHeldByDirectoryOnly } from './directory-rules.ts';
import { isForOthers, type ReportReader } from './who-words.ts';

/** What keeps the person from working: the report’s cause; without one, what was told of the account, a limit or Claude itself. */
export function causeIn(report: Report): WordedFinding | null {
  const { findings, primary } = report;
  if (isHeldByDirectoryOnly(report)) return null;
  return findings.find(({ id }) => id === primary?.id) ?? toldStop(report);
}

/**
 * The gravest finding about account, limits or Claude itself that stops the person at a server with nothing wrong; null where there is
 * none, or the server is not well.
 */
export function toldStop({ subject, verdict, primary, findings }: Report): WordedFinding | null {
  const isWell = verdict === 'ready' || verdict === 'sign-in-needed';
  if (subject !== 'connector' || !isWell || primary !== null) return null;
  const told = findings.filter(
    (finding) => families.test(finding.code) && isFault(finding) && finding.explainedBy === undefined,
  );
  return told.toSorted((a, b) => gravity(b) - gravity(a))[0] ?? null;
}

/** What stands above a report with it: that the server is fine, and where the fault lies instead. */
export function toldStopHeadline({ code, confidence }: WordedFinding): string {
  if (code.startsWith('limits.')) {
    return confidence === 'possible'
      ? say('Nothing wrong seen at the server: a limit of Claude’s may be met')
      : say('Nothing wrong seen at the server: a limit of Claude’s is met');
  }
  if (code.startsWith('claude.')) return say('Nothing wrong seen at the server: it seems to lie with Claude');
  return confidence === 'certain'
    ? say('Nothing wrong seen at the server: the account stands in the way')
    : say('Nothing wrong seen at the server: the account may stand in the way');
}

/** The verdict as marks and colours show it: a server with nothing wrong is no good news to somebody who is stopped elsewhere. */
export function shownVerdict(report: Report): Verdict {
  return toldStop(report) === null ? report.verdict : 'degraded';
}

/** What the reader does about it: its fix and its message stand with it. */
export function afterToldStop(finding: WordedFinding, report: Report, reader: ReportReader): string {
  return isForOthers(finding, report, reader)
    ? say('Send the people named above a message or this report; when they have answered, try again in Claude.')
    : say('Do what is said above, then try again in Claude: no other check of the server is needed.');
}

const families = /^(?:account|limits|claude)\./;

const surer: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 };

function gravity({ severity, confidence }: WordedFinding): number {
  return (severity === 'blocker' ? 3 : 0) + surer[confidence];
}
