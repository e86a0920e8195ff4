import type { ClockPort } from '../kernel/ports.ts';

export interface Deadline {
  /** Aborts at the deadline, or when the outer signal does. */
  readonly signal: AbortSignal;
  /** What ended the run, or null while nothing has. */
  endedBy(): 'deadline' | 'cancelled' | null;
  /** Lets go of the timer and of whatever still listens. */
  release(): void;
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
