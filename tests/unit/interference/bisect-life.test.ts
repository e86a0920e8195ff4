import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, beginBisect, wantedEnabled, type BisectEvent } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';

const suspect = (id: string, more: Partial<Suspect> = {}): Suspect => ({
  id,
  name: `The ${id}`,
  version: '1.0',
  powers: ['block-requests'],
  known: null,
  canSwitch: true,
  ...more,
});

const entry = (id: string, enabled = true) => ({ id, name: `The ${id}`, enabled });

function begin(ids: readonly string[], more: Partial<Parameters<typeof beginBisect>[0]> = {}): BisectState {
  return beginBisect({
    id: 'one',
    mode: 'automatic',
    original: ids.map((id) => entry(id)),
    suspects: ids.map((id) => suspect(id)),
    symptom: { kind: 'person', words: 'what you saw' },
    tabId: 7,
    now: 1_000,
    ...more,
  });
}

const run = (state: BisectState, ...events: readonly BisectEvent[]) =>
  events.reduce((now, event) => advance(now, event, 2_000), state);

const fails = { kind: 'saw', saw: 'fails' } as const;
const works = { kind: 'saw', saw: 'works' } as const;
const restored = { kind: 'restored', notRestored: [] } as const;

describe('a bisect', () => {
  it('wants all suspects off first, and everything as it was once it restores', () => {
    const state = begin(['a', 'b', 'c']);
    expect(state).toMatchObject({ phase: 'searching', startedAt: 1_000, mostLeft: 21, likelyLeft: 4, findings: null });
    expect([...wantedEnabled(state)]).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
    const stopped = run(state, { kind: 'stop' });
    expect(stopped).toMatchObject({ phase: 'restoring', ended: 'stopped', findings: null, mostLeft: 0 });
    expect([...wantedEnabled(stopped).values()]).toEqual([true, true, true]);
    expect(run(stopped, restored)).toMatchObject({ phase: 'over', endedAt: 2_000, notRestored: [] });
  });

  it('leaves alone who is no suspect, who cannot be switched, and who was off', () => {
    const state = begin(['a', 'b', 'c', 'd'], {
      original: [entry('a'), entry('b'), entry('c', false), entry('d')],
      suspects: [suspect('a'), suspect('b', { canSwitch: false }), suspect('c'), suspect('stranger')],
    });
    expect(state.search.suspects).toEqual(['a']);
    expect(Object.fromEntries(wantedEnabled(state))).toEqual({ a: false, b: true, c: false, d: true });
  });

  it('names the culprit, with what was looked at', () => {
    const one = run(begin(['a', 'b']), works, fails);
    expect(one).toMatchObject({ phase: 'searching', likelyLeft: 1 });
    const done = run(one, works);
    expect(done).toMatchObject({ phase: 'restoring', ended: null, mostLeft: 0 });
    expect(done.findings).toEqual({
      symptom: 'what you saw',
      seenBy: 'person',
      rounds: 3,
      suspects: 2,
      outcome: { kind: 'culprits', groups: [[{ id: 'a', name: 'The a' }]] },
    });
  });

  it('says that it is no extension where it still fails with all of them off', () => {
    const state = run(begin(['a', 'b', 'c']), fails);
    expect(state).toMatchObject({ phase: 'restoring', findings: { outcome: { kind: 'not-an-extension' }, rounds: 1 } });
  });

  it('is over but for the restoring where there is nobody to search', () => {
    expect(begin([])).toMatchObject({ phase: 'restoring', findings: { rounds: 0, suspects: 0 } });
  });

  it('asks the person and takes the answer', () => {
    const asking = run(begin(['a', 'b']), { kind: 'ask-person' });
    expect(asking.phase).toBe('asking');
    expect(run(asking, { kind: 'ask-person' })).toBe(asking);
    expect(run(asking, works)).toMatchObject({
      phase: 'searching',
      search: { rounds: [{ on: [], saw: 'works', by: 'person' }] },
    });
  });

  it('lets the person switch where it may not, to look and to put everything back', () => {
    const needs = { kind: 'needs-switches', off: ['a', 'b'], on: [] } as const;
    const waiting = run(begin(['a', 'b'], { mode: 'guided' }), needs);
    expect(waiting).toMatchObject({ phase: 'waiting-for-switches', toSwitch: { off: ['a', 'b'], on: [] } });
    expect(run(waiting, fails)).toBe(waiting);
    expect(run(waiting, { kind: 'needs-switches', off: ['b'], on: [] }).toSwitch).toEqual({ off: ['b'], on: [] });
    const switched = run(waiting, { kind: 'switched' });
    expect(switched).toMatchObject({ phase: 'searching', toSwitch: null });
    const back = run(switched, { kind: 'stop' }, { kind: 'needs-switches', off: [], on: ['a', 'b'] });
    expect(back).toMatchObject({ phase: 'restoring', toSwitch: { off: [], on: ['a', 'b'] } });
    expect(run(back, { kind: 'switched' }).toSwitch).toBeNull();
    expect(run(back, restored)).toMatchObject({ phase: 'over', toSwitch: null });
    expect(run(begin(['a']), needs).phase).toBe('searching');
  });

  it.each<[BisectEvent, Partial<BisectState>]>([
    [{ kind: 'stop' }, { ended: 'stopped', problem: null }],
    [
      { kind: 'failed', problem: 'The tab was closed.' },
      { ended: 'error', problem: 'The tab was closed.' },
    ],
    [{ kind: 'interrupted' }, { ended: 'interrupted', problem: null }],
  ])('restores after %j, whatever it was doing, and keeps the first reason', (event, end) => {
    const searching = begin(['a', 'b', 'c'], { mode: 'guided' });
    const asking = run(searching, { kind: 'ask-person' });
    const waiting = run(searching, { kind: 'needs-switches', off: ['a'], on: [] });
    for (const state of [searching, asking, waiting]) {
      const ended = run(state, event);
      expect(ended).toMatchObject({ phase: 'restoring', ...end, toSwitch: null });
      expect(run(ended, { kind: 'stop' }, { kind: 'interrupted' }, fails)).toBe(ended);
    }
  });

  it('stays over; only what is still to be put back may get less', () => {
    const over = run(begin(['a']), fails, { kind: 'restored', notRestored: [{ id: 'a', name: 'The a' }] });
    expect(over).toMatchObject({ phase: 'over', notRestored: [{ id: 'a', name: 'The a' }] });
    expect(run(over, { kind: 'stop' }, works, { kind: 'switched' }, { kind: 'failed', problem: 'x' })).toBe(over);
    expect(run(over, restored)).toMatchObject({ phase: 'over', notRestored: [], endedAt: 2_000 });
  });

  it('never ends before it began', () => {
    const over = advance(run(begin(['a']), { kind: 'stop' }), restored, 5);
    expect(over.endedAt).toBe(1_000);
  });
});

