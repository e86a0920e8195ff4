import { testRecorder } from '../../../support/test-recorder.ts';
import { runProbes, type Observations } from '../../../../lib/engine/run.ts';
import type { AuthorizationServer, EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import type { NetworkRequest, Ports } from '../../../../lib/kernel/ports.ts';
import { noClient, Unavailable, type AnyProbe, type ClientIdentity } from '../../../../lib/kernel/probe.ts';
import { authorizationPage } from '../../../../lib/probes/active/authorization-page.ts';
import { registrationRemoval } from '../../../../lib/probes/active/registration-removal.ts';
import { registration } from '../../../../lib/probes/active/registration.ts';
import { serviceNeeds } from '../../../../lib/probes/authorization-server/sign-in-service.ts';
import { tokenRequest } from '../../../../lib/probes/active/token-request.ts';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';
import { readTypedTarget, targetOf } from '../../../../lib/parsing/typed-target.ts';
import {
  answer,
  attempt,
  bearer,
  documents,
  goodResource,
  initialize,
  originServer,
  resource,
} from '../../checks/auth/sign-in-evidence.ts';
import { response, type Given } from '../auth/sign-in-walk.ts';

export const authOrigin = 'https://auth.acme.dev';
const endpoint = 'https://mcp.acme.dev/mcp';

/** How a run of the active plan differs from the usual one, in which the discovery led to a service that registers. */
export interface ActiveWish {
  readonly endpoint?: string;
  readonly challenge?: string;
  readonly resource?: JsonObject;
  /** Null: no metadata, but the default endpoints at the origin. */
  readonly metadata?: JsonObject | null;
  readonly client?: Partial<ClientIdentity>;
  /** Answers by method and path. */
  readonly answers: (request: NetworkRequest, path: string) => Given;
  /** A probe that fails by its own bug. */
  readonly crashing?: 'registration' | 'authorization-page' | 'token-request';
  readonly plans?: readonly ('walk' | 'active')[];
}

export interface ActiveRun {
  readonly seen: Observations;
  readonly requests: readonly NetworkRequest[];
  /** Method and URL of each request, in order. */
  readonly asked: readonly string[];
  /** Everything that was recorded, as text. */
  readonly recorded: string;
}

/** Metadata of a service with all three endpoints. */
export const metadata: JsonObject = {
  issuer: authOrigin,
  authorization_endpoint: `${authOrigin}/authorize`,
  token_endpoint: `${authOrigin}/token`,
  registration_endpoint: `${authOrigin}/register`,
};

export const callback = 'https://claude.ai/api/mcp/auth_callback';
export const secret = 'planted-Secret-8Zk2';
export const management = 'planted-Management-7Qx1';
export const page = response(200, '<form method="post" action="/consent"></form>', { 'content-type': 'text/html' });
const invalidGrant = response(400, { error: 'invalid_grant' });

/** A good answer to a registration, which can be removed again. */
export function registered(more: JsonObject = {}): Given {
  return response(201, {
    client_id: 'client-1',
    client_secret: secret,
    client_secret_expires_at: 0,
    token_endpoint_auth_method: 'client_secret_post',
    registration_client_uri: `${authOrigin}/clients/client-1`,
    registration_access_token: management,
    ...more,
  });
}

/** A service that works; single answers by method and path. */
export function service(own: Readonly<Record<string, Given | (() => Given)>> = {}): ActiveWish['answers'] {
  const usual: Readonly<Record<string, Given>> = {
    'POST /register': registered(),
    'GET /authorize': page,
    'POST /token': invalidGrant,
    'DELETE /clients/client-1': response(204),
  };
  return ({ method }, path) => {
    const given = own[`${method} ${path}`] ?? usual[`${method} ${path}`] ?? response(404);
    return typeof given === 'function' ? given() : given;
  };
}

/** Runs the probes of the active plan after a discovery that is given. */
export async function activeRun(wish: ActiveWish): Promise<ActiveRun> {
  const requests: NetworkRequest[] = [];
  const redactor = createRedactor();
  const { url } = readTypedTarget(wish.endpoint ?? endpoint, (text) => text, { local: false });
  if (url === null) throw new Error('the endpoint is no URL');
  const { typed } = readTypedTarget(wish.endpoint ?? endpoint, (text) => redactor.text(text), { local: false });
  const signal = new AbortController().signal;
  const ports: Ports = {
    network: {
      request: (request) => {
        requests.push(request);
        return Promise.resolve(received(wish.answers(request, new URL(request.url).pathname)));
      },
    },
    clock: { now: () => 0, wait: () => new Promise(() => undefined) },
    surroundings: { online: true, proxyFor: () => null },
  };
  const recorder = testRecorder({
    network: ports.network,
    redaction: redactor,
    ownHeaders: { 'x-own': 'own-secret-1234' },
    ownOrigin: url.origin,
    signal,
  });
  const seen = await runProbes({
    probes: [...discovery(wish), ...active.map((probe) => crashed(probe, wish))],
    target: { typed, local: false, ...targetOf(url, { local: false }) },
    ports,
    recorder,
    options: {
      plans: wish.plans ?? ['walk', 'active'],
      resolver: null,
      connectTo: false,
      thorough: false,
      headerNames: [],
      client: { ...noClient, ...wish.client },
      headlessConsent: false,
      faviconService: false,
      stepTimeoutMs: 1_000,
      sideTimeoutMs: 1_000,
    },
    redaction: redactor,
    signal,
    endedBy: () => 'cancelled',
  });
  const asked = requests.map(({ method, url: address }) => `${method} ${address}`);
  return { seen, requests, asked, recorded: JSON.stringify([recorder.exchanges(), seen]) };
}

const active: readonly AnyProbe[] = [registration, authorizationPage, tokenRequest, registrationRemoval];

function crashed(probe: AnyProbe, { crashing }: ActiveWish): AnyProbe {
  if (probe.key !== crashing) return probe;
  return {
    ...probe,
    collect: async (context) => {
      await probe.collect(context as never);
      throw new Error('a bug');
    },
  };
}

/** The observations of the discovery, as probes that ask nobody. */
function discovery(wish: ActiveWish): readonly AnyProbe[] {
  const values: { readonly [K in keyof EvidenceMap]?: EvidenceMap[K] } = {
    initialize: initialize(answer(401, '', { 'www-authenticate': wish.challenge ?? bearer })),
    'resource-metadata':
      wish.metadata === null
        ? documents()
        : resource(wish.resource ?? goodResource({ authorization_servers: [authOrigin] })),
    'authorization-server': server(wish.metadata),
    ...(wish.metadata === null && { 'default-endpoints': defaults() }),
  };
  return serviceNeeds.map((key) => ({
    key,
    after: [],
    plan: 'walk',
    collect: () => Promise.resolve(values[key] ?? new Unavailable('prerequisite')),
  }));
}

function server(document: JsonObject | null | undefined): AuthorizationServer {
  if (document === null) return originServer(null);
  const found = attempt(`${authOrigin}/.well-known/oauth-authorization-server`, 'rfc8414', {
    json: document ?? metadata,
  });
  return { issuer: authOrigin, from: 'resource-metadata', ...documents(found) };
}

function defaults(): EvidenceMap['default-endpoints'] {
  const exchange: Exchange = answer(400);
  return { endpoints: ['/authorize', '/token', '/register'].map((path) => ({ path, exchange, exists: true })) };
}

function received(given: Given) {
  if (typeof given !== 'string') return given;
  const failed = { ...response(0), kind: 'failure', reason: given, detail: given } as const;
  return failed;
}
