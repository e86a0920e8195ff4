import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldChecks, toldCodeDefinitions } from '../../../../lib/checks/told-catalog.ts';
import { goals, plans, roles } from '../../../../lib/kernel/account.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { judged, type Evidence } from '../../../support/evidence-builders.ts';
import { answers, shown, toldCases, type ToldCase } from './told-cases.ts';

const rows = Object.entries(toldCases).flatMap(([code, list]) =>
  list.map((each) => [code as FindingCode, each.what, each] as const),
);

function evidenceOf({ account, shown: claude }: Pick<ToldCase, 'account' | 'shown'>): Evidence {
  return { ...(account && { account }), ...(claude && { 'claude-shown': claude }) };
}

describe('the codes of what is told', () => {
  it('each have a case in which they are found, and one in which they are not', () => {
    const codes = Object.keys(toldCodeDefinitions) as FindingCode[];
    expect(codes.filter((code) => !toldCases[code]?.some(({ found }) => found !== null))).toEqual([]);
    expect(codes.filter((code) => !toldCases[code]?.some(({ found }) => found === null))).toEqual([]);
  });

  it.each(rows)('%s: %s', (code, _what, each) => {
    const { findings, passed, skipped } = judged(toldChecks, evidenceOf(each));
    const own = findings.find((finding) => finding.code === code);
    expect(own ? `${own.severity} ${own.confidence}` : null).toBe(each.found);
    if (each.skipped !== undefined) expect(skipped[code]).toBe(each.skipped);
    if (each.says !== undefined) expect(`${own?.words.title} ${own?.words.detail}`).toMatch(each.says);
    expect(passed).toEqual([]);
    for (const { words } of findings)
      expect(`${words.title} ${words.detail} ${words.fix}`).not.toMatch(/[{}]|…\)|undefined| {2}|“”/);
  });

  it('are nothing to a connector’s own verdict, but for the limits of its tools', () => {
    for (const [, , each] of rows) {
      for (const { code, subject } of judged(toldChecks, evidenceOf(each)).findings) {
        const isOfTools = code === 'limits.tool-timeout' || code === 'limits.result-too-large';
        expect([code, subject.kind]).toEqual([code, isOfTools ? 'connector' : 'account']);
      }
    }
  });
});

describe('whatever is told', () => {
  const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));
  const account = fc.record({
    plan: maybe(plans),
    role: maybe(roles),
    goal: maybe(goals),
    hasCustom: fc.option(fc.boolean()),
    serverLog: maybe(['nothing', 'requests'] as const),
  });

  it('nothing passes, and what is guessed asks nobody to act at once', () => {
    fc.assert(
      fc.property(account, fc.string(), fc.boolean(), (told, sentence, seemsHealthy) => {
        const { findings, passed } = judged(toldChecks, {
          account: answers(told),
          'claude-shown': shown(sentence, { seemsHealthy }),
        });
        expect(passed).toEqual([]);
        for (const { code, severity, confidence } of findings)
          if (confidence === 'possible' && code.startsWith('account.')) expect(severity).toBe('warning');
      }),
    );
  });
});
