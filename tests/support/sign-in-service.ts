import { randomUUID } from 'node:crypto';
import { respond, respondHtml, respondJson, type Call, type Handler } from '../../clinic/http-call.ts';
import { serverMetadata } from '../../clinic/oauth.ts';
import { stringMember, stringsMember, type JsonObject } from '../../lib/kernel/json.ts';

/** How a sign-in service differs from a good one. */
export interface ServiceWish {
  /** Answers registrations in place of it, or (undefined) leaves one to it. */
  readonly onRegister?: (metadata: JsonObject) => Handler | undefined;
  /** Changes the answer to a registration. */
  readonly registered?: (answer: JsonObject) => JsonObject;
  /** False: registrations cannot be removed. */
  readonly management?: boolean;
  /** In place of the consent page, once the request was found to be good. */
  readonly onAuthorize?: Handler;
  /** Headers of the consent page. */
  readonly pageHeaders?: Readonly<Record<string, string>>;
  /** The consent page. */
  readonly page?: string;
  /** In place of the answer to a token request. */
  readonly onToken?: Handler;
}

/** A sign-in service that registers clients, shows a consent page and refuses codes that it did not issue. */
export interface SignInService {
  /** Handlers by path, to be put on a host. */
  readonly routes: Readonly<Record<string, Handler>>;
  /** Handles `/clients/…`, where registrations are managed. */
  readonly manage: Handler;
  /** Client ids that are registered at this moment. */
  clients(): readonly string[];
  /** How many were registered in all. */
  registrations(): number;
}

/** Metadata of a service that registers clients and knows no metadata documents. */
export function registeringMetadata(issuer: string, more: JsonObject = {}): JsonObject {
  return { ...serverMetadata(issuer), client_id_metadata_document_supported: false, ...more };
}

export const consentPage =
  '<!doctype html><html><head><title>Allow Claude?</title></head><body><form method="post" action="/consent">' +
  '<input type="hidden" name="request" value="1"><button>Approve</button></form></body></html>';

/** Makes one. `secret` is planted in what it issues. */
export function signInService(origin: string, secret: string, wish: ServiceWish = {}): SignInService {
  const clients = new Map<string, JsonObject>();
  let registered = 0;
  const register: Handler = (call, response) => {
    const metadata = call.message ?? {};
    const own = wish.onRegister?.(metadata);
    if (own) return own(call, response);
    const id = randomUUID();
    registered += 1;
    clients.set(id, metadata);
    const isPublic = metadata['token_endpoint_auth_method'] === 'none';
    const answer = {
      ...metadata,
      client_id: id,
      client_id_issued_at: 1_795_000_000,
      ...(!isPublic && { client_secret: `${secret}-client`, client_secret_expires_at: 0 }),
      ...(wish.management !== false && {
        registration_client_uri: `${origin}/clients/${id}`,
        registration_access_token: `${secret}-management`,
      }),
    };
    return respondJson(201, wish.registered?.(answer) ?? answer)(call, response);
  };
  const manage: Handler = (call, response) => {
    const id = call.url.pathname.split('/').at(-1) ?? '';
    const allowed = call.headers.authorization === `Bearer ${secret}-management`;
    if (call.method !== 'DELETE') return respond(405, { allow: 'DELETE' })(call, response);
    if (!allowed || !clients.delete(id)) return respondJson(401, { error: 'invalid_token' })(call, response);
    return respond(204, {})(call, response);
  };
  const authorize: Handler = (call, response) => {
    const problem = authorizationProblem(call, clients);
    if (problem !== undefined) return respondJson(400, problem)(call, response);
    if (wish.onAuthorize) return wish.onAuthorize(call, response);
    return respondHtml(200, wish.page ?? consentPage, { ...wish.pageHeaders })(call, response);
  };
  const token: Handler = (call, response) => {
    if (call.method !== 'POST') return respond(405, { allow: 'POST' })(call, response);
    if (wish.onToken) return wish.onToken(call, response);
    const form = new URLSearchParams(call.body);
    const client = clients.get(form.get('client_id') ?? '');
    const isKnown = client !== undefined || form.get('client_id')?.startsWith('https://claude.ai/oauth/') === true;
    const error = isKnown ? 'invalid_grant' : 'invalid_client';
    return respondJson(isKnown ? 400 : 401, { error, error_description: 'no such code' })(call, response);
  };
  const onlyPost =
    (handler: Handler): Handler =>
    (call, response) =>
      call.method === 'POST' ? handler(call, response) : respond(405, { allow: 'POST' })(call, response);
  return {
    routes: { '/register': onlyPost(register), '/authorize': authorize, '/token': token },
    manage,
    clients: () => [...clients.keys()],
    registrations: () => registered,
  };
}

function authorizationProblem({ url }: Call, clients: ReadonlyMap<string, JsonObject>): JsonObject | undefined {
  const { searchParams: asked } = url;
  // The look without parameters is answered as such services do.
  const id = asked.get('client_id');
  if (id === null) return { error: 'invalid_request', error_description: 'client_id is missing' };
  const client = clients.get(id);
  const isDocument = id.startsWith('https://claude.ai/oauth/');
  if (!client && !isDocument) return { error: 'invalid_client', error_description: 'unknown client' };
  const callbacks = stringsMember(client, 'redirect_uris') ?? ['https://claude.ai/api/mcp/auth_callback'];
  if (!callbacks.includes(asked.get('redirect_uri') ?? '')) {
    return { error: 'invalid_request', error_description: 'redirect_uri is not registered' };
  }
  const isPkce = asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge')?.length === 43;
  if (!isPkce) return { error: 'invalid_request', error_description: 'code_challenge is missing' };
  const scope = stringMember(client, 'scope');
  if (scope !== undefined && scope !== asked.get('scope')) return { error: 'invalid_scope' };
  return undefined;
}
