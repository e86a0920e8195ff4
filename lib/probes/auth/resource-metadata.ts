import type { DocumentAttempt } from '../../kernel/evidence.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { resourceMetadataUrls } from '../../parsing/well-known.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { searchInOrder, type Place } from './fetch-document.ts';
import { challengeNeeds, signInChallenge } from './sign-in-challenge.ts';

/**
 * Protected resource metadata after a 401: the URL that the challenge names, else the two well-known ones.
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-3.1
 */
export const resourceMetadata = defineProbe({
  key: 'resource-metadata',
  after: challengeNeeds,
  plan: 'walk',
  async collect(context) {
    const refused = await signInChallenge(context);
    if (!refused) return new Unavailable('prerequisite');
    const named = bearerChallenge(refused.headers['www-authenticate'] ?? '')?.resourceMetadata;
    const places: readonly Place[] = [
      ...(named === undefined ? [] : [{ url: named, form: 'challenge' as const }]),
      ...resourceMetadataUrls(context.target.endpoint),
    ];
    return searchInOrder(context, places, { step: 5, giveUp: isSilentEndpoint });

    // The connector's own host answered a moment ago: when it falls silent, every further place would cost a whole step.
    function isSilentEndpoint({ url, exchange }: DocumentAttempt): boolean {
      const timedOut = exchange?.kind === 'failure' && exchange.reason === 'timeout';
      return timedOut && new URL(url).host === new URL(context.target.endpoint).host;
    }
  },
});