/** A browser full of extensions in which everything may go wrong, and whoever drives the bisect in it. */
interface World {
  readonly enabled: Map<string, boolean>;
  readonly stubborn: ReadonlySet<string>;
  readonly culprits: readonly (readonly number[])[];
}

type Fault = 'none' | 'stop' | 'failed' | 'interrupted' | 'vanish' | 'person-switches';

const worlds = fc.integer({ min: 0, max: 20 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    offBefore: fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { maxLength: 5 }),
    stubborn: fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { maxLength: 2 }),
    held: fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { maxLength: 3 }),
    culprits: fc.array(fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { minLength: 1, maxLength: 2 }), {
      maxLength: 3,
    }),
    fault: fc.constantFrom<Fault>('none', 'stop', 'failed', 'interrupted', 'vanish', 'person-switches'),
    at: fc.nat({ max: 40 }),
  }),
);

/** Brings everything to what it has to be, as far as it can be; those that could not. */
function switchAll(world: World, state: BisectState): BisectState['notRestored'] {
  const missed: { readonly id: string; readonly name: string }[] = [];
  for (const [id, wanted] of wantedEnabled(state)) {
    const now = world.enabled.get(id);
    if (now === undefined || now === wanted) continue;
    if (world.stubborn.has(id) && state.phase === 'restoring') missed.push({ id, name: `The ${id}` });
    else world.enabled.set(id, wanted);
  }
  return missed;
}

describe('what is left to be put back', () => {
  const left = [{ id: 'a', name: 'The a' }];
  const over = run(
    begin(['a', 'b', 'c']),
    { kind: 'stop' },
    { kind: 'restored', notRestored: left, isNotAllowed: true },
  );

  it('is known by its id, and why', () => {
    expect(over).toMatchObject({ phase: 'over', notRestored: left, isNotAllowed: true, leftAsIs: [] });
    expect(run(over, restored)).toMatchObject({ notRestored: [], isNotAllowed: false, leftAsIs: [] });
    expect(run(over, { kind: 'restored', notRestored: left })).toMatchObject({
      notRestored: left,
      isNotAllowed: false,
    });
  });

  it('stays as it is by the person’s word', () => {
    expect(run(over, { kind: 'left', astray: left })).toMatchObject({
      phase: 'over',
      notRestored: [],
      isNotAllowed: false,
      leftAsIs: left,
    });
    const guided = run(begin(['a', 'b'], { mode: 'guided' }), { kind: 'stop' }, { kind: 'left', astray: left });
    expect(guided).toMatchObject({ phase: 'over', endedAt: 2_000, notRestored: [], leftAsIs: left });
    const searching = begin(['a']);
    expect(run(searching, { kind: 'left', astray: left })).toBe(searching);
  });

  it('is nothing that is not installed any more', () => {
    const stranger = { id: 'z', name: 'The z' };
    expect(run(over, { kind: 'restored', notRestored: [...left, stranger] }).notRestored).toEqual(left);
  });
});

