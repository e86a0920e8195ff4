import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { advance, beginBisect } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';
import { createFakeManagement } from './fake-management.ts';

const switched: string[] = [];
const fake = createFakeManagement((id) => switched.push(id));
const { installed, management, permissions } = fake;
const tab = { url: 'https://claude.ai/settings/connectors', reloads: 0 };
const tabs = {
  ...fakeBrowser.tabs,
  get: () => Promise.resolve({ id: 7, url: tab.url, status: 'complete' }),
  reload: () => Promise.resolve(void (tab.reloads += 1)),
  onUpdated: { addListener: () => undefined, removeListener: () => undefined },
};

vi.stubGlobal('browser', { ...fakeBrowser, management, permissions, tabs });
const { createBisectService } = await import('../../../entrypoints/background/bisect/bisect-service.ts');
const { createSteadyLook } = await import('../../../entrypoints/background/bisect/bisect-look.ts');
const { lookAfterwards } = await import('../../../entrypoints/background/bisect/look-afterwards.ts');
const { beginSession } = await import('../../../entrypoints/background/bisect/bisect-session.ts');
const { bisectState } = await import('../../../lib/storage/bisect-state.ts');

const ids = ['a', 'b', 'c'];
const now = Date.parse('2026-11-21T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now });
  fakeBrowser.reset();
  fake.isAllowed = true;
  installed.clear();
  for (const id of ids) installed.set(id, { enabled: true, isStubborn: false });
  switched.length = 0;
  tab.url = 'https://claude.ai/settings/connectors';
  tab.reloads = 0;
});
afterEach(() => vi.useRealTimers());

const symptoms = {
  request: { kind: 'request', url: 'https://claude.ai/', as: 'fetch', how: 'blocked-by-client', words: 'a request' },
  page: { kind: 'page', codes: ['client.page-elements-hidden'], words: 'the hidden parts' },
  person: { kind: 'person', words: 'what you saw' },
} as const;

function begun(more: Partial<Parameters<typeof beginBisect>[0]> = {}): BisectState {
  const suspect = (id: string): Suspect => {
    return { id, name: id.toUpperCase(), version: '1', powers: ['every-site'], known: null, canSwitch: true };
  };
  return beginBisect({
    id: 'search',
    mode: 'automatic',
    original: ids.map((id) => ({ id, name: id.toUpperCase(), enabled: true })),
    suspects: ids.map(suspect),
    symptom: symptoms.request,
    tabId: 7,
    now,
    ...more,
  });
}

/** A search that is over, and could not bring these back. */
function leftBehind(left: readonly string[], isNotAllowed = false): BisectState {
  const notRestored = left.map((id) => ({ id, name: id.toUpperCase() }));
  const stopped = advance(begun(), { kind: 'stop' }, now);
  return advance(stopped, { kind: 'restored', notRestored, isNotAllowed }, now);
}

function switchByHand(id: string, enabled: boolean): void {
  installed.set(id, { enabled, isStubborn: false });
}

/** A background that starts with this written down. */
async function background(state: BisectState) {
  await bisectState.write(state);
  const watchdog = { set: () => Promise.resolve(), clear: () => Promise.resolve() };
  const exam = {
    look: vi.fn(() => Promise.resolve()),
    symptomShows: () => Promise.resolve('unclear' as const),
    forget: () => Promise.resolve(),
  };
  return { service: createBisectService(exam, watchdog), exam };
}

/** Goes on until it is done, however long it waits in between. */
async function settle<T>(deed: Promise<T>): Promise<T> {
  let isSettled = false;
  void deed.finally(() => (isSettled = true)).catch(() => undefined);
  while (!isSettled) await vi.advanceTimersByTimeAsync(100);
  return deed;
}

const offNow = (): readonly string[] => ids.filter((id) => installed.get(id)?.enabled === false);

