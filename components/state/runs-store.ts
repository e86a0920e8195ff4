import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunState } from '../../lib/runs/run-state.ts';
import { watchRunStates } from '../../lib/storage/run-states.ts';

/** The runs as storage holds them, the newest first; null until they were read. Only the background changes them. */
const store = createStore<{ readonly runs: readonly RunState[] | null }>(() => ({ runs: null }));

/** Begins to mirror the runs; settles once they were read. A page calls it once, before it draws. */
export function mirrorRuns(): Promise<void> {
  return new Promise((resolve) => {
    watchRunStates((runs) => {
      store.setState({ runs });
      resolve();
    });
  });
}

/** All runs, the newest first; null until they were read. */
export function useRuns(): readonly RunState[] | null {
  return useStore(store, ({ runs }) => runs);
}
