import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginBisect } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { createFakeManagement } from './fake-management.ts';

const { installed, management, permissions } = createFakeManagement(() => undefined);
const getPlatformInfo = vi.fn(() => Promise.resolve({}));
const runtime = { ...fakeBrowser.runtime, getPlatformInfo };

vi.stubGlobal('browser', { ...fakeBrowser, runtime, management, permissions });
const { createBisectBook } = await import('../../../entrypoints/background/bisect/bisect-book.ts');
const { createBisectDrive } = await import('../../../entrypoints/background/bisect/bisect-drive.ts');
const { createBisectKeeper } = await import('../../../entrypoints/background/bisect/bisect-keeper.ts');
const { createBoards } = await import('../../../entrypoints/background/bisect/switchboard.ts');
const { bisectState } = await import('../../../lib/storage/bisect-state.ts');

const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  getPlatformInfo.mockClear();
  installed.clear();
  installed.set('a', { enabled: true, isStubborn: false });
});
afterEach(() => vi.useRealTimers());

function begun(id: string): BisectState {
  return beginBisect({
    id,
    mode: 'automatic',
    original: [{ id: 'a', name: 'A', enabled: true }],
    suspects: [{ id: 'a', name: 'A', version: '1', powers: [], known: null, canSwitch: true }],
    symptom: { kind: 'person', words: 'what you saw' },
    tabId: null,
    now: Date.now(),
  });
}

function keeperWith(set: () => Promise<void>) {
  const book = createBisectBook();
  const drive = createBisectDrive({ book, board: createBoards(), look: () => Promise.resolve('unclear') });
  const watchdog = { set, clear: vi.fn(() => Promise.resolve()) };
  return { book, watchdog, keeper: createBisectKeeper({ book, drive, watchdog, onOver: () => undefined }) };
}

describe('the keeper of a search', () => {
  it('does not stay awake for one that could not begin, and switches nothing', async () => {
    const { keeper, watchdog } = keeperWith(() => Promise.reject(new Error('no alarms')));
    expect(await keeper.begin(begun('one'))).toMatchObject({ ok: false });
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(getPlatformInfo).not.toHaveBeenCalled();
    expect(watchdog.clear).toHaveBeenCalled();
    expect(await bisectState.read()).toBeNull();
    expect(installed.get('a')?.enabled).toBe(true);
  });

  it('ends one that nobody answers after half an hour, whatever becomes of the clock', async () => {
    const { keeper } = keeperWith(() => Promise.resolve());
    expect(await keeper.begin(begun('one'))).toEqual({ ok: true, value: null });
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(await bisectState.read()).toMatchObject({ phase: 'asking' });
    expect(installed.get('a')?.enabled).toBe(false);
    vi.setSystemTime(Date.now() - 24 * 60 * minuteMs);
    await vi.advanceTimersByTimeAsync(28 * minuteMs);
    await keeper.look();
    expect(await bisectState.read()).toMatchObject({ phase: 'asking' });
    await vi.advanceTimersByTimeAsync(2 * minuteMs);
    await keeper.look();
    expect(await bisectState.read()).toMatchObject({ phase: 'over', ended: 'error', notRestored: [] });
    expect(installed.get('a')?.enabled).toBe(true);
    getPlatformInfo.mockClear();
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(getPlatformInfo).not.toHaveBeenCalled();
  });
});

it('what one search has switched is no stranger’s doing to the next', async () => {
  const board = createBoards();
  const first = board({ id: 'one', mode: 'automatic' });
  await first.bring(new Map([['a', false]]));
  expect(board({ id: 'one', mode: 'automatic' })).toBe(first);
  expect(await first.strayed('a', true)).toBeNull();
  installed.set('a', { enabled: true, isStubborn: false });
  const second = board({ id: 'two', mode: 'automatic' });
  expect(await second.strayed('a', true)).toBeNull();
  installed.set('a', { enabled: false, isStubborn: false });
  expect(await second.strayed('a', true)).toBe(false);
});
