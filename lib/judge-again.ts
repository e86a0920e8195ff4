import { judgeLookAgain } from './browser-report.ts';
import { judgeBundleAgain } from './bundle-report.ts';
import { say } from './i18n/say.ts';
import { judgeEvidence, soundObservations } from './judged-evidence.ts';
import type { FindingCode } from './kernel/finding-code.ts';
import { nothingObserved } from './kernel/probed-keys.ts';
import type { Report } from './kernel/report.ts';
import { toolVersion } from './kernel/tool-version.ts';
import { listingInTodaysForm } from './parsing/earlier-listing.ts';
import { compareReports } from './report/compare/compare-reports.ts';
import type { Replay } from './report/compare/replay.ts';
import { checkReport } from './report/data/codec.ts';
import { hydrateEvidence, type ObservationsByKey } from './report/data/evidence-codec.ts';
import { canBeJudgedAgain } from './report/sharing/can-be-judged-again.ts';

/**
 * Judges a saved report again with today's checks, without any request. The clock stands at the report's `createdAt`.
 * Everything that was observed, and what the run was, stays as it is; evidence that is not what it should be counts as crashed.
 */
export function judgeAgain(report: Report, judgedAt: Date): Report {
  if (report.subject === 'browser') return judgeLookAgain(report, judgedAt);
  if (report.subject === 'bundle') return judgeBundleAgain(report, judgedAt);
  const saved = inTodaysForm(hydrateEvidence(report.evidence, report.exchanges));
  const observations = soundObservations({ ...nothingObserved('not-asked'), ...saved });
  const judged = judgeEvidence(observations, report.exchanges, {
    vantage: report.vantage,
    account: report.account,
    claude: report.claude,
    now: Date.parse(report.createdAt),
    totalMs: report.facts.timing.totalMs,
  });
  return { ...report, tool: { version: toolVersion }, judgedAgainAt: judgedAt.toISOString(), ...judged };
}

/** Earlier forms of `report@1` lack members of evidence that judging needs; all others are optional to whatever reads them. */
function inTodaysForm(saved: ObservationsByKey): ObservationsByKey {
  const listing = saved['directory-listing'];
  if (listing?.status !== 'observed') return saved;
  const value = listingInTodaysForm(listing.value) as typeof listing.value;
  return { ...saved, 'directory-listing': { status: 'observed', value } };
}

/**
 * Judges a report of any origin again, and says what is different from what was written. Never throws: a report can hold what no run
 * ever wrote, and neither a check that fails over it nor a judgement that is no report comes out of here.
 */
export function replay(report: Report, judgedAt: Date): Replay {
  const able = canBeJudgedAgain(report);
  if (able.kind === 'never') {
    return cannot(say('What was exchanged with the server was left out of it, so it cannot be judged again.'));
  }
  try {
    const today = judgeAgain(report, judgedAt);
    const judged = checkReport(able.kind === 'all' ? today : asWritten(report, today, new Set(able.codes)));
    if (!judged.ok || isLost(report, judged.report)) return damaged();
    return { kind: 'judged', report: judged.report, comparison: compareReports(report, judged.report) };
  } catch {
    return damaged();
  }
}

/** What was judged today, but for codes whose evidence was left out: of these, what was written stands. */
function asWritten(written: Report, today: Report, codes: ReadonlySet<FindingCode>): Report {
  const isOther = ({ code }: { readonly code: FindingCode }): boolean => !codes.has(code);
  const isKept = ({ code }: { readonly code: FindingCode }): boolean => codes.has(code);
  return {
    ...today,
    findings: [...today.findings.filter(isOther), ...written.findings.filter(isKept)],
    passed: [...today.passed.filter((code) => !codes.has(code)), ...written.passed.filter((code) => codes.has(code))],
    skipped: [...today.skipped.filter(isOther), ...written.skipped.filter(isKept)],
  };
}

/** Something was known of it, and from the evidence that is in it nothing is. */
function isLost(written: Report, judged: Report): boolean {
  return judged.verdict === 'unknown' && written.verdict !== 'unknown';
}

function damaged(): Replay {
  return cannot(say('Its evidence is damaged, so it cannot be judged again.'));
}

function cannot(words: string): Replay {
  return { kind: 'cannot', words };
}
