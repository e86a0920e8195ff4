import type { RefreshRound } from '../../kernel/evidence-signed-in.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import type { SignedInMemory } from '../../kernel/signed-in-memory.ts';
import { listRequest } from '../transport/listing.ts';
import { wayInsideNeeds } from '../transport/way-inside.ts';
import { signedInWay } from '../transport/way-inside.ts';
import { sessionUsers, waitForUsers } from '../transport/session-users.ts';
import { failureOf } from './failures.ts';
import { fetchTokens } from './fetch-tokens.ts';
import { loadOfficialClient, tokenPartiesOf } from './official-client.ts';
import { keepTokens } from './obtain-tokens.ts';

const listId = 66;

/**
 * Uses the refresh token once, and then the one that it left: a service that rotates must not lose it. At the end of everything that
 * needs the first access token, which a refresh may end.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export const refresh = defineProbe({
  key: 'refresh',
  after: [...wayInsideNeeds, ...sessionUsers, 'step-up'],
  plan: 'signed-in',
  async collect(context) {
    if (observed(await context.when('sign-in'))?.failure !== null) return new Unavailable('prerequisite');
    await Promise.all([waitForUsers(context), context.when('step-up')]);
    const { signIn, tokens } = context.memory;
    if (!signIn || !tokens?.refresh) return new Unavailable('prerequisite');
    const first = await round(context, signIn, tokens.refresh);
    const next = context.memory.tokens?.refresh ?? tokens.refresh;
    const rounds = first.failure ? [first] : [first, await round(context, signIn, next)];
    const way = first.failure ? null : await signedInWay(context);
    const used = way && (await context.ask({ ...listRequest(way, undefined, listId), limit: 'side', step: null }));
    return { rounds, used: used?.exchange ?? null };
  },
});

async function round(context: ProbeContext<never>, signIn: SignedInMemory, token: string): Promise<RefreshRound> {
  const official = await loadOfficialClient();
  const recorded = fetchTokens(context);
  try {
    const tokens = await official.refreshAuthorization(signIn.issuer, {
      ...tokenPartiesOf(official, signIn),
      refreshToken: token,
      resource: signIn.resource,
      fetchFn: recorded.fetch,
    });
    const issued = keepTokens(context, signIn, tokens, recorded.nulls());
    return { exchange: recorded.last(), failure: null, issued, rotated: tokens.refresh_token !== token };
  } catch (error) {
    const failure = failureOf(error, recorded.last());
    return { exchange: recorded.last(), failure, issued: null, rotated: false };
  }
}
