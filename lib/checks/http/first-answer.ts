import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isRpcPeer, type RpcReply } from '../../kernel/rpc-reply.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { modernVersion } from '../../standards/protocol.ts';

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

/**
 * The answer that decides step 3. Where nothing works it is the plain initialize's, or the modern request's when only that met
 * a JSON-RPC peer: a transport fallback never overwrites the first error.
 */
export function firstAnswer(seen: FirstAnswerEvidence): FirstAnswer | undefined {
  const initialize = observed(seen.initialize);
  if (!initialize) return undefined;
  const discover = observed(seen.discover);
  if (initialize.reply.kind === 'result') return { ...initialize, works: 'legacy' };
  if (discover && speaksModern(discover.reply)) return { ...discover, works: 'modern' };
  const slash = observed(seen['slash-form']);
  if (slash?.reply.kind === 'result') return { ...slash, works: 'slash-form' };
  const sse = observed(seen['legacy-sse']);
  if (sse?.initialize?.reply.kind === 'result') return { ...sse.initialize, works: 'legacy-sse' };
  if (discover && isRpcPeer(discover.reply) && !isRpcPeer(initialize.reply)) {
    return { ...discover, works: null };
  }
  return { ...initialize, works: null };
}

/** True when a server/discover result names 2026-07-28: a server that answers it but lists only older versions is not modern. */
export function speaksModern(reply: RpcReply): boolean {
  return supportedVersions(reply).includes(modernVersion);
}
