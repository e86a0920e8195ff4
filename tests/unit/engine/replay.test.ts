import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeAgain, replay } from '../../../lib/judge-again.ts';
import { isJsonObject } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { asItIs, prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { sampleFinding } from '../report/sample-report.ts';

const folder = new URL('../../fixtures/reports/', import.meta.url);
const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Report);
const judgedAt = new Date('2027-01-01T00:00:00Z');

describe('replay', () => {
  it('answers with what judging again says, and with what is different from what was written', () => {
    for (const report of reports) {
      const again = replay(report, judgedAt);
      if (again.kind !== 'judged') throw new Error(again.words);
      expect(again.report).toEqual(judgeAgain(report, judgedAt));
      expect(again.comparison.before.verdict).toBe(report.verdict);
      expect(again.comparison.after.verdict).toBe(again.report.verdict);
      const twice = replay(again.report, judgedAt);
      if (twice.kind !== 'judged') throw new Error(twice.words);
      expect(twice.report).toEqual(again.report);
      const { gone, added, changed } = twice.comparison.findings;
      expect([...gone, ...added, ...changed]).toEqual([]);
    }
  });

  it('says so where the exchanges were left out', () => {
    for (const report of reports) {
      const bare = prepareReport(report, { ...asItIs, withhold: ['exchanges'] });
      expect(replay(bare, judgedAt)).toEqual({ kind: 'cannot', words: expect.stringContaining('left out') as string });
    }
  });

  it('lets stand what was written of codes whose words were left out', () => {
    const [first] = reports.filter(({ subject }) => subject === 'connector');
    if (first === undefined) throw new Error('there is no report of a connector');
    const steers = sampleFinding({ id: 'tools.description-steers-model', code: 'tools.description-steers-model' });
    const told: Report = {
      ...first,
      withheld: ['tools'],
      findings: [...first.findings, { ...steers, severity: 'warning', evidence: [] }],
    };
    const again = replay(told, judgedAt);
    if (again.kind !== 'judged') throw new Error(again.words);
    expect(again.report.findings.filter(({ code }) => code === steers.code)).toHaveLength(1);
    expect(again.report.passed).not.toContain(steers.code);
    expect(again.comparison.findings.gone).toEqual([]);
  });

  it('says so where the evidence is damaged, and never lets out what is no report', () => {
    for (const report of reports) {
      const evidence = isJsonObject(report.evidence) ? report.evidence : {};
      const damaged = Object.keys(evidence).map((key) => [key, { status: 'observed', value: 5 }]);
      const hostile = { ...report, evidence: Object.fromEntries(damaged) as Report['evidence'] };
      expect(replay(hostile, judgedAt)).toEqual({
        kind: 'cannot',
        words: 'Its evidence is damaged, so it cannot be judged again.',
      });
    }
  });
});
