import { browser, type Browser } from 'wxt/browser';
import type { RunState } from '../runs/run-state.ts';

const prefix = 'run:';

/** All runs that are known, the newest first. */
export async function readRunStates(): Promise<readonly RunState[]> {
  return sorted(Object.entries(await browser.storage.local.get(null)).flatMap(([key, value]) => stateOf(key, value)));
}

/** One run; null when it is not known. */
export async function readRunState(id: string): Promise<RunState | null> {
  const key = prefix + id;
  return stateOf(key, (await browser.storage.local.get(key))[key])[0] ?? null;
}

/**
 * Calls back with all runs, the newest first: once as soon as they were read, and whenever one has changed, until the function that it
 * returns is called.
 */
export function watchRunStates(onChange: (states: readonly RunState[]) => void): () => void {
  const known = new Map<string, RunState>();
  const touched = new Set<string>();
  let watching = true;
  const tell = (): void => {
    if (watching) onChange(sorted([...known.values()]));
  };
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const own = Object.entries(changes).filter(([key]) => key.startsWith(prefix));
    if (area !== 'local' || own.length === 0) return;
    for (const [key, { newValue }] of own) {
      const [state] = stateOf(key, newValue);
      touched.add(key);
      if (state) known.set(key, state);
      else known.delete(key);
    }
    tell();
  };
  browser.storage.onChanged.addListener(listener);
  void readRunStates().then((states) => {
    // A change that was told meanwhile is newer than what was read.
    for (const state of states) if (!touched.has(prefix + state.id)) known.set(prefix + state.id, state);
    tell();
  });
  return () => {
    watching = false;
    browser.storage.onChanged.removeListener(listener);
  };
}

/** The background's alone. Rejects when the browser's storage is full. */
export async function writeRunState(state: RunState): Promise<void> {
  await browser.storage.local.set({ [prefix + state.id]: state });
}

/** The background's alone. */
export async function dropRunState(id: string): Promise<void> {
  await browser.storage.local.remove(prefix + id);
}

function sorted(states: readonly RunState[]): readonly RunState[] {
  return [...states].sort((a, b) => b.startedAt - a.startedAt || a.id.localeCompare(b.id));
}

/** What an earlier version wrote may lack members: such a run is not shown. */
function stateOf(key: string, value: unknown): readonly RunState[] {
  if (!key.startsWith(prefix) || typeof value !== 'object' || value === null) return [];
  const state = value as Partial<Record<keyof RunState, unknown>>;
  const isWhole =
    typeof state.id === 'string' &&
    typeof state.startedAt === 'number' &&
    typeof state.phase === 'string' &&
    Array.isArray(state.marks) &&
    Array.isArray(state.missingOrigins) &&
    typeof state.choices === 'object';
  return isWhole ? [value as RunState] : [];
}
