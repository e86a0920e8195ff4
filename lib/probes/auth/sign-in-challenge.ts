import type { EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { signInRefusal } from '../../parsing/sign-in-refusal.ts';

/** What a probe must be able to wait for to know whether a sign-in was asked for. */
export const challengeNeeds = [
  'initialize',
  'discover',
  'slash-form',
  'legacy-sse',
  'listing',
] as const satisfies readonly EvidenceKey[];

interface ChallengeContext {
  when<K extends (typeof challengeNeeds)[number]>(key: K): Promise<Observation<EvidenceMap[K]>>;
}

/** Waits for the 401 that starts a sign-in, no longer than needed: the first request's is taken at once. */
export async function signInChallenge(context: ChallengeContext): Promise<ResponseExchange | undefined> {
  const initialize = observed(await context.when('initialize'));
  if (initialize?.exchange.kind === 'response' && initialize.exchange.status === 401) return initialize.exchange;
  const [discover, slashForm, legacySse, listing] = await Promise.all([
    context.when('discover'),
    context.when('slash-form'),
    context.when('legacy-sse'),
    context.when('listing'),
  ]);
  return signInRefusal({
    initialize,
    discover: observed(discover),
    'slash-form': observed(slashForm),
    'legacy-sse': observed(legacySse),
    listing: observed(listing),
  });
}
