import type { OAuthTokens } from '@modelcontextprotocol/client';
import type { IssuedToken, SignIn, SignInFailure } from '../../kernel/evidence-signed-in.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import type { SignedInMemory } from '../../kernel/signed-in-memory.ts';
import { boundedScope } from '../../parsing/bounded-scope.ts';
import { tokenForm } from '../../parsing/header-value.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { tokenClaims } from '../../parsing/token-claims.ts';
import { refusal } from '../network/refusal.ts';
import { errorInAddress, failureOf } from './failures.ts';
import { fetchTokens } from './fetch-tokens.ts';
import { followToCallback } from './follow-to-callback.ts';
import { loadOfficialClient, partiesOf, tokenPartiesOf, type OfficialClient } from './official-client.ts';

/** The part of a sign-in that lies between a known client and its token. */
export type Obtained = Pick<SignIn, 'hops' | 'returnedBy' | 'tokenAnswer' | 'issued' | 'failure'>;

type Context = Pick<
  ProbeContext<never>,
  'ask' | 'target' | 'ports' | 'signal' | 'keepSecret' | 'redact' | 'memory' | 'options'
>;

/** Where an authorization server sends the person back when nobody listens: redirects are only read. */
export const unheardCallback = 'http://127.0.0.1:33418/callback';

/**
 * Leads the person (or only us) through the authorization server and exchanges the code. The tokens go to the run's memory.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-flow-steps
 */
export async function obtainTokens(context: Context, signIn: SignedInMemory): Promise<Obtained> {
  const official = await loadOfficialClient();
  const state = crypto.randomUUID();
  context.keepSecret(state, 'secret');
  const started = await start(official, context, signIn, state);
  if (!started) return nothing({ stage: 'authorization', why: 'incompatible', error: null, detail: '' });
  const { authorizationUrl, codeVerifier } = started;
  context.keepSecret(codeVerifier, 'secret');
  const way = await visit(context, signIn, authorizationUrl.href);
  if (way.url === null) return { ...nothing(way.failure), hops: way.hops };
  const came: Pick<Obtained, 'hops' | 'returnedBy'> = { hops: way.hops, returnedBy: way.by };
  const answer = readAnswer(official, context, signIn, { parameters: new URL(way.url).searchParams, state });
  if (answer.failure) return { ...nothing(answer.failure), ...came };
  return { ...came, ...(await exchange(official, context, signIn, { ...answer, codeVerifier })) };
}

/** Facts of a token response; the tokens themselves are kept in memory, and known as secrets from here on. */
export function keepTokens(
  context: Context,
  signIn: SignedInMemory,
  tokens: OAuthTokens,
  nulls: readonly string[] = [],
): IssuedToken {
  const { access_token: access, refresh_token: refresh, id_token: idToken } = tokens;
  for (const token of [access, refresh, idToken])
    if (token !== undefined && token !== '') context.keepSecret(token, 'token');
  context.memory.tokens = { access, refresh: refresh ?? null };
  return {
    type: inOneLine(context.redact(tokens.token_type), 40),
    expiresIn: tokens.expires_in ?? null,
    scope: tokens.scope === undefined ? null : boundedScope(context.redact(tokens.scope)),
    hasRefreshToken: refresh !== undefined,
    form: tokenForm(access),
    length: access.length,
    nulls,
    claims: tokenClaims(access, {
      resources: [signIn.resource, context.target.endpoint],
      issuer: signIn.issuer,
      now: context.ports.clock.now(),
    }),
  };
}

function nothing(failure: SignInFailure): Obtained {
  return { hops: [], returnedBy: null, tokenAnswer: null, issued: null, failure };
}

async function start(official: OfficialClient, context: Context, signIn: SignedInMemory, state: string) {
  try {
    return await official.startAuthorization(signIn.issuer, {
      ...partiesOf(signIn),
      redirectUrl: signIn.window?.redirectUrl ?? context.options.client.callback ?? unheardCallback,
      ...(signIn.scope !== undefined && { scope: signIn.scope }),
      state,
      resource: signIn.resource,
    });
  } catch {
    return null;
  }
}

type Visit = Pick<Obtained, 'hops'> &
  ({ readonly url: string; readonly by: 'GET' | 'POST' } | { readonly url: null; readonly failure: SignInFailure });

