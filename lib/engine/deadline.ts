import type { ClockPort } from '../kernel/ports.ts';

export interface Deadline {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: AbortSignal;
  /** What ended the run, or null while nothing has. */
  endedBy(): 'deadline' | 'cancelled' | null;
  /** Lets go of the timer and of whatever still listens. */
  release(): void;
}

/** A short time after the end of a run, in which it takes back what it made on the other side. */
export interface Grace {
  /** Aborts so long after the run has ended; never before. */
  readonly signal: AbortSignal;
  release(): void;
}

/** Starts to count when `ended` aborts. */
export function graceAfter(clock: ClockPort, graceMs: number, ended: AbortSignal): Grace {
  const abort = new AbortController();
  const released = new AbortController();
  const count = (): void => {
    void clock.wait(graceMs, released.signal).then(() => {
      abort.abort();
    });
  };
  if (ended.aborted) count();
  else ended.addEventListener('abort', count, { once: true, signal: released.signal });
  return {
    signal: abort.signal,
    release: () => {
      released.abort();
    },
  };
}

/** Bounds a run in time: `timeoutMs` from now, or earlier by the outer signal. */
export function startDeadline(clock: ClockPort, timeoutMs: number, outer: AbortSignal): Deadline {
  const abort = new AbortController();
  let endedBy: 'deadline' | 'cancelled' | null = null;
  const end = (because: 'deadline' | 'cancelled'): void => {
    endedBy ??= because;
    abort.abort();
  };
  const cancel = (): void => end('cancelled');
  if (outer.aborted) cancel();
  else outer.addEventListener('abort', cancel, { once: true });
  void clock.wait(timeoutMs, abort.signal).then(() => {
    if (!abort.signal.aborted) end('deadline');
  });
  return {
    signal: abort.signal,
    endedBy: () => endedBy,
    release: () => {
      outer.removeEventListener('abort', cancel);
      abort.abort();
    },
  };
}
