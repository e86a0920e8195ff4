import type { Exchange } from '../../kernel/exchange.ts';

/** When an exchange took place, as parts of the whole: 0 is the start of the first request, 1 the end of the last. */
export interface Bar {
  readonly start: number;
  /** Where the response’s head was complete; the end where it never was. */
  readonly head: number;
  readonly end: number;
}

export interface Waterfall {
  /** Milliseconds from the first request to the last byte. */
  readonly spanMs: number;
  /** By the exchange’s id. */
  readonly bars: ReadonlyMap<string, Bar>;
  /** Round times in milliseconds that fit into the span, at most `mostTicks`; the first is 0. */
  readonly ticks: readonly number[];
}

/** Lays all exchanges on one line of time. Times that make no sense (a foreign report may hold them) are brought into the line. */
export function waterfall(exchanges: readonly Exchange[]): Waterfall {
  const spans = exchanges.map(spanOf);
  const first = spans.reduce((least, { startedAt }) => Math.min(least, startedAt), Infinity);
  const last = spans.reduce((most, { endedAt }) => Math.max(most, endedAt), -Infinity);
  const spanMs = spans.length === 0 ? 0 : Math.max(0, last - first);
  const part = (at: number): number => (spanMs === 0 ? 0 : Math.min(1, Math.max(0, (at - first) / spanMs)));
  return {
    spanMs,
    bars: new Map(
      spans.map(({ id, startedAt, headAt, endedAt }) => [
        id,
        { start: part(startedAt), head: part(headAt), end: part(endedAt) },
      ]),
    ),
    ticks: ticksOf(spanMs),
  };
}

export const mostTicks = 5;

function ticksOf(spanMs: number): readonly number[] {
  if (spanMs <= 0) return [0];
  const least = spanMs / mostTicks;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate > least) ?? least;
  return Array.from({ length: Math.floor(spanMs / step) + 1 }, (_, index) => index * step).slice(0, mostTicks);
}

interface Span {
  readonly id: string;
  readonly startedAt: number;
  readonly headAt: number;
  readonly endedAt: number;
}

function spanOf({ id, timing }: Exchange): Span {
  const startedAt = finite(timing.startedAt);
  const durationMs = Math.max(0, finite(timing.durationMs));
  const headMs = timing.headersMs === null ? durationMs : Math.min(durationMs, Math.max(0, finite(timing.headersMs)));
  return { id, startedAt, headAt: startedAt + headMs, endedAt: startedAt + durationMs };
}

/** Times beyond those that a date can have are none, and differences of them would overflow. */
function finite(value: number): number {
  return Math.abs(value) <= 8.64e15 ? value : 0;
}