describe('who has seen it', () => {
  const request = { kind: 'request', url: 'https://claude.ai/', as: 'fetch', how: 'dns', words: 'a request' } as const;
  const found = (...events: readonly BisectEvent[]) => run(begin(['a'], { symptom: request }), ...events).findings;

  it('is the probe, the person, or both, and looks with everything on are no rounds', () => {
    expect(found(fails, works, fails)).toMatchObject({ seenBy: 'probe', rounds: 1, outcome: { kind: 'culprits' } });
    expect(found(fails, { kind: 'ask-person' }, works, fails)).toMatchObject({ seenBy: 'both', rounds: 1 });
    expect(run(begin(['a']), works, fails).findings).toMatchObject({ seenBy: 'person', rounds: 1 });
  });

  it('is asked where the first look is not clear, and nobody is switched for that', () => {
    const asking = run(begin(['a', 'b'], { symptom: request }), { kind: 'ask-person' });
    expect([...wantedEnabled(asking).values()]).toEqual([true, true]);
    expect(run(asking, works)).toMatchObject({
      phase: 'restoring',
      findings: { seenBy: 'person', rounds: 0, outcome: { kind: 'gone' } },
    });
  });

  it('is believed only as long as it still fails with everything on again', () => {
    expect(found(fails, works, works)).toMatchObject({ outcome: { kind: 'inconsistent' } });
  });
});

describe('a bisect in which everything may go wrong', () => {
  it('is always over in the end, with everything as it was, and goes on the same from what was written down', () => {
    fc.assert(
      fc.property(worlds, ({ count, offBefore, stubborn, held, culprits, fault, at }) => {
        const ids = Array.from({ length: count }, (_, place) => `e${place}`);
        const before = new Map(ids.map((id, place) => [id, !offBefore.includes(place)]));
        const world: World = {
          enabled: new Map(before),
          stubborn: new Set(fault === 'none' ? [] : stubborn.map((place) => `e${place}`)),
          culprits,
        };
        let state = begin(ids, {
          original: ids.map((id) => entry(id, before.get(id) ?? false)),
          suspects: ids.map((id, place) => suspect(id, { canSwitch: !held.includes(place) })),
        });
        let missed: BisectState['notRestored'] = [];
        for (let step = 0; state.phase !== 'over'; step += 1) {
          expect(step).toBeLessThan(200);
          for (const id of wantedEnabled(state).keys()) expect(before.has(id)).toBe(true);
          missed = switchAll(world, state);
          const event = eventOf(state, world, missed, step === at ? fault : 'none');
          // Whoever drives it may die at any moment, and reads what was written down.
          const next = advance(state, event, 2_000 + step);
          expect(advance(JSON.parse(JSON.stringify(state)) as BisectState, event, 2_000 + step)).toEqual(next);
          state = next;
        }
        for (const [id, was] of before) {
          const now = world.enabled.get(id);
          if (now !== undefined && !missed.some((each) => each.id === id)) expect(now).toBe(was);
        }
        expect(state.notRestored).toEqual(missed);
        expect([...wantedEnabled(state)]).toEqual([...before]);
        expect(state.findings === null).toBe(state.ended !== null);
      }),
      { numRuns: 500 },
    );
  });
});

function eventOf(state: BisectState, world: World, missed: BisectState['notRestored'], fault: Fault): BisectEvent {
  switch (fault) {
    case 'stop':
    case 'interrupted':
      return { kind: fault };
    case 'failed':
      return { kind: 'failed', problem: 'The browser refused.' };
    case 'vanish':
      world.enabled.delete(state.original[0]?.id ?? '');
      break;
    case 'person-switches':
      for (const { id, enabled } of state.original.slice(0, 1)) world.enabled.set(id, !enabled);
      // The person is not to be overruled: whoever drives it stops.
      return { kind: 'failed', problem: 'Somebody else switched an extension.' };
    case 'none':
      break;
  }
  if (state.phase === 'restoring') return { kind: 'restored', notRestored: missed };
  const isFailing = world.culprits.some((group) => group.every((place) => world.enabled.get(`e${place}`) === true));
  return { kind: 'saw', saw: isFailing ? 'fails' : 'works' };
}
