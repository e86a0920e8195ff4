import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginSearch,
  likelyLooksLeft,
  mostLooks,
  mostLooksLeft,
  nextStep,
  switchedLooks,
  withRound,
} from '../../../lib/interference/bisect.ts';
import type { BisectSearch, Round, SearchOutcome } from '../../../lib/interference/bisect-state.ts';

/** Whether Claude fails with these on. */
type Behaviour = (on: ReadonlySet<string>) => boolean;

interface Searched {
  readonly outcome: SearchOutcome;
  readonly search: BisectSearch;
  readonly looks: number;
}

const round = (on: readonly string[], fails: boolean): Round => ({ on, saw: fails ? 'fails' : 'works', by: 'probe' });

/** `looks`: those with something switched off. */
function searchAmong(suspects: readonly string[], fails: Behaviour, byWord = false): Searched {
  let search = beginSearch(suspects, byWord);
  for (;;) {
    const step = nextStep(search);
    const left = mostLooksLeft(search);
    expect(likelyLooksLeft(search)).toBeLessThanOrEqual(left);
    if (step.kind === 'over') {
      expect(left).toBe(0);
      return { outcome: step.outcome, search, looks: switchedLooks(search) };
    }
    expect(left).toBeGreaterThan(0);
    search = withRound(search, round(step.on, fails(new Set(step.on))));
    expect(mostLooksLeft(search)).toBeLessThan(left);
  }
}

const named = (count: number) => Array.from({ length: count }, (_, at) => `e${at}`);

const anyOf =
  (culprits: readonly string[]): Behaviour =>
  (on) =>
    culprits.some((id) => on.has(id));

const allOf =
  (culprits: readonly string[]): Behaviour =>
  (on) =>
    culprits.every((id) => on.has(id));

function groupsOf(outcome: SearchOutcome): readonly string[] {
  return outcome.kind === 'culprits' ? outcome.groups.map((group) => group.toSorted().join('+')).toSorted() : [];
}

const log2 = (count: number) => Math.ceil(Math.log2(count));
const upTo40 = named(40).map((_, at) => at + 1);

describe('the search for one culprit', () => {
  it.each(upTo40)('takes at most ceil(log2 n) + 2 looks with something off among %i, wherever it stands', (count) => {
    const suspects = named(count);
    for (const culprit of suspects) {
      const { outcome, search, looks } = searchAmong(suspects, anyOf([culprit]));
      expect(outcome).toEqual({ kind: 'culprits', groups: [[culprit]] });
      expect(looks).toBeLessThanOrEqual(log2(count) + 2);
      const all = search.rounds.filter(({ on }) => on.length === count);
      expect(all).toEqual([round(suspects, true), round(suspects, true)]);
      expect([search.rounds.at(0), search.rounds.at(-1)]).toEqual(all);
    }
  });

  it('takes the person’s word that it fails: no question more', () => {
    for (const count of upTo40.slice(1)) {
      const suspects = named(count);
      const { outcome, search, looks } = searchAmong(suspects, anyOf(['e1']), true);
      expect(outcome).toEqual({ kind: 'culprits', groups: [['e1']] });
      expect(search.rounds.length).toBe(looks);
    }
  });

  it('names nobody who was never seen to fail', () => {
    const { outcome, search } = searchAmong(['a'], anyOf(['a']), true);
    expect(search.rounds).toEqual([round([], false), round(['a'], true)]);
    expect(outcome).toEqual({ kind: 'culprits', groups: [['a']] });
    expect(searchAmong(['a'], () => false, true).outcome).toEqual({ kind: 'gone' });
    expect(searchAmong(['a'], () => false).outcome).toEqual({ kind: 'gone' });
  });

  it('names nobody when it works with everything on again', () => {
    for (const count of upTo40) {
      let looks = 0;
      const suspects = named(count);
      const { search } = searchAmong(suspects, anyOf(['e0']));
      const { outcome } = searchAmong(suspects, (on) => (looks += 1) < search.rounds.length && on.has('e0'));
      expect(outcome).toEqual({ kind: 'inconsistent' });
    }
  });

  it('tells beforehand how many looks that will be', () => {
    for (const count of [1, 2, 5, 16, 33]) {
      const suspects = named(count);
      for (const culprit of suspects) {
        let search = beginSearch(suspects);
        let said = likelyLooksLeft(search);
        expect(said).toBe(log2(count) + 4);
        for (let step = nextStep(search); step.kind === 'look'; step = nextStep(search)) {
          search = withRound(search, round(step.on, step.on.includes(culprit)));
          expect(likelyLooksLeft(search)).toBeLessThan(said);
          said = likelyLooksLeft(search);
        }
      }
    }
  });

  it('looks at no set twice, and proves what it says', () => {
    for (const count of upTo40) {
      const suspects = named(count);
      for (const culprit of suspects) {
        const { search } = searchAmong(suspects, anyOf([culprit]));
        const sets = search.rounds.slice(1).map(({ on }) => on.join());
        expect(new Set(sets).size).toBe(sets.length);
        const enoughForNone = new Set(search.rounds.flatMap(({ on, saw }) => (saw === 'works' ? on : [])));
        expect(suspects.filter((id) => !enoughForNone.has(id))).toEqual([culprit]);
        const failing = [suspects, ...search.rounds.flatMap(({ on, saw }) => (saw === 'fails' ? [on] : []))];
        expect(suspects.filter((id) => failing.every((on) => on.includes(id)))).toEqual([culprit]);
      }
    }
  });
});

