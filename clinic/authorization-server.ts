import { createHash, randomUUID } from 'node:crypto';
import { isJsonObject, stringMember, type JsonObject } from '../lib/kernel/json.ts';
import { redirect, respond, respondJson, type Call, type Handler } from './http-call.ts';
import { challenge, serverMetadata } from './oauth.ts';

/** How an authorization server differs from a good one. */
export interface AuthorizationServerWish {
  /** What codes, tokens and client secrets begin with. */
  readonly prefix?: string;
  /** Seconds; null leaves it out. Default an hour. */
  readonly expiresIn?: number | null;
  /** The issuer with which it leads back (RFC 9207); null leaves it out. Default its own. */
  readonly iss?: string | null;
  /** What the refresh token becomes. `lost`: a new one comes that is not known afterwards. Default `rotated`. */
  readonly refresh?: 'rotated' | 'kept' | 'lost' | 'refused' | 'none';
  /** In place of the token endpoint's answer to a code. */
  readonly onCode?: Handler;
  /** In place of the approval. */
  readonly onAuthorize?: Handler;
  /** In place of the revocation. */
  readonly onRevoke?: Handler;
  /** In place of the approval of every sign-in but the first. */
  readonly onAuthorizeAgain?: Handler;
  /** In place of the token endpoint's answer to a refresh token. */
  readonly onRefresh?: Handler;
  /** What becomes of a token response. */
  readonly issued?: (response: JsonObject) => JsonObject;
  /** What becomes of the answer to a registration. */
  readonly registered?: (answer: JsonObject) => JsonObject;
  /** In place of the registration. */
  readonly onRegister?: Handler;
  /** Claims of the access token, which is then a JWT; otherwise it is opaque. */
  readonly claims?: (resource: string) => JsonObject;
  /** Gives out this scope, whatever was asked for. */
  readonly grants?: string;
  /** Members of the metadata in place of the usual ones; undefined leaves one out. */
  readonly metadata?: Readonly<Record<string, JsonObject[string] | undefined>>;
  /** A client that was made beforehand. */
  readonly client?: { readonly id: string; readonly secret: string };
  /** Clients registered here can remove themselves. */
  readonly management?: boolean;
}

/** What an access token was given out for. */
export interface Grant {
  readonly resource: string;
  readonly scope: string;
}

/** A small authorization server that signs everybody in and consents by itself. */
export interface AuthorizationServer {
  readonly metadata: JsonObject;
  /** Its endpoints and its metadata, by path. */
  readonly routes: Readonly<Record<string, Handler>>;
  /** What a token was given out for, while it is valid. */
  grantOf(token: string): Grant | undefined;
  /** Everything that may stand in no report: codes, verifiers, states, tokens, client secrets. */
  secrets(): readonly string[];
  /** Access and refresh tokens that are valid, and clients that are registered. */
  left(): { readonly tokens: number; readonly clients: number };
  /** The scopes that were asked for, in order. */
  askedScopes(): readonly string[];
}

interface Session extends Grant {
  readonly clientId: string;
  readonly challenge: string;
}

