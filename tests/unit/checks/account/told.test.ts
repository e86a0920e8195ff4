import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldChecks, toldCodeDefinitions } from '../../../../lib/checks/told-catalog.ts';
import { goals, plans, roles } from '../../../../lib/kernel/account.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { toldSentences, type ToldWords } from '../../../../lib/standards/told-sentences.ts';
import { judged, type Evidence } from '../../../support/evidence-builders.ts';
import { answers, shown, type ToldCase } from './told-case.ts';
import { toldCases } from './told-cases.ts';

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
    if (each.fix !== undefined) expect(own?.words.fix).toMatch(each.fix);
    if (each.step !== undefined) expect(own?.step).toBe(each.step);
    expect(passed).toEqual([]);
    for (const { words } of findings)
      expect(`${words.title} ${words.detail} ${words.fix}`).not.toMatch(/[{}]|…\)|undefined| {2}|“”/);
  });

  it('are nothing to a connector’s own verdict', () => {
    for (const [, , each] of rows) {
      for (const { code, subject } of judged(toldChecks, evidenceOf(each)).findings)
        expect([code, subject.kind]).toEqual([code, 'account']);
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
          if (confidence === 'possible' && code.startsWith('account.')) expect(['note', 'warning']).toContain(severity);
      }),
    );
  });

  it('a wish alone is no more than a warning', () => {
    fc.assert(
      fc.property(account, (told) => {
        const { findings } = judged(toldChecks, { account: answers(told) });
        for (const { severity } of findings) expect(['note', 'warning']).toContain(severity);
      }),
    );
  });

  const all = Object.values<ToldWords>(toldSentences).flatMap(({ within = [], whole = [] }) => [...within, ...whole]);
  const generic = Object.values<ToldWords>(toldSentences).flatMap(({ whole = [] }) => whole);

  it('what is a sentence only by itself is nothing in the words of another service', () => {
    const service = fc.constantFrom('Slack', 'Notion', 'Jira', 'Acme CRM');
    const rest = fc.constantFrom('for channel #general', 'while reading the page', '(code 17)', 'in row 4');
    fc.assert(
      fc.property(fc.constantFrom(...generic), service, rest, (phrase, name, more) => {
        const words = phrase.replace('<name>', name);
        const { findings } = judged(toldChecks, { 'claude-shown': shown(`${name} error: ${words} ${more}`) });
        expect(findings).toEqual([]);
      }),
    );
  });

  it('what Claude shows is found with its quotes, its full stop and its lines', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom('“', '"', ''), (phrase, quote) => {
        const words = phrase.replaceAll('<name>', 'Acme');
        const spoken = `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replaceAll("'", '’').replace(' ', '\n');
        const beside = /failed to call/.test(phrase) ? 'Microsoft 365: ' : '';
        const { found: codes } = judged(toldChecks, { 'claude-shown': shown(`${beside}${quote}${spoken}.${quote}`) });
        expect([phrase, codes.length > 0]).toEqual([phrase, true]);
      }),
      { numRuns: 400 },
    );
  });
});
