import type { Confidence, Finding, Severity } from './finding.ts';

/** Whether people are kept from working by it, in whole or in part: warnings and notes are told beside, and are never the cause. */
export function isFault({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'blocker' || severity === 'problem';
}

/** Compares two findings for sorting: the gravest first. */
export function bySeverity(a: Pick<Finding, 'severity'>, b: Pick<Finding, 'severity'>): number {
  return severityOrder[a.severity] - severityOrder[b.severity];
}

/** Compares two findings for sorting: the surest first. */
export function byConfidence(a: Pick<Finding, 'confidence'>, b: Pick<Finding, 'confidence'>): number {
  return confidenceOrder[a.confidence] - confidenceOrder[b.confidence];
}

const severityOrder: Readonly<Record<Severity, number>> = { blocker: 0, problem: 1, warning: 2, note: 3 };
const confidenceOrder: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };
