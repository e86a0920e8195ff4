import { registerHooks } from 'node:module';
import type * as Library from '@cloudflare/workers-oauth-provider';
import { sdkV2Web } from '../official-servers.ts';
import type { Rig } from '../rig.ts';
import { mcpHost, mcpUrl, putUp, webListener } from './peer.ts';

/** How people configure the OAuth library of Cloudflare Workers. */
export interface WorkersProviderWish {
  /** `resourceMetadata.resource`; by default the MCP endpoint. */
  readonly resource?: string;
  /** False: no `clientRegistrationEndpoint`. */
  readonly registration?: boolean;
  /** True: clients may be documents at their own address. */
  readonly metadataDocuments?: boolean;
  /** Where authorizing happens; a path of the worker by default. */
  readonly authorizeEndpoint?: string;
}

/** A worker with @cloudflare/workers-oauth-provider before its MCP endpoint; everybody is signed in and agrees. */
export async function putUpWorkersProvider(rig: Rig, wish: WorkersProviderWish = {}): Promise<string> {
  const { OAuthProvider } = await loadLibrary();
  const mcp = sdkV2Web();
  const worker = new OAuthProvider({
    apiRoute: '/mcp',
    apiHandler: { fetch: (request: Request) => mcp(request) },
    defaultHandler: { fetch: approve },
    authorizeEndpoint: wish.authorizeEndpoint ?? '/authorize',
    tokenEndpoint: '/token',
    ...(wish.registration !== false && { clientRegistrationEndpoint: '/register' }),
    scopesSupported: ['notes:read', 'offline_access'],
    requiredScopes: ['notes:read'],
    clientIdMetadataDocumentEnabled: wish.metadataDocuments ?? false,
    resourceMetadata: { resource: wish.resource ?? mcpUrl },
    // It would write each refusal to the console.
    onError: () => undefined,
  } as unknown as ConstructorParameters<typeof OAuthProvider>[0]);
  const env = { OAUTH_KV: memoryNamespace() };
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
  const answer = worker.fetch.bind(worker) as unknown as (...call: readonly unknown[]) => Promise<Response>;
  await putUp(
    rig,
    mcpHost,
    webListener((request) => answer(request, env, context)),
  );
  return mcpUrl;
}

/** The app’s part: the page on which somebody signs in and agrees. An error goes back to the client where that is safe, as the library’s own examples do it. */
async function approve(request: Request, env: { readonly OAUTH_PROVIDER: Helpers }): Promise<Response> {
  if (new URL(request.url).pathname !== '/authorize') return new Response('Not Found', { status: 404 });
  try {
    const asked = await env.OAUTH_PROVIDER.parseAuthRequest(request);
    const granted = { request: asked, userId: 'somebody', metadata: {}, scope: asked.scope, props: {} };
    const { redirectTo } = await env.OAUTH_PROVIDER.completeAuthorization(granted);
    return Response.redirect(redirectTo, 302);
  } catch (error) {
    const back = error instanceof Error && 'redirectTo' in error ? error.redirectTo : undefined;
    if (typeof back === 'string') return Response.redirect(back, 302);
    return new Response(error instanceof Error ? error.message : 'Invalid request', { status: 400 });
  }
}

interface Helpers {
  parseAuthRequest(request: Request): Promise<Library.AuthRequest>;
  completeAuthorization(options: object): Promise<{ readonly redirectTo: string }>;
}

/** The library is made for the Workers runtime, of which it needs one class and one flag. */
async function loadLibrary(): Promise<typeof Library> {
  Object.assign(globalThis, { Cloudflare: { compatibilityFlags: { global_fetch_strictly_public: true } } });
  const runtime = 'data:text/javascript,export class WorkerEntrypoint {}';
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers'
        ? { url: runtime, format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await import('@cloudflare/workers-oauth-provider');
  } finally {
    hooks.deregister();
  }
}

/** Workers KV in memory; nothing here lives long enough to expire. */
function memoryNamespace(): object {
  const values = new Map<string, string>();
  return {
    get: (key: string, as?: { readonly type?: string } | string) => {
      const value = values.get(key) ?? null;
      const type = typeof as === 'string' ? as : as?.type;
      return Promise.resolve(type === 'json' && value !== null ? (JSON.parse(value) as unknown) : value);
    },
    put: (key: string, value: string) => Promise.resolve(void values.set(key, value)),
    delete: (key: string) => Promise.resolve(void values.delete(key)),
    list: ({ prefix = '' }: { readonly prefix?: string } = {}) =>
      Promise.resolve({
        keys: [...values.keys()].filter((name) => name.startsWith(prefix)).map((name) => ({ name })),
        list_complete: true,
      }),
  };
}
