import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { resourceMetadataUrls } from '../../parsing/well-known.ts';
import { wayIn, wayInNeeds } from '../transport/way-in.ts';
import { searchAtOnce } from './fetch-document.ts';
import { challengeNeeds, signInChallenge } from './sign-in-challenge.ts';

/** Resource metadata of a server that refused the first request without a 401: it shows that a sign-in was meant. */
export const metadataWithoutChallenge = defineProbe({
  key: 'metadata-without-challenge',
  after: [...wayInNeeds, ...challengeNeeds],
  plan: 'wider',
  async collect(context) {
    const first = observed(await context.when('initialize'));
    if (first?.exchange.kind !== 'response' || first.exchange.status === 401) return new Unavailable('prerequisite');
    if (await wayIn(context)) return new Unavailable('prerequisite');
    if (observed(await context.when('legacy-sse'))?.initialize?.reply.kind === 'result') {
      return new Unavailable('prerequisite');
    }
    if (await signInChallenge(context)) return new Unavailable('prerequisite');
    return searchAtOnce(context, resourceMetadataUrls(context.target.endpoint), { step: null, limit: 'side' });
  },
});
