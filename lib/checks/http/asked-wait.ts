import type { Exchange, Headers } from '../../kernel/exchange.ts';
import { edgeOf } from './edge-marks.ts';

/** How long an answer asks to wait: a time in seconds, or the words of a date; null when it does not say. */
export type AskedWait =
  { readonly kind: 'seconds'; readonly seconds: number } | { readonly kind: 'until'; readonly date: string } | null;

/**
 * Reads Retry-After, else the time after which a limit begins anew, in the forms that are in use for it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function askedWait(headers: Headers): AskedWait {
  const retryAfter = headers['retry-after']?.trim() ?? '';
  const seconds =
    inSeconds(retryAfter) ??
    inSeconds(headers['ratelimit-reset']) ??
    inSeconds(/(?:^|[\s;,])(?:reset|t)=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1]) ??
    inSeconds(headers['x-ratelimit-reset']);
  if (seconds !== undefined) return { kind: 'seconds', seconds };
  return Number.isNaN(Date.parse(retryAfter)) ? null : { kind: 'until', date: retryAfter.slice(0, 40) };
}

/** True for an answer that only asks to come back later. A challenge or a block under 429 is no limit that waiting lifts. */
export function asksToWait(exchange: Exchange | null | undefined): boolean {
  if (exchange?.kind !== 'response') return false;
  const edge = edgeOf(exchange);
  return edge ? edge.kind === 'rate-limit' : exchange.status === 429;
}

/** Larger numbers are points in time. */
const mostSeconds = 31 * 24 * 3600;

function inSeconds(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^\d{1,9}$/.test(trimmed)) return undefined;
  const seconds = Number(trimmed);
  return seconds <= mostSeconds ? seconds : undefined;
}
