import type { SiteIcons } from '../kernel/evidence-icons.ts';
import type { Exchange } from '../kernel/exchange.ts';

/** True when a site without an icon can still have one: something that would name or be it could not be seen. */
export function mayHideIcon({ page, icons, manifest }: SiteIcons): boolean {
  return [page, manifest?.exchange, ...icons.map(({ exchange }) => exchange)].some(
    (exchange) => isUnsure(exchange) && !isLoop(exchange),
  );
}

/** Redirects in a circle are the server’s own answer: they lead nobody to a file. */
function isLoop(exchange: Exchange | null | undefined): boolean {
  return exchange?.kind === 'failure' && exchange.reason === 'redirect-loop';
}

/**
 * True for an answer that says nothing of whether a file exists: none at all, a refusal by an edge, a server in trouble, or a body that
 * was cut short.
 */
export function isUnsure(exchange: Exchange | null | undefined): boolean {
  if (!exchange) return false;
  if (exchange.kind === 'failure') return true;
  const { status, bodyEnd } = exchange;
  const isWhole = bodyEnd === 'complete' || bodyEnd === 'enough';
  return status === 403 || status === 408 || status === 429 || status >= 500 || !isWhole;
}
