import { testRecorder } from '../../../support/test-recorder.ts';
import { runProbes, type Observations } from '../../../../lib/engine/run.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import { observed } from '../../../../lib/kernel/observation.ts';
import type { NetworkRequest, Ports } from '../../../../lib/kernel/ports.ts';
import { noClient, Unavailable, type AnyProbe, type ClientIdentity } from '../../../../lib/kernel/probe.ts';
import type { SignInPort, SignInReturn } from '../../../../lib/kernel/sign-in-port.ts';
import { readTypedTarget, targetOf } from '../../../../lib/parsing/typed-target.ts';
import { serviceNeeds } from '../../../../lib/probes/authorization-server/sign-in-service.ts';
import { signIn } from '../../../../lib/probes/signed-in/sign-in.ts';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';
import {
  answer,
  attempt,
  bearer,
  documents,
  goodResource,
  initialize,
  resource,
} from '../../checks/auth/sign-in-evidence.ts';
import { response, type Given } from '../auth/sign-in-walk.ts';

export const authOrigin = 'https://auth.acme.dev';
const endpoint = 'https://mcp.acme.dev/mcp';

/** Metadata of a service with all three endpoints. */
export const metadata: JsonObject = {
  issuer: authOrigin,
  authorization_endpoint: `${authOrigin}/authorize`,
  token_endpoint: `${authOrigin}/token`,
  registration_endpoint: `${authOrigin}/register`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
};

/** What stands in an answer of the service and may be recorded nowhere. */
export const planted = {
  code: 'planted-Code-5Tq8w2',
  access: 'planted-Access-9Rk3x7',
  refresh: 'planted-Refresh-2Mv6z1',
  secret: 'planted-Secret-8Zk2p4',
  management: 'planted-Management-7Qx1n5',
} as const;

export interface SignInWish {
  readonly resource?: JsonObject;
  readonly metadata?: JsonObject;
  /** The identifier that led to the metadata. */
  readonly issuer?: string;
  readonly client?: Partial<ClientIdentity>;
  readonly headers?: readonly string[];
  /** Answers in place of a good service's, by method and path. */
  readonly answers?: Readonly<Record<string, Given>>;
  /** Changes the address at which the service leads back. */
  readonly back?: (url: URL) => void;
  /** The place to come back to is the browser's own, as in an extension. Default false. */
  readonly isPrivate?: boolean;
  /** A browser in place of following redirects; `null`: there is none. */
  readonly browser?: null | ((url: string, callback: string) => SignInReturn | Promise<SignInReturn>);
  /** There is no place to come back to. */
  readonly noPlace?: boolean;
}

export interface SignInRun {
  readonly seen: Observations;
  readonly signIn: SignIn | undefined;
  readonly requests: readonly NetworkRequest[];
  /** Method and URL without its query, in order. */
  readonly asked: readonly string[];
  /** Everything that was recorded, as text. */
  readonly recorded: string;
  readonly windowsOpen: number;
}

/** Signs in at a service in memory, after a discovery that is given. */
export async function signInRun(wish: SignInWish = {}): Promise<SignInRun> {
  const requests: NetworkRequest[] = [];
  const redactor = createRedactor();
  const { typed, url } = readTypedTarget(endpoint, (text) => redactor.text(text), { local: false });
  if (url === null) throw new Error('the endpoint is no URL');
  const signal = new AbortController().signal;
  const windows = { open: 0 };
  const ports: Ports = {
    network: {
      request: (request) => {
        requests.push(request);
        return Promise.resolve(received(serve(request, wish)));
      },
    },
    clock: { now: () => 1_800_000_000_000, wait: () => new Promise(() => undefined) },
    surroundings: { online: true, proxyFor: () => null },
    ...(wish.browser !== undefined && wish.browser !== null && { signIn: browserPort(wish, windows) }),
  };
  const recorder = testRecorder({
    network: ports.network,
    redaction: redactor,
    ownOrigin: url.origin,
    signal,
  });
  const seen = await runProbes({
    probes: [...discovery(wish), signIn],
    target: { typed, local: false, ...targetOf(url, { local: false }) },
    ports,
    recorder,
    options: {
      plans: ['walk', 'signed-in'],
      resolver: null,
      connectTo: false,
      thorough: false,
      headerNames: wish.headers ?? [],
      client: { ...noClient, ...wish.client },
      headlessConsent: wish.browser === undefined,
      faviconService: false,
      stepTimeoutMs: 1_000,
      sideTimeoutMs: 1_000,
    },
    redaction: redactor,
    signal,
    endedBy: () => 'cancelled',
  });
  return {
    seen,
    signIn: observed(seen['sign-in']),
    requests,
    asked: requests.map(({ method, url: address }) => `${method} ${address.split('?')[0] ?? ''}`),
    recorded: JSON.stringify(redactor.json([recorder.exchanges(), seen])),
    windowsOpen: windows.open,
  };
}

