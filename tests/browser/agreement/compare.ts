import assert from 'node:assert/strict';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { CorpusCase } from '../../support/corpus-case.ts';

/** What a browser cannot tell of a case as the command line does, and what it truly says in its place. */
export interface Difference {
  readonly because: string;
  /** What the extension says in all; where it is left out, only the codes below differ. */
  readonly instead?: Pick<CorpusCase['expect'], 'verdict' | 'primary' | 'stop'>;
  /** Codes that only the command line finds here. */
  readonly without?: readonly FindingCode[];
  /** Codes that only the extension finds here. */
  readonly with?: readonly FindingCode[];
}

/** The extension's report names the same cause, and finds the same, as the command line's, but for a difference that has a reason. */
export function checkAgreement({ expect }: CorpusCase, report: Report, difference: Difference | undefined): void {
  const { verdict, primary, stop } = difference?.instead ?? expect;
  const said = {
    verdict: report.verdict,
    primary: report.primary?.code ?? null,
    stop: report.stop?.step ?? null,
    findings: report.findings.map(({ code }) => code).sort(),
  };
  const unseen = expect.findings.filter((code) => codeDefinitions[code].seenBy === 'command-line');
  const without = [...unseen, ...(difference?.without ?? [])];
  const findings = [...expect.findings.filter((code) => !without.includes(code)), ...(difference?.with ?? [])].sort();
  assert.deepEqual(said, { verdict, primary, stop, findings });
  for (const code of unseen) {
    assert.ok(
      report.skipped.some((skipped) => skipped.code === code && skipped.because === 'vantage'),
      `${code} is not said to be unseen`,
    );
  }
  const passed = without.filter((code) => report.passed.includes(code));
  assert.deepEqual(passed, [], 'what the command line finds is called passed');
  assert.deepEqual(
    report.skipped.filter(({ because }) => because === 'crashed'),
    [],
  );
}
