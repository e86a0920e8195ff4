import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/engine/judge.ts';
import type { Observations } from '../../../lib/engine/run.ts';
import { defineCheck, found, skip, type CodeDefinition } from '../../../lib/kernel/check.ts';

const definition: CodeDefinition = {
  severity: 'warning',
  confidence: 'likely',
  step: 3,
  who: 'author',
  sources: ['https://www.rfc-editor.org/rfc/rfc9728'],
  title: 'T',
  detail: 'D',
  fix: 'F',
};
const subject = { kind: 'connector' } as const;
const observations = {
  surroundings: { status: 'observed', value: { online: true, proxy: null } },
  listing: { status: 'unavailable', because: 'prerequisite' },
  discover: { status: 'crashed', error: 'a bug' },
} as unknown as Observations;

describe('judge', () => {
  it('fills in the code’s defaults and lets a finding override them', () => {
    const check = defineCheck({
      topic: 'url',
      needs: ['surroundings'],
      codes: { 'url.invalid': definition, 'url.fragment': definition },
      evaluate: () => [
        found('url.invalid', { severity: 'blocker', step: null }),
        found('url.invalid', { values: { n: 2 } }),
      ],
    });
    const { findings, passed } = judge([check], observations, { now: 0 }, subject);
    expect(findings).toMatchObject([
      { id: 'url.invalid', severity: 'blocker', confidence: 'likely', step: null, values: {} },
      { id: 'url.invalid#2', severity: 'warning', step: 3, values: { n: 2 } },
    ]);
    expect(passed).toEqual(['url.fragment']);
  });

  it('never calls a code passed whose evidence is missing', () => {
    const check = defineCheck({
      topic: 'listing',
      needs: ['listing'],
      codes: { 'tools.none': definition },
      evaluate: () => {
        throw new Error('must not run');
      },
    });
    const { passed, skipped } = judge([check], observations, { now: 0 }, subject);
    expect(passed).toEqual([]);
    expect(skipped).toEqual([{ code: 'tools.none', because: 'prerequisite' }]);
  });

  it('says crashed for a probe’s bug and for a check’s own, and keeps the other checks', () => {
    const ofProbe = defineCheck({
      topic: 'a',
      needs: ['discover'],
      codes: { 'transport.dual-era': definition },
      evaluate: () => [],
    });
    const own = defineCheck({
      topic: 'b',
      needs: ['surroundings'],
      codes: { 'transport.modern-only': definition },
      evaluate: () => {
        throw new Error('mine');
      },
    });
    const fine = defineCheck({
      topic: 'c',
      needs: ['surroundings'],
      codes: { 'client.offline': definition, 'client.clock-skew': definition },
      evaluate: () => [found('client.offline'), skip('vantage', 'client.clock-skew')],
    });
    const result = judge([ofProbe, own, fine], observations, { now: 0 }, subject);
    expect(result.skipped).toEqual([
      { code: 'transport.dual-era', because: 'crashed' },
      { code: 'transport.modern-only', because: 'crashed' },
      { code: 'client.clock-skew', because: 'vantage' },
    ]);
    expect(result.findings.map((finding) => finding.code)).toEqual(['client.offline']);
    expect(result.crashed).toMatchObject([{ topic: 'b' }]);
  });

  it('shows a finding rather than a skip when one code got both', () => {
    const check = defineCheck({
      topic: 'both',
      needs: ['surroundings'],
      codes: { 'net.reset': definition },
      evaluate: () => [skip('not-reached', 'net.reset'), found('net.reset')],
    });
    const { findings, skipped } = judge([check], observations, { now: 0 }, subject);
    expect(findings).toHaveLength(1);
    expect(skipped).toEqual([]);
  });

  it('shows a check of what lies behind the sign-in what was seen there, and puts its findings at the handshake', () => {
    const first = { exchange: { id: 'e1', step: 3 }, reply: { kind: 'none' } };
    const inner = { exchange: { id: 'e2', step: 10 }, reply: { kind: 'none' } };
    const seen = {
      initialize: { status: 'observed', value: first },
      'sign-in': { status: 'observed', value: { failure: null } },
      'signed-in-initialize': { status: 'observed', value: inner },
    } as unknown as Observations;
    const check = (afterSignIn: boolean) =>
      defineCheck({
        topic: 'a',
        needs: ['initialize'],
        afterSignIn,
        codes: { 'transport.dual-era': definition, 'transport.modern-only': { ...definition, step: 11 } },
        evaluate: ({ initialize }) => [
          found('transport.dual-era', { evidence: [initialize.exchange] }),
          found('transport.modern-only', { evidence: [initialize.exchange] }),
        ],
      });
    const findingsOf = (afterSignIn: boolean) =>
      judge([check(afterSignIn)], seen, { now: 0 }, subject).findings.map(({ step, evidence }) => [step, ...evidence]);
    expect(findingsOf(true)).toEqual([
      [10, 'e2'],
      [11, 'e2'],
    ]);
    expect(findingsOf(false)).toEqual([
      [3, 'e1'],
      [11, 'e1'],
    ]);
  });
});
