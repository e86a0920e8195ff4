import type { BrowserObservations } from '../kernel/browser-observations.ts';
import type { Confidence, Finding, Severity } from '../kernel/finding.ts';
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
  const findings = [...withConsequences(found, browserRules)].sort(inOrder);
  const causes = findings.filter((finding) => isFault(finding) && finding.explainedBy === undefined);
  const verdict = causes.some(({ code }) => code === offline) ? 'unknown' : verdictOf(findings.filter(isFault), seen);
  return { findings, verdict, primary: causes[0] ?? null };
}

/** What is proven stays so where its cause is only likely. */
function verdictOf(faults: readonly Finding[], seen: BrowserObservations): Verdict {
  if (faults.some(({ severity, confidence }) => severity === 'blocker' && confidence === 'certain')) return 'broken';
  if (faults.length > 0) return 'degraded';
  return sawWay(seen) ? 'ready' : 'unknown';
}

/** Whether one of Claude's own hosts was asked, or its page was seen at work: without either nothing was looked at that Claude needs. */
function sawWay(seen: BrowserObservations): boolean {
  const looks = observed(seen.reach)?.looks ?? [];
  const outcomes = looks.flatMap(({ outside, page }) => (page === null ? [outside] : [outside, page]));
  const told = outcomes.some(({ kind }) => kind !== 'not-allowed' && kind !== 'unseen');
  return told || (observed(seen['page-traffic'])?.requests ?? 0) > 0;
}

const offline: FindingCode = 'client.offline';

/** Suspects and notes are told beside, and are never the cause. */
function isFault({ severity }: Finding): boolean {
  return severity === 'blocker' || severity === 'problem';
}

const severityOrder: Readonly<Record<Severity, number>> = { blocker: 0, problem: 1, warning: 2, note: 3 };
const confidenceOrder: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.explainedBy !== undefined) - Number(b.explainedBy !== undefined) ||
    severityOrder[a.severity] - severityOrder[b.severity] ||
    confidenceOrder[a.confidence] - confidenceOrder[b.confidence]
  );
}