/** Where a service leads back after it approved the request in this address. */
export function approved(address: string, wish: SignInWish = {}): URL {
  const request = new URL(address).searchParams;
  const back = new URL(request.get('redirect_uri') ?? '');
  back.searchParams.set('code', planted.code);
  back.searchParams.set('state', request.get('state') ?? '');
  wish.back?.(back);
  return back;
}

function serve({ method, url }: NetworkRequest, wish: SignInWish): Given {
  const { pathname } = new URL(url);
  const own = wish.answers?.[`${method} ${pathname}`];
  if (own !== undefined) return own;
  switch (`${method} ${pathname}`) {
    case 'POST /register':
      return response(201, {
        client_id: 'client-1',
        client_secret: planted.secret,
        client_secret_expires_at: 0,
        redirect_uris: ['http://127.0.0.1/callback'],
        registration_client_uri: `${authOrigin}/clients/client-1`,
        registration_access_token: planted.management,
      });
    case 'GET /authorize':
      return response(302, '', { location: approved(url, wish).href });
    case 'POST /token':
      return response(200, {
        access_token: planted.access,
        refresh_token: planted.refresh,
        token_type: 'Bearer',
        expires_in: 3600,
      });
    case 'DELETE /clients/client-1':
      return response(204);
    default:
      return response(404);
  }
}

function browserPort(wish: SignInWish, windows: { open: number }): SignInPort {
  return {
    open: () => {
      if (wish.noPlace === true) return Promise.reject(new Error('port 80 cannot be listened on'));
      windows.open += 1;
      const redirectUrl = 'http://127.0.0.1:40404/callback';
      return Promise.resolve({
        redirectUrl,
        isPrivate: wish.isPrivate ?? false,
        visit: (url: string) => Promise.resolve(wish.browser?.(url, redirectUrl) ?? Promise.reject(new Error('none'))),
        close: () => {
          windows.open -= 1;
          return Promise.resolve();
        },
      });
    },
  };
}

/** The observations of the discovery, as probes that ask nobody. */
function discovery(wish: SignInWish): readonly AnyProbe[] {
  const issuer = wish.issuer ?? authOrigin;
  const found = attempt(`${authOrigin}/.well-known/oauth-authorization-server`, 'rfc8414', {
    json: wish.metadata ?? metadata,
  });
  const values: { readonly [K in keyof EvidenceMap]?: EvidenceMap[K] } = {
    initialize: initialize(answer(401, '', { 'www-authenticate': bearer })),
    'resource-metadata': resource(wish.resource ?? goodResource({ authorization_servers: [issuer] })),
    'authorization-server': { issuer, from: 'resource-metadata', ...documents(found) },
  };
  return serviceNeeds.map((key) => ({
    key,
    after: [],
    plan: 'walk',
    collect: () => Promise.resolve(values[key] ?? new Unavailable('prerequisite')),
  }));
}

function received(given: Given) {
  if (typeof given !== 'string') return given;
  return { ...response(0), kind: 'failure', reason: given, detail: given } as const;
}
