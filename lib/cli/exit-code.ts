import type { Severity } from '../kernel/finding.ts';
import type { Report } from '../kernel/report.ts';
import type { FailOn } from '../report/formats/render-options.ts';

export const exitCodes = { fine: 0, found: 1, failed: 2, interrupted: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  blocker: ['blocker'],
  problem: ['blocker', 'problem'],
  warning: ['blocker', 'problem', 'warning'],
};

/** What a check's process exits with: 0 nothing at or above the bar, 1 something, 2 nothing could be said, 3 interrupted. */
export function exitCode(report: Report, failOn: FailOn): ExitCode {
  if (report.run.status === 'interrupted' || report.run.status === 'cancelled') return exitCodes.interrupted;
  if (report.verdict === 'unknown') return exitCodes.failed;
  return report.findings.some((finding) => failing[failOn].includes(finding.severity))
    ? exitCodes.found
    : exitCodes.fine;
}

/** Whether a word names one. */
export function isFailOn(text: string): text is FailOn {
  return text === 'blocker' || text === 'problem' || text === 'warning';
}
