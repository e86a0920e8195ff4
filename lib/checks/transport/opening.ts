import type { EvidenceKey, EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isRpcPeer } from '../../kernel/rpc-reply.ts';
import { refusesForWantOfSignIn } from '../auth/sign-in-signs.ts';
import { answerKind, type AnswerKind } from '../http/answer-kind.ts';
import { firstAnswerTo, type FirstAnswer } from '../http/first-answer.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to ask how the conversation opened. */
export const openingUses = [
  'discover',
  'slash-form',
  'legacy-sse',
  'metadata-without-challenge',
] as const satisfies readonly EvidenceKey[];

/** The part of what a check sees that tells how the conversation opened. */
export type OpeningSeen = { readonly initialize: EvidenceMap['initialize'] } & {
  readonly [K in (typeof openingUses)[number]]: Observation<EvidenceMap[K]>;
};

/**
 * How the first request went.
 * - `works`: MCP is spoken, by the way that is named.
 * - `sign-in`: a 401, or an answer that means one; the rest can only be seen after it.
 * - `unreached`: no HTTP response.
 * - `refused`: something answered, sorted by `answer`; `asked` names the request that the exchange belongs to. `isFirst` is false
 *   where `firstAnswer`, and with it the checks of HTTP, look at the answer to another request.
 */
export type Opening =
  | ({ readonly kind: 'works'; readonly way: NonNullable<FirstAnswer['works']> } & RpcEvidence)
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'unreached' }
  | ({
      readonly kind: 'refused';
      readonly answer: AnswerKind;
      readonly asked: Asked;
      readonly isFirst: boolean;
    } & RpcEvidence);

/** The request whose answer is judged, as it is called on the wire. */
export type Asked = 'initialize' | 'server/discover';

/** Tells how the first request went, and which answer decides it. */
export function opening(seen: OpeningSeen): Opening {
  const { initialize } = seen;
  const first = firstAnswerTo(initialize, seen);
  if (first.works) return { kind: 'works', way: first.works, exchange: first.exchange, reply: first.reply };
  const { exchange, reply, asked } = decisive(seen, first);
  if (wantsSignIn(initialize, seen) || wantsSignIn({ exchange, reply }, seen) || sseWantsSignIn(seen)) {
    return { kind: 'sign-in' };
  }
  const answer = answerKind(exchange, reply);
  const refused = { kind: 'refused', asked, exchange, reply, isFirst: first.exchange === exchange } as const;
  if (answer === 'no-response') {
    // The same server answered the modern request in JSON-RPC: it is reached, and silent on initialize alone.
    const discover = observed(seen.discover);
    const isSilent = exchange.kind === 'failure' && exchange.reason === 'timeout';
    return isSilent && discover && isRpcPeer(discover.reply)
      ? { ...refused, answer: 'no-reply' }
      : { kind: 'unreached' };
  }
  return { ...refused, answer: refined(answer, refused) };
}

/** Why codes that need a working conversation cannot be judged, or null when there is one over Streamable HTTP with initialize. */
export function withoutHandshake(opened: Opening): SkipReason | null {
  if (opened.kind === 'sign-in') return 'needs-sign-in';
  if (opened.kind !== 'works') return 'not-reached';
  return opened.way === 'legacy' || opened.way === 'slash-form' ? null : 'not-applicable';
}

/** True when initialize (plain, or on the form with the slash) was given a session. */
export function sessionIssued(seen: OpeningSeen, opened: Opening): boolean {
  if (opened.kind !== 'works') return false;
  if (opened.way === 'legacy') return seen.initialize.sessionIssued;
  return (
    opened.way === 'slash-form' && opened.exchange.kind === 'response' && 'mcp-session-id' in opened.exchange.headers
  );
}

/** The answer that decides, when nothing works. */
function decisive(seen: OpeningSeen, first: FirstAnswer): RpcEvidence & { readonly asked: Asked } {
  const { initialize } = seen;
  const sse = observed(seen['legacy-sse']);
  // A client that was sent to the older transport fails there, with what the stream or its message endpoint answers.
  if (sse?.asClient && sse.initialize && isTaken(sse.initialize)) return { ...sse.initialize, asked: 'initialize' };
  const asked = first.exchange === initialize.exchange ? 'initialize' : 'server/discover';
  return { exchange: first.exchange, reply: first.reply, asked };
}

function isTaken({ exchange }: RpcEvidence): boolean {
  return exchange.kind === 'response' && exchange.status < 300;
}

function wantsSignIn({ exchange, reply }: RpcEvidence, seen: OpeningSeen): boolean {
  // A 401 of a login wall or a firewall is not the server's.
  if (answerKind(exchange, reply) === 'sign-in') return true;
  return refusesForWantOfSignIn(exchange, reply, observed(seen['metadata-without-challenge']));
}

/** True when a client that falls back to the older transport meets a 401 there. */
export function sseWantsSignIn(seen: OpeningSeen): boolean {
  const sse = observed(seen['legacy-sse']);
  if (!sse?.asClient) return false;
  return [sse.stream, sse.initialize?.exchange].some(
    (exchange) => exchange?.kind === 'response' && exchange.status === 401,
  );
}

/** True when a client would have come to a stream of the older transport that names a message endpoint. */
export function sseOpens(seen: OpeningSeen): boolean {
  const sse = observed(seen['legacy-sse']);
  return sse !== undefined && sse.asClient && (sse.endpoint !== null || sse.refusedEndpoint);
}

/** Servers wrap 405 and 406 in JSON-RPC errors as well (the official SDKs do): the status tells more than that a peer is there. */
function refined(answer: AnswerKind, { exchange }: RpcEvidence): AnswerKind {
  if (answer !== 'mcp' || exchange.kind !== 'response') return answer;
  if (exchange.status === 405) return 'method-not-allowed';
  return exchange.status === 406 ? 'not-acceptable' : answer;
}
