import { describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../../lib/checks/browser-catalog.ts';
import { problemsOfWords } from '../../../../lib/i18n/words.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { othersCases } from './browser-cases-others.ts';
import { pageCases } from './browser-cases-page.ts';
import { requestsCases } from './browser-cases-requests.ts';
import { wayCases } from './browser-cases-way.ts';
import { reportOf, type Cases } from './browser-look.ts';

const cases: Cases = { ...wayCases, ...requestsCases, ...pageCases, ...othersCases };

const rows = Object.entries(cases).flatMap(([code, list]) => list.map((each) => [code, each.what, each] as const));

describe('the codes of a look at this browser', () => {
  it('each have a case in which they are found, and one in which they are not', () => {
    const codes = Object.keys(browserCodeDefinitions);
    expect(codes.filter((code) => !cases[code as FindingCode]?.some(({ found }) => found.length > 0))).toEqual([]);
    expect(codes.filter((code) => !cases[code as FindingCode]?.some(({ found }) => found.length === 0))).toEqual([]);
  });

  it.each(rows)('%s: %s', (code, _what, { look, found, says = [], skipped: why }) => {
    const { findings, passed, skipped } = reportOf(look);
    const own = findings.filter((finding) => finding.code === code);
    expect(own.map(({ severity, confidence }) => `${severity} ${confidence}`)).toEqual(found);
    if (why !== undefined) expect(skipped).toContainEqual({ code, because: why });
    const words = own.flatMap(({ title, detail, fix }) => [title, detail, ...fix.map((each) => JSON.stringify(each))]);
    for (const pattern of says) expect(words.join(' ')).toMatch(pattern);
    for (const each of findings) {
      const definition = browserCodeDefinitions[each.code];
      expect(definition && problemsOfWords(definition, each.values)).toEqual([]);
      expect(`${each.title} ${each.detail}`).not.toMatch(/[{}]|…\)|undefined| {2}|\(\)|\bnone\b/);
    }
    // Every code is found, passed or skipped, and only one of them.
    const all = [...new Set(findings.map((each) => each.code)), ...passed, ...skipped.map((each) => each.code)];
    expect(all.sort()).toEqual(Object.keys(browserCodeDefinitions).sort());
  });
});