async function visit(context: Context, signIn: SignedInMemory, url: string): Promise<Visit> {
  const failed = (why: SignInFailure['why'], detail: string) =>
    ({
      url: null,
      failure: { stage: 'authorization', why, error: null, detail: inOneLine(context.redact(detail)) },
    }) as const;
  if (!signIn.window) {
    const callback = context.options.client.callback ?? unheardCallback;
    const { hops, end } = await followToCallback(context, url, callback);
    return end.kind === 'returned' ? { hops, url: end.url, by: 'GET' } : { hops, ...failed(end.why, end.detail) };
  }
  const refused = refusal(context.target, url);
  if (refused !== null) return { hops: [], ...failed('not-asked', refused) };
  const back = await signIn.window.visit(url, context.signal);
  if (back.kind === 'returned') return { hops: [], url: back.url, by: back.method };
  if (back.because === 'unavailable') return { hops: [], ...failed('no-window', back.detail) };
  return { hops: [], ...failed('closed', back.ignored ?? '') };
}

type Answered =
  | { readonly failure: SignInFailure }
  | { readonly failure: null; readonly code: string; readonly iss: string | undefined };

/** @see https://www.rfc-editor.org/rfc/rfc9207#section-2.4 */
function readAnswer(
  official: OfficialClient,
  context: Context,
  { metadata, window }: SignedInMemory,
  { parameters, state }: { readonly parameters: URLSearchParams; readonly state: string },
): Answered {
  const code = parameters.get('code');
  if (code !== null) context.keepSecret(code, 'secret');
  const failed = (why: SignInFailure['why'], detail = ''): Answered => ({
    failure: { stage: 'authorization', why, error: null, detail: inOneLine(context.redact(detail)) },
  });
  const error = errorInAddress(parameters, context);
  // Nobody but the service wrote a redirect that was read here, or came to a place of its own: its error counts, also without the state.
  const isOwnRedirect = (window === null || window.isPrivate) && error !== null && !parameters.has('state');
  if (isOwnRedirect) return { failure: { stage: 'authorization', why: 'refused', error, detail: 'stateless' } };
  if (parameters.get('state') !== state) return failed('wrong-state', parameters.has('state') ? 'other' : 'missing');
  const iss = parameters.get('iss') ?? undefined;
  const expectedIssuer = issuerIn(metadata);
  try {
    official.validateAuthorizationResponseIssuer({
      iss,
      expectedIssuer,
      issParameterSupported: metadata?.['authorization_response_iss_parameter_supported'] === true,
    });
  } catch {
    return failed('wrong-issuer', iss ?? '');
  }
  if (error) return { failure: { stage: 'authorization', why: 'refused', error, detail: '' } };
  return code === null ? failed('no-code') : { failure: null, code, iss };
}

function issuerIn(metadata: SignedInMemory['metadata']): string | undefined {
  const issuer = isJsonObject(metadata) ? metadata['issuer'] : undefined;
  return typeof issuer === 'string' ? issuer : undefined;
}

async function exchange(
  official: OfficialClient,
  context: Context,
  signIn: SignedInMemory,
  answer: { readonly code: string; readonly iss: string | undefined; readonly codeVerifier: string },
): Promise<Pick<Obtained, 'tokenAnswer' | 'issued' | 'failure'>> {
  const recorded = fetchTokens(context);
  try {
    const tokens = await official.exchangeAuthorization(signIn.issuer, {
      ...tokenPartiesOf(official, signIn),
      authorizationCode: answer.code,
      ...(answer.iss !== undefined && { iss: answer.iss }),
      codeVerifier: answer.codeVerifier,
      redirectUri: signIn.window?.redirectUrl ?? context.options.client.callback ?? unheardCallback,
      resource: signIn.resource,
      fetchFn: recorded.fetch,
    });
    return {
      tokenAnswer: recorded.last(),
      issued: keepTokens(context, signIn, tokens, recorded.nulls()),
      failure: null,
    };
  } catch (error) {
    const failure: SignInFailure = { stage: 'token', ...failureOf(error, recorded.last()) };
    return { tokenAnswer: recorded.last(), issued: null, failure };
  }
}
