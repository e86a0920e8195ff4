import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isRpcPeer, resultObject, type RpcReply } from '../../kernel/rpc-reply.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { modernVersion, rpcErrorCodes } from '../../standards/protocol.ts';

/** The evidence from which the first request's fate is read. */
export type FirstAnswerEvidence = {
  readonly [K in 'initialize' | 'discover' | 'slash-form' | 'legacy-sse']: Observation<EvidenceMap[K]>;
};

/** What Claude's first request met. `works` tells by which way a session or listing came about, or that none did. */
export interface FirstAnswer {
  readonly exchange: Exchange;
  readonly reply: RpcReply;
  readonly works: 'legacy' | 'modern' | 'slash-form' | 'legacy-sse' | null;
}

/** The answer that decides step 3, or undefined when initialize was not seen. */
export function firstAnswer(seen: FirstAnswerEvidence): FirstAnswer | undefined {
  const initialize = observed(seen.initialize);
  return initialize && firstAnswerTo(initialize, seen);
}

/**
 * The answer that decides step 3. Where nothing works it is the plain initialize's, or the modern request's when that alone was
 * told in JSON-RPC which versions are spoken: a transport fallback never overwrites the first error.
 */
export function firstAnswerTo(initialize: RpcEvidence, seen: Omit<FirstAnswerEvidence, 'initialize'>): FirstAnswer {
  const { exchange, reply } = initialize;
  const discover = observed(seen.discover);
  if (resultObject(reply)) return { exchange, reply, works: 'legacy' };
  if (discover && speaksModern(discover.reply)) return { ...discover, works: 'modern' };
  const slash = observed(seen['slash-form']);
  if (slash && resultObject(slash.reply)) return { exchange: slash.exchange, reply: slash.reply, works: 'slash-form' };
  const sse = observed(seen['legacy-sse']);
  if (sse?.initialize && resultObject(sse.initialize.reply)) return { ...sse.initialize, works: 'legacy-sse' };
  if (discover && namesVersions(discover.reply) && !isRpcPeer(reply) && !isOverloaded(exchange))
    return { ...discover, works: null };
  return { exchange, reply, works: null };
}

/** “Unsupported protocol version” is the modern era's own refusal; other errors only say that the method is unknown. */
function namesVersions(reply: RpcReply): boolean {
  return 'error' in reply && reply.error.code === rpcErrorCodes.unsupportedProtocolVersion;
}

/** A gateway without its server, or too many requests: that befell this request and says nothing of the versions spoken. */
function isOverloaded(exchange: Exchange): boolean {
  return exchange.kind === 'response' && [429, 502, 503, 504].includes(exchange.status);
}

/** True when a server/discover result names 2026-07-28: a server that answers it but lists only older versions is not modern. */
export function speaksModern(reply: RpcReply): boolean {
  return supportedVersions(reply).includes(modernVersion);
}
