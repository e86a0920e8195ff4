import { advanceRun, type RunEvent } from '../../lib/runs/run-life.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { dropRunState, readRunStates, writeRunState } from '../../lib/storage/run-states.ts';

/** The background's own copy of all runs, and the only one who writes them down. */
export interface RunBook {
  /** The newest first. */
  all(): Promise<readonly RunState[]>;
  get(id: string): Promise<RunState | null>;
  /** Rejects when there is no room for it. */
  add(state: RunState): Promise<void>;
  /** What the run is after the event; null when it is not known (any more). */
  advance(id: string, event: RunEvent): Promise<RunState | null>;
  drop(id: string): Promise<void>;
}

/** Makes the book; it reads what is stored when it is first asked. */
export function createRunBook(): RunBook {
  let known: Promise<Map<string, RunState>> | null = null;
  const runs = (): Promise<Map<string, RunState>> => {
    known ??= readRunStates().then((states) => new Map(states.map((state) => [state.id, state])));
    return known;
  };
  const write = inOrder();
  const get = async (id: string): Promise<RunState | null> => (await runs()).get(id) ?? null;
  return {
    get,
    all: async () => [...(await runs()).values()].sort((a, b) => b.startedAt - a.startedAt),
    async add(state) {
      await write(() => writeRunState(state));
      (await runs()).set(state.id, state);
    },
    async advance(id, event) {
      const state = await get(id);
      if (!state) return null;
      const next = advanceRun(state, event, Date.now());
      if (next === state) return state;
      (await runs()).set(id, next);
      await write(() => writeRunState(next));
      return next;
    },
    async drop(id) {
      (await runs()).delete(id);
      await write(() => dropRunState(id));
    },
  };
}

/** One after the other: of two writes of a run the later one must win. */
function inOrder(): (deed: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (deed) => {
    const done = last.then(deed);
    last = done.catch(() => undefined);
    return done;
  };
}
