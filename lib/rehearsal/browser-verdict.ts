import type { BrowserObservations } from '../kernel/browser-observations.ts';
import type { Finding } from '../kernel/finding.ts';
import { byConfidence, bySeverity, isFault } from '../kernel/gravity.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { observed } from '../kernel/observation.ts';
import type { Verdict } from '../kernel/report.ts';
import { browserRules } from './browser-rules.ts';
import { withConsequences } from './consequences.ts';

/** What the findings of a look at this browser come to. */
export interface BrowserVerdict {
  /** Causes before their consequences, the gravest first. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly primary: Finding | null;
}

/** Says what follows from what, names the one cause, and what it all comes to for Claude in this browser. */
export function browserVerdict(found: readonly Finding[], seen: BrowserObservations): BrowserVerdict {
  const findings = withUnfeltTrouble(withConsequences(found, browserRules)).sort(inOrder);
  const causes = findings.filter((finding) => isFault(finding) && finding.explainedBy === undefined);
  const verdict = causes.some(({ code }) => code === offline) ? 'unknown' : verdictOf(findings.filter(isFault), seen);
  return { findings, verdict, primary: causes[0] ?? null };
}

/** What is proven stays so where its cause is only likely. */
function verdictOf(faults: readonly Finding[], seen: BrowserObservations): Verdict {
  if (faults.some(({ severity, confidence }) => severity === 'blocker' && confidence === 'certain')) return 'broken';
  if (faults.length > 0) return 'degraded';
  return sawPage(seen) ? 'ready' : 'unknown';
}

/** Whether requests of Claude's page were seen: what other extensions do shows there alone, since they cannot touch ours. */
function sawPage(seen: BrowserObservations): boolean {
  const looks = observed(seen.reach)?.looks ?? [];
  const isTold = looks.some(({ page }) => page !== null && page.kind !== 'not-allowed' && page.kind !== 'unseen');
  return isTold || (observed(seen['page-traffic'])?.requests ?? 0) > 0;
}

/** Claude's own trouble that nothing here was seen to suffer from keeps nobody out. */
function withUnfeltTrouble(findings: readonly Finding[]): Finding[] {
  const felt = new Set(findings.map(({ explainedBy }) => explainedBy));
  return findings.map((finding) =>
    finding.code === incident && finding.severity === 'blocker' && !felt.has(finding.id)
      ? { ...finding, severity: 'problem' }
      : finding,
  );
}

const offline: FindingCode = 'client.offline';
const incident: FindingCode = 'client.service-incident';

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.explainedBy !== undefined) - Number(b.explainedBy !== undefined) || bySeverity(a, b) || byConfidence(a, b)
  );
}
