import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { DemoInMemoryAuthProvider } from '@modelcontextprotocol/sdk/examples/server/demoInMemoryOAuthProvider.js';
import { InvalidGrantError, InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import {
  createOAuthMetadata,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  mcpAuthRouter,
} from '@modelcontextprotocol/sdk/server/auth/router.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { sdkV1Stateless } from '../official-servers.ts';
import type { Rig } from '../rig.ts';
import type { ExpressApp } from './express-app.ts';
import { authHost, authOrigin, mcpHost, mcpOrigin, mcpUrl, putUp } from './peer.ts';

/** How people wire the parts of the v1 SDK. */
export interface SdkV1Wish {
  /** `own-host`: as in the SDK’s examples, the authorization server is another app on another host. */
  readonly authorization?: 'same-app' | 'own-host';
  /** True: the example’s provider as it is; its plain errors become 500, and it issues no refresh tokens. */
  readonly demoAsIs?: boolean;
  /** The issuer as the app was told; by default the public one. */
  readonly issuer?: string;
  /** False: `resourceServerUrl` is left out, so the router takes the issuer for the resource. */
  readonly resourceNamed?: boolean;
  /** False: `resourceMetadataUrl` is left out of requireBearerAuth. */
  readonly challengeNamesMetadata?: boolean;
}

type Demo = InstanceType<typeof DemoInMemoryAuthProvider>;

/** The official TypeScript SDK, version 1: its authorization router with the example’s provider, and its bearer guard before /mcp. */
export async function putUpSdkV1(rig: Rig, wish: SdkV1Wish = {}): Promise<string> {
  const resource = new URL(mcpUrl);
  const provider = new (wish.demoAsIs === true ? DemoInMemoryAuthProvider : FinishedProvider)(
    (asked) => asked?.href === resource.href,
  );
  const apart = wish.authorization === 'own-host';
  const options = {
    provider,
    issuerUrl: new URL(wish.issuer ?? (apart ? authOrigin : mcpOrigin)),
    scopesSupported: ['mcp:tools'],
    resourceName: 'Notebook',
    ...(wish.resourceNamed !== false && { resourceServerUrl: resource }),
  };
  const routers = apart
    ? mcpAuthMetadataRouter({ ...options, oauthMetadata: createOAuthMetadata(options), resourceServerUrl: resource })
    : mcpAuthRouter(options);
  if (apart) await putUp(rig, authHost, app(mcpAuthRouter(options)));
  await putUp(rig, mcpHost, app(routers, guard(provider, resource, wish)));
  return mcpUrl;
}

/** The example’s provider, finished: OAuth’s own errors for what it does not know, and refresh tokens that rotate. */
class FinishedProvider extends DemoInMemoryAuthProvider {
  readonly #refreshed = new Map<string, Issued>();
  readonly #refreshable = new Map<string, Issued>();

  override async verifyAccessToken(token: string): Promise<Issued> {
    const refreshed = this.#refreshed.get(token);
    if (refreshed) return refreshed;
    return super.verifyAccessToken(token).catch((error: unknown) => {
      throw new InvalidTokenError(String(error));
    });
  }

  override async challengeForAuthorizationCode(client: Client, code: string): Promise<string> {
    return super.challengeForAuthorizationCode(client, code).catch((error: unknown) => {
      throw new InvalidGrantError(String(error));
    });
  }

  override async exchangeAuthorizationCode(client: Client, code: string): Promise<Tokens> {
    const tokens = await super.exchangeAuthorizationCode(client, code);
    return { ...tokens, refresh_token: this.#keep(await this.verifyAccessToken(tokens.access_token)) };
  }

  override exchangeRefreshToken(client: Client, refreshToken: string): Promise<Tokens> {
    const known = this.#refreshable.get(refreshToken);
    if (known?.clientId !== client.client_id) throw new InvalidGrantError('The refresh token is unknown');
    this.#refreshable.delete(refreshToken);
    const token = randomUUID();
    this.#refreshed.set(token, { ...known, token });
    return Promise.resolve({
      access_token: token,
      token_type: 'bearer',
      expires_in: 3600,
      scope: known.scopes.join(' '),
      refresh_token: this.#keep(known),
    });
  }

  #keep(issued: Issued): string {
    const refreshToken = randomUUID();
    this.#refreshable.set(refreshToken, issued);
    return refreshToken;
  }
}

type Tokens = Awaited<ReturnType<Demo['exchangeRefreshToken']>>;
type Client = Parameters<Demo['exchangeAuthorizationCode']>[0];
type Issued = Awaited<ReturnType<Demo['verifyAccessToken']>>;

/** A v1 SDK server that is a resource server alone: its tokens come from an authorization server elsewhere. */
export function guardedSdkV1(of: {
  readonly verifier: Pick<Demo, 'verifyAccessToken'>;
  readonly issuer: string;
  readonly scopes: readonly string[];
}): RequestListener {
  const resource = new URL(mcpUrl);
  const routers = mcpAuthMetadataRouter({
    // The router also serves this at the connector’s own origin, for clients of old; no more than the issuer counts here.
    oauthMetadata: {
      issuer: of.issuer,
      authorization_endpoint: `${of.issuer}/auth`,
      token_endpoint: `${of.issuer}/token`,
      response_types_supported: ['code'],
    },
    resourceServerUrl: resource,
    scopesSupported: [...of.scopes],
  });
  return app(routers, guard(of.verifier, resource, {}));
}

function guard(provider: Pick<Demo, 'verifyAccessToken'>, resource: URL, wish: SdkV1Wish): unknown {
  return requireBearerAuth({
    verifier: provider,
    expectedResource: resource,
    ...(wish.challengeNamesMetadata !== false && {
      resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource),
    }),
  });
}

/** The SDK’s own Express app; its guard against foreign host names knows the public ones. */
function app(router: unknown, bearerGuard?: unknown): RequestListener {
  const express = createMcpExpressApp({ host: '0.0.0.0', allowedHosts: [mcpHost, authHost] }) as unknown as ExpressApp;
  // One proxy stands before it; its rate limiter wants to know.
  express.set('trust proxy', 1);
  express.use(router);
  if (bearerGuard !== undefined) express.all('/mcp', bearerGuard, sdkV1Stateless());
  return express;
}
