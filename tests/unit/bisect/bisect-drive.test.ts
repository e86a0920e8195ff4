import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginBisect } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';
import { createFakeManagement } from './fake-management.ts';

/** In order: what was written down, and what was switched. */
let deeds: ('written' | 'switched')[] = [];
const { installed, management, permissions } = createFakeManagement(() => deeds.push('switched'));

vi.stubGlobal('browser', { ...fakeBrowser, management, permissions });
const { createBisectBook } = await import('../../../entrypoints/background/bisect/bisect-book.ts');
const { createBisectDrive } = await import('../../../entrypoints/background/bisect/bisect-drive.ts');
const { createBisectKeeper } = await import('../../../entrypoints/background/bisect/bisect-keeper.ts');
const { createBoards } = await import('../../../entrypoints/background/bisect/switchboard.ts');
const { heedRemoval } = await import('../../../entrypoints/background/bisect/strangers.ts');
const { bisectState } = await import('../../../lib/storage/bisect-state.ts');

const ids = ['a', 'b', 'c', 'd', 'e'];

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  installed.clear();
  for (const id of ids) installed.set(id, { enabled: true, isStubborn: false });
  deeds = [];
});
afterEach(() => vi.useRealTimers());

function isOn(id: string): boolean {
  return installed.get(id)?.enabled === true;
}

function begun(mode: BisectState['mode'] = 'automatic'): BisectState {
  const suspect = (id: string): Suspect => {
    return { id, name: id.toUpperCase(), version: '1', powers: ['every-site'], known: null, canSwitch: true };
  };
  return beginBisect({
    id: 'search',
    mode,
    original: ids.map((id) => ({ id, name: id.toUpperCase(), enabled: true })),
    suspects: ids.map(suspect),
    symptom: { kind: 'request', url: 'https://claude.ai/', as: 'fetch', how: 'dns', words: 'the request to claude.ai' },
    tabId: 7,
    now: 0,
  });
}

/** A background that drives a search; what each look shows is told from what is on then. */
function background(look: () => 'fails' | 'works' | 'unclear' | 'left' | Promise<never>) {
  const book = createBisectBook();
  const drive = createBisectDrive({
    book,
    board: createBoards(),
    look: async (_state, _switchedOn, signal) => {
      const saw = await look();
      // Whoever is stopped meanwhile looks in vain.
      return signal.aborted ? 'unclear' : saw;
    },
  });
  return { book, drive };
}

/** Goes on until nothing happens by itself any more. */
async function settle(going: Promise<void>): Promise<void> {
  let isSettled = false;
  void going.then(() => (isSettled = true));
  while (!isSettled) await vi.advanceTimersByTimeAsync(100);
}

const failsWithC = (): 'fails' | 'works' => (isOn('c') ? 'fails' : 'works');

describe('a search that goes well', () => {
  it('names the culprit, writes down before it switches, and puts everything back', async () => {
    const stop = bisectState.watch(() => deeds.push('written'));
    const { book, drive } = background(failsWithC);
    await book.write(begun());
    await settle(drive.goOn());
    stop();
    expect(await bisectState.read()).toMatchObject({
      phase: 'over',
      findings: { outcome: { kind: 'culprits', groups: [[{ id: 'c', name: 'C' }]] } },
      notRestored: [],
    });
    expect(ids.every(isOn)).toBe(true);
    expect(deeds.filter((deed) => deed === 'switched').length).toBeGreaterThan(ids.length);
    expect(deeds.indexOf('written')).toBeLessThan(deeds.indexOf('switched'));
  });
});