describe('what could not be put back', () => {
  it('is tried again alone, and only by the person’s word', async () => {
    switchByHand('b', false);
    switchByHand('c', false);
    const { service } = await background(leftBehind(['b']));
    await settle(service.look());
    await settle(service.allowed());
    expect(switched).toEqual([]);
    expect(await settle(service.commands.stopBisect({}))).toEqual({ ok: true, value: null });
    expect(switched).toEqual(['b']);
    expect(offNow()).toEqual(['c']);
    expect((await bisectState.read())?.notRestored).toEqual([]);
  });

  it('cannot be forgotten, but can be left as it is: then a new search may begin', async () => {
    switchByHand('b', false);
    const { service } = await background(leftBehind(['b']));
    expect(await settle(service.commands.dismissBisect({}))).toMatchObject({ ok: false });
    expect(await settle(service.commands.leaveBisect({}))).toEqual({ ok: true, value: null });
    expect(await bisectState.read()).toMatchObject({ notRestored: [], leftAsIs: [{ id: 'b', name: 'B' }] });
    await settle(service.commands.stopBisect({}));
    expect(offNow()).toEqual(['b']);
    expect(await settle(service.commands.dismissBisect({}))).toEqual({ ok: true, value: null });
    expect(await bisectState.read()).toBeNull();
  });

  it('is put back once its permission is there again, and not told to be back before', async () => {
    for (const id of ids) switchByHand(id, false);
    fake.isAllowed = false;
    const { service } = await background(begun());
    await settle(service.look());
    expect(await bisectState.read()).toMatchObject({ phase: 'over', isNotAllowed: true });
    expect((await bisectState.read())?.notRestored).toHaveLength(3);
    expect(await settle(service.commands.stopBisect({}))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('permission'),
    });
    expect(await settle(service.commands.dismissBisect({}))).toMatchObject({ ok: false });
    fake.isAllowed = true;
    await settle(service.allowed());
    expect(offNow()).toEqual([]);
    expect(await bisectState.read()).toMatchObject({ notRestored: [], isNotAllowed: false });
  });

  it('is not what was removed', async () => {
    installed.delete('b');
    const { service } = await background(leftBehind(['b']));
    await settle(service.look());
    expect((await bisectState.read())?.notRestored).toHaveLength(1);
    await settle(service.switched({ id: 'b', enabled: null }));
    expect((await bisectState.read())?.notRestored).toEqual([]);
  });

  it('is told after long instead of switched', async () => {
    switchByHand('b', false);
    const { service } = await background(begun({ now: now - 25 * 60 * 60_000 }));
    await settle(service.look());
    expect(switched).toEqual([]);
    expect(await bisectState.read()).toMatchObject({
      phase: 'over',
      ended: 'interrupted',
      notRestored: [{ id: 'b', name: 'B' }],
    });
  });

  it('is switched where it was written down a moment ago', async () => {
    switchByHand('b', false);
    const { service } = await background(begun({ now: now - 60_000 }));
    await settle(service.look());
    expect(switched).toEqual(['b']);
    expect(await bisectState.read()).toMatchObject({ phase: 'over', ended: 'interrupted', notRestored: [] });
  });
});

describe('the tab', () => {
  const signal = new AbortController().signal;
  const look = createSteadyLook(() => Promise.resolve('fails'));

  it.each(['request', 'page', 'person'] as const)(
    'is never loaded anew when it shows another page (%s)',
    async (kind) => {
      tab.url = 'https://forms.example.com/apply';
      const saw = await settle(look(begun({ symptom: symptoms[kind] }), false, signal));
      expect(saw).toBe(kind === 'person' ? 'unclear' : 'left');
      expect(tab.reloads).toBe(0);
    },
  );

  it('is loaded anew when it shows Claude’s, where that shows more', async () => {
    expect(await settle(look(begun(), false, signal))).toBe('fails');
    expect(tab.reloads).toBe(0);
    expect(await settle(look(begun({ symptom: symptoms.page }), false, signal))).toBe('fails');
    expect(tab.reloads).toBe(1);
  });

  it('says nothing when it goes to another page during the look', async () => {
    const leaving = createSteadyLook(() => {
      tab.url = 'https://forms.example.com/apply';
      return Promise.resolve('works');
    });
    expect(await settle(leaving(begun(), false, signal))).toBe('left');
  });

  it('is let alone after a search of another session, and after one where it shows another page', async () => {
    const stopped = advance(begun({ symptom: symptoms.page }), { kind: 'stop' }, now);
    const nothing = vi.fn(() => Promise.resolve());
    await lookAfterwards(stopped, nothing);
    expect(tab.reloads).toBe(0);
    await beginSession(stopped.id);
    tab.url = 'https://forms.example.com/apply';
    await lookAfterwards(stopped, nothing);
    expect(tab.reloads).toBe(0);
    tab.url = 'https://claude.ai/new';
    await lookAfterwards(stopped, nothing);
    expect(tab.reloads).toBe(1);
    expect(nothing).not.toHaveBeenCalled();
  });
});
