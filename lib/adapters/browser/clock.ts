import type { ClockPort } from '../../kernel/ports.ts';

/** A clock that can stand still: neither `now` nor what waits goes on meanwhile. */
export interface PausableClock extends ClockPort {
  /** Stops it until the answer is called; with several pauses, until the last of them is over. */
  pause(): () => void;
}

interface Waiter {
  /** On this clock. */
  readonly due: number;
  readonly ring: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Makes a clock that runs with `read` (milliseconds; default: the machine's clock). */
export function createPausableClock(read: () => number = () => Date.now()): PausableClock {
  const waiters = new Set<Waiter>();
  let pauses = 0;
  let stoodStillMs = 0;
  let pausedAt = 0;
  const now = (): number => (pauses > 0 ? pausedAt : read()) - stoodStillMs;
  const arm = (waiter: Waiter): void => {
    waiter.timer = setTimeout(waiter.ring, Math.max(0, waiter.due - now()));
  };
  return {
    now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const ring = (): void => {
          clearTimeout(waiter.timer);
          waiters.delete(waiter);
          signal.removeEventListener('abort', ring);
          resolve();
        };
        const waiter: Waiter = { due: now() + ms, ring, timer: undefined };
        waiters.add(waiter);
        signal.addEventListener('abort', ring, { once: true });
        if (pauses === 0) arm(waiter);
      }),
    pause() {
      if (pauses === 0) {
        pausedAt = read();
        for (const waiter of waiters) clearTimeout(waiter.timer);
      }
      pauses += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        pauses -= 1;
        if (pauses > 0) return;
        stoodStillMs += read() - pausedAt;
        for (const waiter of waiters) arm(waiter);
      };
    },
  };
}
