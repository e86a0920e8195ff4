import type { EvidenceKey, EvidenceMap, RpcEvidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import { observed, type Observation } from './observation.ts';
import { isRpcPeer, resultObject } from './rpc-reply.ts';

/** The observations that were made with the token. */
export type SignedInSeen = {
  readonly [
    K in
      | 'sign-in'
      | 'signed-in-initialize'
      | 'signed-in-discover'
      | 'signed-in-legacy-sse'
      | 'signed-in-initialized'
      | 'signed-in-listing'
  ]?: Observation<EvidenceMap[K]>;
};

/** A request that was refused although it carried the token that was just issued. */
export interface TokenRefusal {
  readonly asked: 'initialize' | 'list';
  readonly exchange: Exchange;
}

/** The first request that the issued token did not open, or null. One era may be closed where the other is open. */
export function tokenRefusal(seen: SignedInSeen): TokenRefusal | null {
  const initialize = observed(seen['signed-in-initialize']);
  if (!initialize) return null;
  const isOpen = [initialize, observed(seen['signed-in-discover'])].some((way) => way && resultObject(way.reply));
  const refused = isRefused(initialize.exchange) || isTooLong(initialize, seen);
  if (!isOpen && refused) return { asked: 'initialize', exchange: initialize.exchange };
  const page = observed(seen['signed-in-listing'])?.pages.at(-1);
  return page && isRefused(page.exchange) ? { asked: 'list', exchange: page.exchange } : null;
}

/** True when the run signed in, and was let in: what lies behind the sign-in was seen. */
export function isInside(seen: SignedInSeen): boolean {
  if (observed(seen['sign-in'])?.failure !== null || !observed(seen['signed-in-initialize'])) return false;
  return tokenRefusal(seen)?.asked !== 'initialize';
}

/** The observations with what was seen behind the sign-in in place of the first contact; the same ones where nobody got there. */
export function behindSignIn<T extends SignedInSeen>(seen: T): T {
  if (!isInside(seen)) return seen;
  const inside = Object.entries(counterparts).map(([key, counterpart]) => [key, seen[counterpart] ?? never]);
  return { ...seen, ...Object.fromEntries(inside), 'slash-form': never };
}

const counterparts = {
  initialize: 'signed-in-initialize',
  discover: 'signed-in-discover',
  'legacy-sse': 'signed-in-legacy-sse',
  initialized: 'signed-in-initialized',
  listing: 'signed-in-listing',
} as const satisfies Partial<Record<EvidenceKey, keyof SignedInSeen>>;

const never: Observation<never> = { status: 'unavailable', because: 'prerequisite' };

function isRefused(exchange: Exchange): boolean {
  return exchange.kind === 'response' && (exchange.status === 401 || exchange.status === 403);
}

/** Servers take some kilobytes of headers: what they refuse of a request with a token beyond that is its size. */
function isTooLong({ exchange, reply }: RpcEvidence, seen: SignedInSeen): boolean {
  if (exchange.kind !== 'response') return false;
  if (exchange.status === 431) return true;
  const isHuge = (observed(seen['sign-in'])?.issued?.length ?? 0) >= hugeToken;
  return isHuge && [400, 413, 414].includes(exchange.status) && !isRpcPeer(reply);
}

/** The smallest usual limit of a header is 8 KiB. UTF-16 code units. */
const hugeToken = 7_000;
