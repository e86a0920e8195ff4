import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdueFacts } from '../../../lib/help/overdue-facts.ts';
import type { Fact } from '../../../lib/knowledge/fact.ts';
import { facts } from '../../../lib/knowledge/facts.ts';

const fact = (reviewBy: string): Fact => ({ ...facts.transports, reviewBy });

describe('overdueFacts', () => {
  it('lists what is due on that day or before, the longest overdue first', () => {
    const some = { later: fact('2026-12-02'), due: fact('2026-12-01'), old: fact('2026-03-09') };
    expect(overdueFacts(some, '2026-12-01').map(({ id }) => id)).toEqual(['old', 'due']);
    expect(overdueFacts(some, '2026-03-08')).toEqual([]);
  });

  it('loses none: with time, all of them are due', () => {
    expect(overdueFacts(facts, '2999-01-01')).toHaveLength(Object.keys(facts).length);
  });

  it('splits any facts by the day alone', () => {
    const day = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), day.map(fact)), day, (some, today) => {
        const listed = overdueFacts(some, today);
        expect(listed.map(({ id }) => id).sort()).toEqual(
          Object.keys(some)
            .filter((id) => (some[id] as Fact).reviewBy <= today)
            .sort(),
        );
        const days = listed.map((entry) => entry.fact.reviewBy);
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});
