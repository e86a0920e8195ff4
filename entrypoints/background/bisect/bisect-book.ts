import { advance, type BisectEvent } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { bisectState } from '../../../lib/storage/bisect-state.ts';

/** The background's own copy of the search, and the only one who writes it down. */
export interface BisectBook {
  /** As it stands now; null when there is none. */
  current(): Promise<BisectState | null>;
  /** Ends when it is written down: only then may anything be switched. Rejects when there is no room for it. */
  write(state: BisectState | null): Promise<void>;
  /** Writes down what follows from the event. With `from` only where the state is still that one; without a search nothing. */
  advance(event: BisectEvent, from?: BisectState): Promise<void>;
  /** Aborted as soon as the state is another one than this. */
  whileAt(state: BisectState): AbortSignal;
}

/** Makes the book; it reads what is stored when it is first asked. */
export function createBisectBook(): BisectBook {
  let state: BisectState | null = null;
  let reading: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  let turn = new AbortController();
  const ready = (): Promise<void> =>
    (reading ??= bisectState.read().then(
      (stored) => {
        state = stored;
      },
      (error: unknown) => {
        reading = null;
        throw error;
      },
    ));
  const write = async (next: BisectState | null): Promise<void> => {
    state = next;
    turn.abort();
    turn = new AbortController();
    const done = last.then(() => bisectState.write(next));
    last = done.catch(() => undefined);
    await done;
  };
  return {
    async current() {
      await ready();
      return state;
    },
    async write(next) {
      await ready();
      await write(next);
    },
    async advance(event, from) {
      await ready();
      if (state === null || (from !== undefined && from !== state)) return;
      const next = advance(state, event, Date.now());
      if (next !== state) await write(next);
    },
    whileAt: (at) => (at === state ? turn.signal : AbortSignal.abort()),
  };
}
