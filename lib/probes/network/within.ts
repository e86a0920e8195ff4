import type { ClockPort } from '../../kernel/ports.ts';

/** A signal that aborts after so many milliseconds, or when the outer one does. Release it when the work is done. */
export function within(
  clock: ClockPort,
  ms: number,
  outer: AbortSignal,
): { readonly signal: AbortSignal; release(): void } {
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  void clock.wait(ms, signal).then(() => own.abort());
  return { signal, release: () => own.abort() };
}