describe('the search for two culprits', () => {
  it.each([2, 3, 4, 7, 8, 12, 16, 17, 24])('finds each pair among %i, however they work together', (count) => {
    const suspects = named(count);
    const bound = 3 * log2(count) + 5;
    for (const [at, one] of suspects.entries()) {
      for (const other of suspects.slice(at + 1)) {
        const either = searchAmong(suspects, anyOf([one, other]));
        expect(groupsOf(either.outcome)).toEqual([one, other].toSorted());
        expect(either.looks).toBeLessThanOrEqual(bound);
        const together = searchAmong(suspects, allOf([one, other]));
        expect(groupsOf(together.outcome)).toEqual([[one, other].toSorted().join('+')]);
        expect(together.looks).toBeLessThanOrEqual(bound);
      }
    }
  });
});

describe('a search in general', () => {
  it('begins with everything on, where the person has not said how that is, and is over where it works', () => {
    const search = beginSearch(named(16));
    expect(nextStep(search)).toEqual({ kind: 'look', on: named(16) });
    expect(nextStep(withRound(search, round(named(16), false)))).toEqual({ kind: 'over', outcome: { kind: 'gone' } });
  });

  it('then looks with all suspects off, and is over where it still fails', () => {
    expect(nextStep(beginSearch(named(16), true))).toEqual({ kind: 'look', on: [] });
    const { outcome, looks } = searchAmong(named(16), () => true);
    expect(outcome).toEqual({ kind: 'not-an-extension' });
    expect(looks).toBe(1);
  });

  it('needs no look where there is nobody, and one where there is one', () => {
    expect(searchAmong([], () => true)).toMatchObject({ outcome: { kind: 'not-an-extension' }, looks: 0 });
    expect(searchAmong(['a'], anyOf(['a'])).looks).toBe(1);
    expect(searchAmong(['a', 'b'], anyOf(['b'])).looks).toBeLessThanOrEqual(3);
  });

  it('counts nobody twice', () => {
    expect(beginSearch(['a', 'b', 'a']).suspects).toEqual(['a', 'b']);
  });

  it('does not accuse anybody of what has gone by itself', () => {
    for (const until of [1, 2, 3, 4, 5]) {
      let looks = 0;
      const { outcome } = searchAmong(named(16), (on) => (looks += 1) <= until && on.has('e3'));
      expect(outcome).toEqual({ kind: 'gone' });
    }
  });

  it('does not accuse anybody of what has come to stay', () => {
    for (const until of [3, 4, 5]) {
      let looks = 0;
      const { outcome } = searchAmong(named(16), (on) => (looks += 1) > until || on.has('e9'));
      expect(outcome).toEqual({ kind: 'inconsistent' });
    }
  });

  it('takes no round for another than the one it asked for', () => {
    const search: BisectSearch = { suspects: named(4), byWord: false, rounds: [round(['e0'], true)] };
    expect(nextStep(search)).toEqual({ kind: 'over', outcome: { kind: 'inconsistent' } });
  });

  it('adds nothing once it is over', () => {
    const { search } = searchAmong(named(5), anyOf(['e2']));
    expect(withRound(search, round([], true))).toBe(search);
  });

  const behaviours = fc.integer({ min: 1, max: 24 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      groups: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 3 }), {
        minLength: 0,
        maxLength: 4,
      }),
    }),
  );

  it('names nobody who has no part in it, ends within its bound, and goes on the same from JSON', () => {
    fc.assert(
      fc.property(behaviours, fc.boolean(), ({ count, groups }, byWord) => {
        const fails: Behaviour = (on) => groups.some((group) => group.every((at) => on.has(`e${at}`)));
        let search = beginSearch(named(count), byWord);
        if (groups.length === 0) return;
        for (let step = nextStep(search); step.kind === 'look'; step = nextStep(search)) {
          expect(nextStep(JSON.parse(JSON.stringify(search)) as BisectSearch)).toEqual(step);
          search = withRound(search, round(step.on, fails(new Set(step.on))));
        }
        expect(search.rounds.length).toBeLessThanOrEqual(mostLooks(search));
        const step = nextStep(search);
        const found = step.kind === 'over' && step.outcome.kind === 'culprits' ? step.outcome.groups : [];
        const guilty = new Set(groups.flat().map((at) => `e${at}`));
        expect(found.length).toBeGreaterThan(0);
        for (const group of found) {
          expect(group.every((id) => guilty.has(id))).toBe(true);
          for (const id of group) expect(fails(new Set(group.filter((each) => each !== id)))).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('names everybody who is enough by itself, up to four', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 32 }),
        fc.uniqueArray(fc.nat({ max: 31 }), { minLength: 1, maxLength: 4 }),
        (count, places) => {
          const culprits = [...new Set(places.map((at) => `e${at % count}`))];
          expect(groupsOf(searchAmong(named(count), anyOf(culprits)).outcome)).toEqual(culprits.toSorted());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends whatever it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.infiniteStream(fc.boolean()), (count, answers) => {
        const { search } = searchAmong(named(count), () => answers.next().value === true);
        expect(search.rounds.length).toBeLessThanOrEqual(mostLooks(search));
      }),
      { numRuns: 300 },
    );
  });

  it('seldom names anybody for what comes and goes by itself', () => {
    // One look in ten fails, whoever is on: some answers are drawn, the same ones in each run.
    let seed = 1;
    const draw = (): boolean => (seed = (seed * 48_271) % 2_147_483_647) % 10 === 0;
    let accused = 0;
    for (let time = 0; time < 2_000; time += 1) {
      let looks = 0;
      const { outcome } = searchAmong(named(16), () => (looks += 1) === 1 || draw());
      if (outcome.kind === 'culprits') accused += 1;
    }
    expect(accused / 2_000).toBeLessThan(0.04);
  });
});
