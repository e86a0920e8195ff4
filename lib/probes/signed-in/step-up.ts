import type { StepUp } from '../../kernel/evidence-signed-in.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import { tokenForm } from '../../parsing/header-value.ts';
import { boundedScope } from '../../parsing/bounded-scope.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { loadOfficialClient } from './official-client.ts';
import { obtainTokens } from './obtain-tokens.ts';

/**
 * Sends a request with the token and, when the token's scope does not suffice for it, signs in once more for what is wanted beside
 * what there was, and sends it again. Once in a run: a server that always wants more would send people round in circles.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#step-up-authorization-flow
 */
export async function withStepUp<T extends { readonly exchange: Answer['exchange'] }>(
  context: ProbeContext<never>,
  asked: StepUp['asked'],
  send: (bearer: string) => Promise<T>,
): Promise<T | Unavailable> {
  const { memory } = context;
  const bearer = memory.tokens?.access;
  if (bearer === undefined) return new Unavailable('needs-sign-in');
  const first = await send(bearer);
  if (!wantsScope(first.exchange) || !memory.signIn) return first;
  memory.signIn.stepUp ??= signInAgain(context, asked, first.exchange);
  await memory.signIn.stepUp;
  // Whoever signed in again meanwhile did it for this request as well.
  const newest = memory.tokens?.access;
  const isNew = newest !== undefined && newest !== bearer && tokenForm(newest) === 'sendable';
  return isNew ? send(newest) : first;
}

/** What became of the one further sign-in. */
export const stepUp = defineProbe({
  key: 'step-up',
  after: ['signed-in-initialize', 'signed-in-discover', 'signed-in-listing', 'signed-in-call'],
  plan: 'signed-in',
  async collect({ when, memory }) {
    await Promise.all([
      when('signed-in-initialize'),
      when('signed-in-discover'),
      when('signed-in-listing'),
      when('signed-in-call'),
    ]);
    return memory.signIn?.stepUp ?? new Unavailable('prerequisite');
  },
});

function wantsScope(exchange: Answer['exchange']): exchange is ResponseExchange {
  if (exchange.kind === 'failure' || exchange.status !== 403) return false;
  return bearerChallenge(exchange.headers['www-authenticate'] ?? '')?.error === 'insufficient_scope';
}

async function signInAgain(
  context: ProbeContext<never>,
  asked: StepUp['asked'],
  refused: ResponseExchange,
): Promise<StepUp> {
  const { memory } = context;
  const { computeScopeUnion } = await loadOfficialClient();
  const wanted = bearerChallenge(refused.headers['www-authenticate'] ?? '')?.scope ?? null;
  const signIn = memory.signIn;
  if (!signIn) throw new Error('nobody signed in');
  signIn.scope = computeScopeUnion(signIn.scope, wanted ?? undefined);
  const before = memory.tokens;
  const obtained = await obtainTokens(context, signIn);
  if (before && memory.tokens !== before) signIn.replaced = [...signIn.replaced, before];
  return {
    asked,
    refused,
    wanted,
    signIn: {
      client: signIn.client.from,
      by: signIn.window ? 'browser' : 'redirects',
      scope: signIn.scope === undefined ? null : boundedScope(signIn.scope),
      registration: null,
      ...obtained,
    },
  };
}