/** Makes one for an origin. */
export function authorizationServer(origin: string, wish: AuthorizationServerWish = {}): AuthorizationServer {
  const codes = new Map<string, Session>();
  const access = new Map<string, Session>();
  const refresh = new Map<string, Session>();
  const clients = new Map<string, string>();
  /** Clients by the token with which each of them is removed. */
  const managedBy = new Map<string, string>();
  const secrets = new Set<string>();
  const asked: string[] = [];
  const made = (what: string): string => remembered(`${wish.prefix ?? 'planted'}-${what}-${randomUUID()}`);
  const remembered = (secret: string): string => {
    secrets.add(secret);
    return secret;
  };
  if (wish.client) remembered(wish.client.secret);

  const register: Handler = (call, response) => {
    const id = `client-${randomUUID()}`;
    const isPublic = stringMember(call.message, 'token_endpoint_auth_method') === 'none';
    const manage = {
      registration_client_uri: `${origin}/register/own`,
      registration_access_token: made('registration'),
    };
    const plain = {
      ...call.message,
      client_id: id,
      ...(!isPublic && { client_secret: made('secret'), client_secret_expires_at: 0 }),
      ...(wish.management !== false && manage),
    };
    const answer = wish.registered?.(plain) ?? plain;
    clients.set(id, remembered(stringMember(answer, 'client_secret') ?? ''));
    managedBy.set(remembered(stringMember(answer, 'registration_access_token') ?? ''), id);
    return respondJson(201, answer)(call, response);
  };

  const authorize: Handler = (call, response) => {
    const query = call.url.searchParams;
    const back = new URL(query.get('redirect_uri') ?? 'http://127.0.0.1/');
    const state = query.get('state');
    if (wish.onAuthorizeAgain && access.size > 0) return wish.onAuthorizeAgain(call, response);
    if (state !== null) back.searchParams.set('state', remembered(state));
    const iss = wish.iss === undefined ? origin : wish.iss;
    if (iss !== null) back.searchParams.set('iss', iss);
    const code = made('code');
    asked.push(query.get('scope') ?? '');
    codes.set(code, {
      clientId: query.get('client_id') ?? '',
      challenge: query.get('code_challenge') ?? '',
      resource: query.get('resource') ?? '',
      scope: wish.grants ?? query.get('scope') ?? '',
    });
    back.searchParams.set('code', code);
    return redirect(302, back.href)(call, response);
  };

  const issue = (session: Session, oldRefresh: string | null): JsonObject => {
    const { refresh: kind = 'rotated', expiresIn = 3600 } = wish;
    const next = kind === 'none' || (oldRefresh !== null && kind === 'kept') ? undefined : made('refresh');
    const plain = {
      access_token: wish.claims ? jwt(wish.claims(session.resource)) : made('access'),
      token_type: 'Bearer',
      scope: session.scope,
      ...(expiresIn !== null && { expires_in: expiresIn }),
      ...(next !== undefined && { refresh_token: next }),
    };
    const answer = wish.issued?.(plain) ?? plain;
    access.set(remembered(stringMember(answer, 'access_token') ?? ''), session);
    const given = stringMember(answer, 'refresh_token');
    if (given !== undefined && !(kind === 'lost' && oldRefresh !== null)) refresh.set(given, session);
    if (oldRefresh !== null && kind !== 'kept') refresh.delete(oldRefresh);
    return answer;
  };

  const token: Handler = (call, response) => {
    const form = new URLSearchParams(call.body);
    const refused = (error: string) => respondJson(400, { error, error_description: 'That is not valid here' });
    if (!knows(clients, wish, call, form)) return respondJson(401, { error: 'invalid_client' })(call, response);
    if (form.get('grant_type') === 'refresh_token') {
      const old = form.get('refresh_token') ?? '';
      const session = wish.refresh === 'refused' ? undefined : refresh.get(old);
      if (wish.onRefresh) return wish.onRefresh(call, response);
      return (session ? respondJson(200, issue(session, old)) : refused('invalid_grant'))(call, response);
    }
    const session = codes.get(form.get('code') ?? '');
    const verifier = remembered(form.get('code_verifier') ?? '–');
    if (session?.challenge !== createHash('sha256').update(verifier).digest('base64url')) {
      return refused('invalid_grant')(call, response);
    }
    codes.delete(form.get('code') ?? '');
    return (wish.onCode ?? respondJson(200, issue(session, null)))(call, response);
  };

  const revoke: Handler = (call, response) => {
    const given = new URLSearchParams(call.body).get('token') ?? '';
    const session = refresh.get(given) ?? access.get(given);
    // With one token of a sign-in all of them end.
    for (const tokens of [refresh, access]) {
      for (const [known, of] of tokens) if (of === session) tokens.delete(known);
    }
    return respond(200, {})(call, response);
  };

  const remove: Handler = (call, response) => {
    const id = managedBy.get((call.headers.authorization ?? '').slice('Bearer '.length));
    const isAllowed = call.method === 'DELETE' && clients.delete(id ?? '');
    return respond(isAllowed ? 204 : 401, {})(call, response);
  };

  const metadata = withoutUndefined({
    ...serverMetadata(origin),
    client_id_metadata_document_supported: false,
    revocation_endpoint: `${origin}/revoke`,
    ...wish.metadata,
  });
  return {
    metadata,
    routes: {
      '/.well-known/oauth-authorization-server': respondJson(200, metadata),
      '/register': posted(wish.onRegister ?? register),
      '/register/own': remove,
      '/authorize': wish.onAuthorize ?? authorize,
      '/token': posted(token),
      '/revoke': posted(wish.onRevoke ?? revoke),
    },
    grantOf: (given) => access.get(given),
    secrets: () => [...secrets].filter((secret) => secret.length > 1),
    left: () => ({ tokens: access.size + refresh.size, clients: clients.size }),
    askedScopes: () => asked,
  };
}

/** Lets calls with a token that `accepts` through to `inside`; refuses others with 401, or as `refuses` says. */
export function guarded(
  inside: Handler,
  challenged: string,
  accepts: (token: string, call: Call) => true | Handler,
): Handler {
  return (call, response) => {
    const given = /^Bearer (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
    const verdict = given === undefined ? challenge(challenged) : accepts(given, call);
    return (verdict === true ? inside : verdict)(call, response);
  };
}

function knows(
  clients: ReadonlyMap<string, string>,
  { client }: AuthorizationServerWish,
  call: Call,
  form: URLSearchParams,
): boolean {
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
  // Both were encoded as in a form, by the letter of RFC 6749; what needs no encoding comes as it is.
  const [basicId, basicSecret] = basic === undefined ? [] : atob(basic).split(':').map(decodeURIComponent);
  const id = basicId ?? form.get('client_id') ?? '';
  const secret = basicSecret ?? form.get('client_secret') ?? '';
  if (client && id === client.id) return secret === client.secret;
  return id.startsWith('https://') || clients.get(id) === secret;
}

function posted(handler: Handler): Handler {
  return (call, response) =>
    (call.method === 'POST' ? handler : respondJson(405, { error: 'invalid_request' }, { allow: 'POST' }))(
      call,
      response,
    );
}

function jwt(claims: JsonObject): string {
  const parts = [
    { alg: 'RS256', typ: 'at+jwt' },
    { jti: randomUUID(), ...claims },
  ];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), randomUUID()].join('.');
}

function withoutUndefined(members: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  const document: unknown = Object.fromEntries(kept);
  return isJsonObject(document) ? document : {};
}
