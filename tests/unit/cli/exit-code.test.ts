import { describe, expect, it } from 'vitest';
import { exitCode } from '../../../lib/cli/exit-code.ts';
import type { Severity } from '../../../lib/kernel/finding.ts';
import type { RunStatus, Verdict } from '../../../lib/kernel/report.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

function report(severities: readonly Severity[], verdict: Verdict = 'degraded', status: RunStatus = 'complete') {
  const findings = severities.map((severity) => sampleFinding({ severity }));
  return sampleReport({ findings, verdict, run: { ...sampleReport().run, status } });
}

describe('exitCode', () => {
  it.each([
    [[], 'blocker', 0],
    [['note', 'warning', 'problem'], 'blocker', 0],
    [['note', 'blocker'], 'blocker', 1],
    [['warning'], 'problem', 0],
    [['problem'], 'problem', 1],
    [['blocker'], 'problem', 1],
    [['note'], 'warning', 0],
    [['warning'], 'warning', 1],
    [['problem'], 'warning', 1],
    [['blocker'], 'warning', 1],
  ] as const)('is for %j at the bar %s: %i', (severities, failOn, expected) => {
    expect(exitCode(report(severities), failOn)).toBe(expected);
  });

  it('is 2 when nothing could be said, whatever was found', () => {
    expect(exitCode(report(['blocker'], 'unknown'), 'blocker')).toBe(2);
  });

  it('is 3 when the run was interrupted, whatever was found', () => {
    expect(exitCode(report(['blocker'], 'unknown', 'interrupted'), 'blocker')).toBe(3);
    expect(exitCode(report([], 'ready', 'cancelled'), 'blocker')).toBe(3);
  });

  it('takes a run that came to its time limit by what it found', () => {
    expect(exitCode(report(['blocker'], 'broken', 'deadline'), 'blocker')).toBe(1);
  });
});
