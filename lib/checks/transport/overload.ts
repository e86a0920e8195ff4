import type { Exchange } from '../../kernel/exchange.ts';

/** True for “too many requests”, in either form: our own burst may have brought it about, and it says nothing of what was asked. */
export function isOverload(exchange: Exchange): boolean {
  if (exchange.kind === 'failure') return false;
  return exchange.status === 429 || (exchange.status === 503 && 'retry-after' in exchange.headers);
}
