import type {
  AuthorizationPage,
  Registration,
  RegistrationAttempt,
  TokenRequest,
} from '../../../../lib/kernel/evidence-active.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { Exchange, Headers, ResponseExchange } from '../../../../lib/kernel/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  bearer,
  goodResource,
  goodServer,
  initialize,
  origin,
  resource,
  server,
  attempt,
  type Evidence,
} from './sign-in-evidence.ts';

export const callback = 'https://claude.ai/api/mcp/auth_callback';
const wellKnown = `${origin}/.well-known/oauth-authorization-server`;

/** A sign-in that was found, with a service that registers clients. */
export function registering(more: JsonObject = {}): Evidence {
  const document = goodServer(origin, { registration_endpoint: `${origin}/register`, ...more });
  return {
    initialize: initialize(answer(401, '', { 'www-authenticate': bearer })),
    'resource-metadata': resource(goodResource()),
    'authorization-server': server(origin, attempt(wellKnown, 'rfc8414', { json: document })),
  };
}

/** A good answer to a registration. */
export const registeredClient: JsonObject = {
  client_id: 'client-1',
  client_name: 'Claude',
  redirect_uris: [callback],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

/** One registration and its answer, or the failure that stood in its place. */
export function attempted(
  as: RegistrationAttempt['as'],
  status: number | Exchange,
  body: Json = registeredClient,
  more: Partial<ResponseExchange> = {},
): RegistrationAttempt {
  const exchange =
    typeof status === 'number' ? answer(status, body, {}, { url: `${origin}/register`, ...more }) : status;
  const made =
    typeof status === 'number' && status < 300 && isJsonObject(body) && typeof body['client_id'] === 'string';
  return { as, exchange, answer: typeof body === 'string' ? null : body, made };
}

export function registration(...attempts: readonly RegistrationAttempt[]): Registration {
  return { url: `${origin}/register`, refused: null, attempts };
}

type Page = NonNullable<AuthorizationPage['page']>;

/** A page at the end of the authorization request. */
export function page(more: Partial<Page> = {}): Page {
  const form = { action: `${origin}/consent`, method: 'post', asksForPassword: false } as const;
  return { url: `${origin}/authorize`, title: 'Allow?', forms: [form], hasScript: false, policies: [], ...more };
}

/** The authorization request, answered by one exchange. */
export function visit(
  status: number,
  body: Json = '',
  more: Partial<AuthorizationPage> & { readonly headers?: Headers } = {},
): EvidenceMap['authorization-page'] {
  const { headers, ...rest } = more;
  const url = `${origin}/authorize?client_id=client-1`;
  return {
    clientId: 'registered',
    hops: [answer(status, body, { ...headers }, { url, method: 'GET' })],
    end: 'page',
    refused: null,
    error: null,
    page: null,
    ...rest,
  };
}

/** The token endpoint’s answer to a made-up code. */
export function tokenAnswer(status: number, body: Json = '', more: Partial<TokenRequest> = {}): TokenRequest {
  return {
    clientId: 'registered',
    authenticated: 'none',
    url: `${origin}/token`,
    refused: null,
    exchange: answer(status, body, {}, { url: `${origin}/token` }),
    answer: typeof body === 'string' ? null : body,
    ...more,
  };
}