describe('a search in which the browser does not do as it is told', () => {
  it('ends and puts the others back when one cannot be switched off', async () => {
    installed.set('b', { enabled: true, isStubborn: true });
    const { book, drive } = background(failsWithC);
    await book.write(begun());
    await settle(drive.goOn());
    expect(await book.current()).toMatchObject({ phase: 'over', ended: 'error', notRestored: [] });
    expect((await book.current())?.problem).toContain('“B”');
    expect(ids.every(isOn)).toBe(true);
  });

  it('names the one that does not come back, and brings back this one alone by the person’s word', async () => {
    let looks = 0;
    const { book, drive } = background(() => {
      looks += 1;
      if (looks === 2) installed.set('d', { enabled: false, isStubborn: true });
      return failsWithC();
    });
    await book.write(begun());
    await settle(drive.goOn());
    expect(await book.current()).toMatchObject({ phase: 'over', notRestored: [{ id: 'd', name: 'D' }] });
    expect(ids.filter((id) => !isOn(id))).toEqual(['d']);
    installed.set('d', { enabled: false, isStubborn: false });
    const watchdog = { set: () => Promise.resolve(), clear: () => Promise.resolve() };
    const later = background(failsWithC);
    const keeper = createBisectKeeper({ ...later, watchdog, onOver: () => undefined });
    // The person may have wanted it so meanwhile.
    await keeper.look();
    expect(ids.filter((id) => !isOn(id))).toEqual(['d']);
    installed.set('a', { enabled: false, isStubborn: false });
    await keeper.putBackAgain('switch');
    expect(await bisectState.read()).toMatchObject({ phase: 'over', notRestored: [] });
    expect(ids.filter((id) => !isOn(id))).toEqual(['a']);
  });

  it('puts everything back when a look fails by a defect', async () => {
    const { book, drive } = background(() => Promise.reject(new Error('defect')));
    await book.write(begun());
    await settle(drive.goOn());
    expect(await book.current()).toMatchObject({ phase: 'over', ended: 'error', notRestored: [] });
    expect(ids.every(isOn)).toBe(true);
  });

  it('goes on without one that was removed', async () => {
    let looks = 0;
    const { book, drive } = background(() => {
      looks += 1;
      if (looks === 3) {
        installed.delete('a');
        void heedRemoval('a', book);
      }
      return failsWithC();
    });
    await book.write(begun());
    await settle(drive.goOn());
    expect(await book.current()).toMatchObject({
      phase: 'over',
      findings: { suspects: 4, outcome: { kind: 'culprits', groups: [[{ id: 'c', name: 'C' }]] } },
      notRestored: [],
    });
    expect(ids.filter(isOn)).toEqual(['b', 'c', 'd', 'e']);
  });

  it.each([
    ['comes back in a moment', 1_000],
    ['does not come back', null],
  ])('waits for one that is absent without having been removed, which %s', async (_, backAfterMs) => {
    let looks = 0;
    const { book, drive } = background(() => {
      looks += 1;
      if (looks === 3) {
        installed.delete('a');
        if (backAfterMs !== null)
          setTimeout(() => installed.set('a', { enabled: false, isStubborn: false }), backAfterMs);
      }
      return failsWithC();
    });
    await book.write(begun());
    await settle(drive.goOn());
    const isBack = backAfterMs !== null;
    expect(await book.current()).toMatchObject({
      phase: 'over',
      ended: isBack ? null : 'error',
      notRestored: isBack ? [] : [{ id: 'a', name: 'A' }],
    });
    expect(ids.filter((id) => !isOn(id))).toEqual(isBack ? [] : ['a']);
  });

  it('ends when the tab shows another page than Claude’s', async () => {
    let looks = 0;
    const { book, drive } = background(() => ((looks += 1) === 3 ? 'left' : failsWithC()));
    await book.write(begun());
    await settle(drive.goOn());
    expect(await book.current()).toMatchObject({ phase: 'over', ended: 'error', findings: null, notRestored: [] });
    expect((await book.current())?.problem).toContain('does not show Claude');
    expect(ids.every(isOn)).toBe(true);
  });

  it('forgets what it could not write down as over, and never puts back again what the person switches then', async () => {
    const { book, drive } = background(failsWithC);
    await book.write(begun());
    const write = bisectState.write;
    const spy = vi.spyOn(bisectState, 'write').mockImplementation((state) => {
      return state?.phase === 'over' ? Promise.reject(new Error('no room')) : write(state);
    });
    await settle(drive.goOn());
    spy.mockRestore();
    expect(ids.every(isOn)).toBe(true);
    expect(await bisectState.read()).toBeNull();
  });
});

describe('a guided search', () => {
  it('says what to switch until it is done, and at last what to switch back', async () => {
    const { book, drive } = background(failsWithC);
    await book.write(begun('guided'));
    for (let clicks = 0; clicks < 100; clicks += 1) {
      await settle(drive.goOn());
      const state = await book.current();
      if (state?.phase === 'over') break;
      const { off, on } = state?.toSwitch ?? { off: [], on: [] };
      // One click after the other: the lists get shorter.
      const [id = '', enabled] = off.length > 0 ? [off[0], false] : [on[0], true];
      installed.set(id, { enabled, isStubborn: false });
    }
    expect(await book.current()).toMatchObject({
      phase: 'over',
      findings: { outcome: { kind: 'culprits', groups: [[{ id: 'c', name: 'C' }]] } },
      notRestored: [],
    });
    expect(ids.every(isOn)).toBe(true);
  });
});

it('whoever the culprits are, and wherever its background dies, the next one puts everything back', async () => {
  const arbitrary = fc.record({
    culprits: fc.subarray(ids, { minLength: 1 }),
    together: fc.boolean(),
    diesAtLook: fc.integer({ min: 1, max: 14 }),
    unclearAt: fc.integer({ min: 1, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ culprits, together, diesAtLook, unclearAt }) => {
      for (const id of ids) installed.set(id, { enabled: true, isStubborn: false });
      await bisectState.write(null);
      const failing = (): boolean => (together ? culprits.every(isOn) : culprits.some(isOn));
      let looks = 0;
      const first = background(() => {
        looks += 1;
        // It never comes back from there, as a worker that has died.
        if (looks === diesAtLook) return new Promise<never>(() => undefined);
        if (looks === unclearAt) return 'unclear';
        return failing() ? 'fails' : 'works';
      });
      await first.book.write(begun());
      void first.drive.goOn();
      await vi.advanceTimersByTimeAsync(5_000);
      const next = background(() => (failing() ? 'fails' : 'works'));
      await next.book.advance({ kind: 'interrupted' });
      await settle(next.drive.goOn());
      const state = await bisectState.read();
      expect(state).toMatchObject({ phase: 'over', notRestored: [] });
      expect(ids.every(isOn)).toBe(true);
      const outcome = state?.findings?.outcome;
      if (outcome?.kind !== 'culprits') return;
      for (const { id } of outcome.groups.flat()) expect(culprits).toContain(id);
    }),
    { numRuns: 200 },
  );
});
