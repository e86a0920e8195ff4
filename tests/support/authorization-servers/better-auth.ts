import { createServer } from 'node:http';
import { mcp, requireMcpAuth } from '@better-auth/mcp';
import { oauthProvider } from '@better-auth/oauth-provider';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { jwt } from 'better-auth/plugins/jwt';
import { listen } from '../../../clinic/front.ts';
import { resourceMetadata, resourceMetadataPath } from '../../../clinic/oauth.ts';
import { isJsonObject } from '../../../lib/kernel/json.ts';
import { proxyTo, sdkV2Web } from '../official-servers.ts';
import type { Rig } from '../rig.ts';
import { mcpHost, mcpOrigin, mcpUrl, webListener } from './peer.ts';

/** How people set up better-auth with its MCP plugin. */
export interface BetterAuthWish {
  /** What BETTER_AUTH_URL says; by default the public origin. */
  readonly baseUrl?: string;
  /** The `resource` of the plugin; by default the MCP endpoint. */
  readonly resource?: string;
  /** `oauth-provider`: the OAuth plugin alone, which was told of no resource; the app writes its resource metadata by hand. */
  readonly plugin?: 'mcp' | 'oauth-provider';
  /** False: only /api/auth/* leads to better-auth, so the well-known addresses at the root are the app’s own 404. */
  readonly wellKnownRouted?: boolean;
  /** False: dynamic registration stays off, as it is by default. */
  readonly registration?: boolean;
}

const basePath = '/api/auth';
const person = { name: 'Somebody', email: 'somebody@acme.dev', password: 'a password for a test alone' };

/** better-auth as authorization server in the connector’s own app, below /api/auth, with a sign-in page that signs everybody in. */
export async function putUpBetterAuth(rig: Rig, wish: BetterAuthWish = {}): Promise<string> {
  const auth = createAuth(wish);
  await auth.api.signUpEmail({ body: person });
  // The keys are read from the app itself, which has its public name on the front only.
  const app = { port: 0 };
  const guarded = requireMcpAuth(auth, sdkV2Web(), {
    resource: wish.resource ?? mcpUrl,
    get jwksUrl() {
      return `http://127.0.0.1:${String(app.port)}${basePath}/jwks`;
    },
  });
  const plain = await listen(
    createServer(
      webListener((request) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/mcp') return guarded(request);
        if (pathname === '/login') return signIn(auth, request);
        if (pathname === '/consent') return consent(auth, request);
        if (wish.plugin === 'oauth-provider' && pathname === resourceMetadataPath('/mcp')) {
          return Promise.resolve(Response.json(resourceMetadata(mcpUrl, `${mcpOrigin}${basePath}`)));
        }
        const known = pathname.startsWith(`${basePath}/`) || pathname.startsWith('/.well-known/oauth-');
        const routed = pathname.startsWith(`${basePath}/`) || wish.wellKnownRouted !== false;
        return known && routed ? auth.handler(request) : Promise.resolve(new Response('Not Found', { status: 404 }));
      }),
    ),
  );
  app.port = plain.port;
  rig.keep(plain);
  await rig.host(mcpHost, proxyTo(plain.port));
  return mcpUrl;
}

type Auth = ReturnType<typeof createAuth>;

function createAuth(wish: BetterAuthWish) {
  const registration = wish.registration !== false;
  const options = {
    loginPage: '/login',
    consentPage: '/consent',
    scopes: ['openid', 'offline_access', 'notes:read'],
    allowDynamicClientRegistration: registration,
    allowUnauthenticatedClientRegistration: registration,
  };
  return betterAuth({
    baseURL: wish.baseUrl ?? mcpOrigin,
    basePath,
    secret: 'a secret of thirty-two letters, for a test alone',
    database: memoryAdapter(emptyTables()),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    disabledPaths: ['/token'],
    plugins: [
      jwt(),
      // The declared types of both do not hold under exactOptionalPropertyTypes.
      (wish.plugin === 'oauth-provider'
        ? oauthProvider(options)
        : mcp({ ...options, resource: wish.resource ?? mcpUrl })) as unknown as BetterAuthPlugin,
    ],
  });
}

/** One table a model; the adapter wants to see them all. */
function emptyTables(): Record<string, never[]> {
  const models = ['user', 'session', 'account', 'verification', 'jwks'];
  const oauth = ['Client', 'RefreshToken', 'AccessToken', 'Consent', 'Resource', 'ClientResource', 'ClientAssertion'];
  return Object.fromEntries([...models, ...oauth.map((name) => `oauth${name}`)].map((model) => [model, []]));
}

/** The sign-in page, and the person who types their password there. */
async function signIn(auth: Auth, request: Request): Promise<Response> {
  const { email, password } = person;
  return goOn(await post(auth, request, '/sign-in/email', { email, password }));
}

/** The consent page, and the person who agrees. */
async function consent(auth: Auth, request: Request): Promise<Response> {
  return goOn(await post(auth, request, '/oauth2/consent', { accept: true }));
}

/** What the page’s script sends: the query with which better-auth led here goes along. */
async function post(auth: Auth, request: Request, path: string, body: object): Promise<Response> {
  const { origin, search } = new URL(request.url);
  return auth.handler(
    new Request(`${origin}${basePath}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie: request.headers.get('cookie') ?? '' },
      body: JSON.stringify({ ...body, oauth_query: search.slice(1) }),
    }),
  );
}

/** A script would go where the answer says; without a browser it is a redirect, with the cookies. */
async function goOn(answer: Response): Promise<Response> {
  const told: unknown = await answer.json();
  const url = isJsonObject(told) ? told['url'] : undefined;
  if (typeof url !== 'string') return Response.json(told, { status: 500 });
  const headers = new Headers({ location: url });
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
