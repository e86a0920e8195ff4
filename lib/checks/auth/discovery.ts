import type { DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { signInRefusal } from '../../parsing/sign-in-refusal.ts';
import { answerKind } from '../http/answer-kind.ts';
import { asksToWait } from '../http/asked-wait.ts';
import { isBrokenDocument } from './attempt-words.ts';
import { opened, refusals, refusalUses, type RefusalsSeen } from './refusals.ts';
import { staticCredential, type StaticCredential } from './static-credential.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to ask how the discovery went. */
export const discoveryUses = [
  ...refusalUses,
  'resource-metadata',
  'authorization-server',
  'default-endpoints',
  'misplaced-resource-metadata',
] as const;

/** The part of what a check sees that tells how the discovery went. */
export type DiscoverySeen = RefusalsSeen & {
  readonly [K in (typeof discoveryUses)[number]]: Observation<EvidenceMap[K]>;
};

interface Challenged {
  /** The 401. */
  readonly challenge: ResponseExchange;
}

/**
 * How the search for the sign-in went, in exactly one kind.
 * - `none`: no sign-in was asked for by a 401, so nothing was searched. `unseen`: it was, and the search could not be seen.
 * - `metadata`: resource metadata was found, good or bad. `origin`, `default-endpoints`: none, but an older way in.
 * - `misplaced`, `static`, `broken`, `nothing`: the search failed, and why.
 */
export type Discovery =
  | { readonly kind: 'none'; readonly because: SkipReason }
  | ({ readonly kind: 'unseen'; readonly because: SkipReason } & Challenged)
  | ({ readonly kind: 'metadata'; readonly attempt: DocumentAttempt } & Challenged)
  | ({ readonly kind: 'origin'; readonly attempt: DocumentAttempt } & Challenged)
  | ({ readonly kind: 'default-endpoints' } & Challenged)
  | ({ readonly kind: 'misplaced'; readonly attempt: DocumentAttempt } & Challenged)
  | ({ readonly kind: 'static'; readonly asks: StaticCredential } & Challenged)
  | ({ readonly kind: 'broken'; readonly attempt: DocumentAttempt } & Challenged)
  | ({ readonly kind: 'nothing' } & Challenged);

/** Decides how the discovery went. */
export function discovery(seen: DiscoverySeen): Discovery {
  const challenge = signInRefusal({
    initialize: seen.initialize,
    discover: observed(seen.discover),
    'slash-form': observed(seen['slash-form']),
    'legacy-sse': observed(seen['legacy-sse']),
    listing: observed(seen.listing),
  });
  if (!challenge) return { kind: 'none', because: withoutChallenge(seen) };
  // A wall before the server asks for a sign-in of its own: nothing is known of the server behind it.
  if (answerKind(challenge, { kind: 'other-type', contentType: '' }) !== 'sign-in') {
    return { kind: 'none', because: 'not-reached' };
  }
  const resource = observed(seen['resource-metadata']);
  if (!resource) return { kind: 'unseen', because: whyUnseen(seen['resource-metadata']), challenge };
  if (resource.chosen !== null) {
    const attempt = resource.attempts[resource.chosen];
    if (attempt) return { kind: 'metadata', attempt, challenge };
  }
  // Nothing is missing where we were only asked to wait.
  if (resource.attempts.some(({ exchange }) => asksToWait(exchange)))
    return { kind: 'unseen', because: 'not-reached', challenge };
  return withoutResourceMetadata(seen, challenge);
}

/** True when Claude finds a sign-in, by whatever way. */
export function foundSignIn({ kind }: Discovery): boolean {
  return kind === 'metadata' || kind === 'origin' || kind === 'default-endpoints';
}

/** Why something was not seen, as a reason to skip. */
export function whyUnseen(observation: Observation<unknown>): SkipReason {
  if (observation.status === 'crashed') return 'crashed';
  if (observation.status === 'observed') return 'not-applicable';
  return observation.because === 'cancelled' || observation.because === 'prerequisite'
    ? 'not-reached'
    : observation.because;
}

/** The document that was meant as resource metadata and cannot be read, when none was found. */
export function brokenAttempt(seen: DiscoverySeen): DocumentAttempt | undefined {
  const resource = observed(seen['resource-metadata']);
  return resource?.chosen === null ? resource.attempts.find(isBrokenDocument) : undefined;
}

function withoutResourceMetadata(seen: DiscoverySeen, challenge: ResponseExchange): Discovery {
  const server = observed(seen['authorization-server']);
  if (!server) return { kind: 'unseen', because: whyUnseen(seen['authorization-server']), challenge };
  const atOrigin = server.chosen === null ? undefined : server.attempts[server.chosen];
  if (atOrigin) return { kind: 'origin', attempt: atOrigin, challenge };

  const defaults = observed(seen['default-endpoints']);
  if (!defaults) return { kind: 'unseen', because: whyUnseen(seen['default-endpoints']), challenge };
  if (defaults.endpoints.length > 0 && defaults.endpoints.every(({ exists }) => exists)) {
    return { kind: 'default-endpoints', challenge };
  }
  const elsewhere = observed(seen['misplaced-resource-metadata']);
  const misplaced = elsewhere?.attempts[elsewhere.chosen ?? -1];
  if (misplaced) return { kind: 'misplaced', attempt: misplaced, challenge };
  const broken = brokenAttempt(seen);
  if (broken) return { kind: 'broken', attempt: broken, challenge };
  const asks = staticCredential(challenge);
  return asks ? { kind: 'static', asks, challenge } : { kind: 'nothing', challenge };
}

/** A server that works without a sign-in has no discovery to judge; one that refuses otherwise was not examined so far. */
function withoutChallenge(seen: DiscoverySeen): SkipReason {
  return opened(seen).works !== null && refusals(seen).length === 0 ? 'not-applicable' : 'not-reached';
}
