import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { firstAnswerTo, type FirstAnswer } from '../http/first-answer.ts';
import { signInSign, type SignInSign } from './sign-in-signs.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to see every answer that may ask for a sign-in. */
export const refusalUses = [
  'discover',
  'slash-form',
  'legacy-sse',
  'listing',
  'made-up-call',
  'metadata-without-challenge',
] as const;

/** The part of what a check sees in which a sign-in may be asked for. */
export type RefusalsSeen = { readonly initialize: EvidenceMap['initialize'] } & {
  readonly [K in (typeof refusalUses)[number]]: Observation<EvidenceMap[K]>;
};

/** An answer, other than a 401, that refuses for want of a sign-in. */
export interface Refusal extends RpcEvidence {
  readonly sign: SignInSign;
  readonly asked: 'first' | 'list' | 'call';
}

/** The answer to the first request, and by which way the server works. */
export function opened(seen: RefusalsSeen): FirstAnswer {
  return firstAnswerTo(seen.initialize, seen);
}

/** The answers that refuse for want of a sign-in without saying so by a 401, in the order in which they were met. */
export function refusals(seen: RefusalsSeen): readonly Refusal[] {
  const first = opened(seen);
  if (first.works === null) {
    const { initialize } = seen;
    const metadata = observed(seen['metadata-without-challenge']);
    return refusal(first, 'first', metadata) ?? refusal(initialize, 'first', metadata) ?? [];
  }
  const list = first.works === 'legacy-sse' ? observed(seen['legacy-sse'])?.listing : observed(seen.listing);
  const page = list?.end === 'failed' && list.pages.length === 1 ? list.pages[0] : undefined;
  const call = observed(seen['made-up-call']);
  return [...((page && refusal(page, 'list', undefined)) ?? []), ...((call && refusal(call, 'call', undefined)) ?? [])];
}

function refusal(
  { exchange, reply }: RpcEvidence,
  asked: Refusal['asked'],
  metadata: EvidenceMap['metadata-without-challenge'] | undefined,
): readonly [Refusal] | undefined {
  const sign = signInSign(exchange, reply, metadata);
  return sign === null ? undefined : [{ exchange, reply, sign, asked }];
}
