import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import { beginRun } from '../../../lib/runs/run-life.ts';
import type { RunState } from '../../../lib/runs/run-state.ts';

vi.stubGlobal('browser', fakeBrowser);
const { dropRunState, readRunState, readRunStates, watchRunStates, writeRunState } =
  await import('../../../lib/storage/run-states.ts');
const { defaultSettings, readSettings, watchSettings, writeSettings } =
  await import('../../../lib/storage/settings.ts');

beforeEach(() => fakeBrowser.reset());

function run(id: string, startedAt: number): RunState {
  const wish = { typed: id, url: null, host: null, choices: defaultChoices, hadSecrets: false, claude: null };
  return beginRun({ ...wish, id, tabId: null, missing: null }, startedAt);
}

describe('the states of runs', () => {
  it('are read with the newest first, without what is none of them', async () => {
    await writeRunState(run('old', 1));
    await writeRunState(run('new', 2));
    await fakeBrowser.storage.local.set({ settings: { keepReports: 3 }, 'run:broken': { id: 'broken' }, 'run:odd': 7 });
    expect((await readRunStates()).map(({ id }) => id)).toEqual(['new', 'old']);
    expect(await readRunState('old')).toEqual(run('old', 1));
    expect(await readRunState('broken')).toBeNull();
  });

  it('are told whenever one changes, until nobody wants to know', async () => {
    await writeRunState(run('a', 1));
    const told: string[][] = [];
    const stop = watchRunStates((states) => told.push(states.map(({ id, phase }) => `${id} ${phase}`)));
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['a starting']));
    await writeRunState(run('b', 2));
    await writeRunState({ ...run('a', 1), phase: 'running' });
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['b starting', 'a running']));
    await dropRunState('a');
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['b starting']));
    stop();
    const before = told.length;
    await writeRunState(run('c', 3));
    expect(told.length).toBe(before);
  });

  it('that changed while they were first read are told as they are now', async () => {
    await writeRunState(run('a', 1));
    const told: string[][] = [];
    const stop = watchRunStates((states) => told.push(states.map(({ phase }) => phase)));
    await writeRunState({ ...run('a', 1), phase: 'running' });
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['running']));
    stop();
  });
});

describe('settings', () => {
  it('are the usual ones until something is set, also where what is stored makes no sense', async () => {
    expect(await readSettings()).toEqual(defaultSettings);
    await fakeBrowser.storage.local.set({
      settings: { timeoutMs: 'long', keepReports: -1, watchClaude: true, foreign: 1 },
    });
    expect(await readSettings()).toEqual({ ...defaultSettings, watchClaude: true });
    await fakeBrowser.storage.local.set({ settings: 'nonsense' });
    expect(await readSettings()).toEqual(defaultSettings);
  });

  it('keep what a change does not name, and tell of it', async () => {
    const told: unknown[] = [];
    const stop = watchSettings((settings) => told.push(settings));
    await writeSettings({ keepReports: 7 });
    await writeSettings({ watchClaude: true });
    const wanted = { ...defaultSettings, keepReports: 7, watchClaude: true };
    expect(await readSettings()).toEqual(wanted);
    await vi.waitFor(() => expect(told.at(-1)).toEqual(wanted));
    stop();
  });
});
