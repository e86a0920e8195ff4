import type { EvidenceKey, EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';
import { refusesForWantOfSignIn } from '../auth/sign-in-signs.ts';
import { answerKind, type AnswerKind } from './answer-kind.ts';
import { firstAnswerTo, type FirstAnswer } from './first-answer.ts';
import { statedRefusal } from './stated-refusal.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to ask what the first request met. */
export const walkAnswerUses = [
  'discover',
  'slash-form',
  'legacy-sse',
  'nearby-paths',
  'metadata-without-challenge',
] as const satisfies readonly EvidenceKey[];

/** The part of what a check sees that tells what the first request met. */
export type WalkAnswerSeen = { readonly initialize: EvidenceMap['initialize'] } & {
  readonly [K in (typeof walkAnswerUses)[number]]: Observation<EvidenceMap[K]>;
};

/**
 * What the first request met, as far as HTTP goes.
 * - `works`: MCP is spoken. `unreached`: no HTTP response.
 * - `sign-in`: a 401 of the server's. `disguised-sign-in`: another answer that means one, of which auth.* speaks.
 * - `elsewhere`: the address does not answer as MCP, and a nearby form of it does.
 * - `refused`: anything else, sorted by `answer`.
 */
export type WalkAnswer =
  | { readonly kind: 'works'; readonly way: NonNullable<FirstAnswer['works']> }
  | { readonly kind: 'unreached' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'disguised-sign-in' }
  | { readonly kind: 'elsewhere' }
  | {
      readonly kind: 'refused';
      readonly answer: AnswerKind;
      readonly exchange: ResponseExchange;
      readonly reply: RpcReply;
    };

/** Tells what the first request met. */
export function walkAnswer(seen: WalkAnswerSeen): WalkAnswer {
  const first = firstAnswerTo(seen.initialize, seen);
  if (first.works) return { kind: 'works', way: first.works };
  const { exchange, reply } = first;
  const answer = answerKind(exchange, reply);
  if (exchange.kind === 'failure') return { kind: 'unreached' };
  if (answer === 'sign-in') return { kind: 'sign-in' };
  // A gateway’s sign-in is none that OAuth metadata could announce, whatever words it uses.
  const isGateway = answer === 'login-wall' && isForeign(exchange);
  // Metadata beside it does not make a sign-in of a refusal that states another reason.
  const isStated = statedRefusal(exchange, reply) !== undefined;
  if (
    !isGateway &&
    !isStated &&
    refusesForWantOfSignIn(exchange, reply, observed(seen['metadata-without-challenge']))
  ) {
    return { kind: 'disguised-sign-in' };
  }
  if (pathAnswers.includes(answer) && isServedNearby(seen)) return { kind: 'elsewhere' };
  return { kind: 'refused', answer, exchange, reply };
}

/** Answers of which the path may be the reason. */
const pathAnswers: readonly AnswerKind[] = ['not-found', 'html', 'server-error', 'forbidden'];

function isForeign({ url, finalUrl, headers }: ResponseExchange): boolean {
  const landed = headers['location'] ?? finalUrl;
  if (!URL.canParse(landed, finalUrl) || !URL.canParse(url)) return false;
  return new URL(landed, finalUrl).hostname !== new URL(url).hostname;
}

function isServedNearby(seen: WalkAnswerSeen): boolean {
  if ((observed(seen['nearby-paths'])?.tried ?? []).some((path) => path.looksLikeMcp)) return true;
  const slash = observed(seen['slash-form']);
  if (slash && asksForSignIn(slash)) return true;
  // The older transport is there, though it does not get as far as a listing: transport.* says why.
  const sse = observed(seen['legacy-sse']);
  return sse?.endpoint != null || sse?.refusedEndpoint === true;
}

function asksForSignIn({ exchange }: RpcEvidence): boolean {
  return exchange.kind === 'response' && exchange.status === 401;
}
