import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordedFinding } from '../../../../lib/kernel/report.ts';
import { allTold, summarize, type Told } from '../../../../lib/report/words/summary.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const ids = fc.constantFrom('', 'a', 'b', 'c', 'd', 'gone');

const findings: fc.Arbitrary<readonly WordedFinding[]> = fc.array(
  fc
    .record({ id: ids, explainedBy: fc.option(ids), title: fc.constantFrom('one', 'two', 'three') })
    .map(({ id, explainedBy, title }) => sampleFinding({ id, title, ...(explainedBy !== null && { explainedBy }) })),
  { maxLength: 8 },
);

/** The same, said step by step. */
function rootOf(finding: WordedFinding, all: readonly WordedFinding[]): WordedFinding {
  const met: WordedFinding[] = [];
  for (let current = finding; !met.includes(current);) {
    met.push(current);
    const { explainedBy } = current;
    const parent = explainedBy === undefined ? undefined : all.find(({ id }) => id === explainedBy);
    if (parent === undefined) return current;
    current = parent;
  }
  return finding;
}

describe('findings in a summary', () => {
  it('stand under what explains them in the end, whatever a foreign report says of that', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { others } = summarize(sampleReport({ findings: all }));
        const tops = all.filter((finding) => rootOf(finding, all) === finding);
        expect(new Set(others.flatMap(({ finding, alike }) => [finding, ...alike]))).toEqual(new Set(tops));
        const titleAbove = (told: Told): boolean =>
          told.alike.every(({ title }) => title === told.finding.title) &&
          told.consequences.every((each) => [told.finding, ...told.alike].includes(rootOf(each, all)));
        expect(others.every(titleAbove)).toBe(true);
        expect(others.flatMap(({ consequences }) => consequences)).toHaveLength(all.length - tops.length);
      }),
    );
  });

  it('are sorted also when there are very many, in one chain or all alike', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      sampleFinding({ id: `f${index}`, ...(index > 0 && { explainedBy: `f${index - 1}` }) }),
    );
    const primary = { id: 'f0', code: sampleFinding().code };
    const { cause, others } = summarize(sampleReport({ findings: chain, primary }));
    expect(cause?.consequences).toHaveLength(19_999);
    expect(others).toEqual([]);
    const alike = chain.map(({ id }) => sampleFinding({ id }));
    expect(allTold(summarize(sampleReport({ findings: alike })))).toHaveLength(20_000);
  });
});
