import type { EvidenceMap } from '../kernel/evidence.ts';
import type { ResponseExchange } from '../kernel/exchange.ts';

/** The answers among which a 401 starts a sign-in; undefined where nothing was observed. */
export type SignInEvidence = {
  readonly [K in 'initialize' | 'discover' | 'slash-form' | 'legacy-sse' | 'listing']: EvidenceMap[K] | undefined;
};

/**
 * The 401 that makes a client look for a sign-in: the first request's, in the order in which the ways in are tried, or that of
 * the listing on a server that asks only there. Undefined when no 401 was met, or when a listing was given.
 */
export function signInRefusal(seen: SignInEvidence): ResponseExchange | undefined {
  const sse = seen['legacy-sse'];
  const exchanges = [
    seen.initialize?.exchange,
    seen.discover?.exchange,
    seen['slash-form']?.exchange,
    sse?.stream,
    sse?.initialize?.exchange,
    sse?.listing?.pages.at(-1)?.exchange,
    seen.listing?.pages.at(-1)?.exchange,
  ];
  const listed = [seen.listing, sse?.listing].some((listing) => listing?.end === 'complete');
  // A server that hands out its list without a sign-in needs none, whatever it answers to the other protocol era.
  if (listed) return undefined;
  return exchanges.find((exchange) => exchange?.kind === 'response' && exchange.status === 401) as
    ResponseExchange | undefined;
}
