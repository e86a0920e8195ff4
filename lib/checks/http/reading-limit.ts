import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { usualMaxBodyBytes } from '../../standards/limits.ts';

/** True when a body was not read to its end because it passed the reading limit. */
export function isCutAtLimit(exchange: Exchange): exchange is ResponseExchange {
  return exchange.kind === 'response' && exchange.bodyEnd === 'limit';
}

/**
 * True when the person had set a lower limit than the usual one. A compressed body is cut by its packed size too, and what came
 * out of it says nothing of the limit.
 */
export function isLimitLowered({ headers, bodyBytes }: ResponseExchange): boolean {
  return headers['content-encoding'] === undefined && bodyBytes < usualMaxBodyBytes;
}

/** True when the limit was so low that replies of sound servers pass it as well: that says nothing of the server. */
export function isOwnLimit(exchange: Exchange): exchange is ResponseExchange {
  return isCutAtLimit(exchange) && isLimitLowered(exchange) && exchange.bodyBytes < smallestUsefulBytes;
}

/** A long list of tools takes a few hundred kilobytes. */
const smallestUsefulBytes = usualMaxBodyBytes / 32;
