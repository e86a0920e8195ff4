import { createServer } from 'node:http';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';
import Provider from 'oidc-provider';
import { listen } from '../../../clinic/front.ts';
import { proxyTo } from '../official-servers.ts';
import type { Rig } from '../rig.ts';
import { authHost, authOrigin, mcpHost, mcpUrl, putUp } from './peer.ts';
import { guardedSdkV1 } from './sdk-v1.ts';
import { guardedSdkV2 } from './sdk-v2.ts';

/** How people configure oidc-provider. */
export interface OidcProviderWish {
  /** False: it does not trust its proxy, so it takes itself for a server on plain HTTP. */
  readonly trustsProxy?: boolean;
  /** False: dynamic registration is off, as it is by default. */
  readonly registration?: boolean;
  /** False: resource indicators are off, so access tokens are for nobody in particular. */
  readonly resourceIndicators?: boolean;
  /** Which official SDK guards the MCP endpoint. */
  readonly guard?: 'sdk-v1' | 'sdk-v2';
  /** False: nobody told it of the connector as a resource, as it is by default. */
  readonly resourceKnown?: boolean;
  /** False: refresh tokens are never issued. */
  readonly refresh?: boolean;
  /** It signs nobody in and consents to nothing by itself: a page with a button stands before each. */
  readonly asksPerson?: boolean;
}

const scope = 'notes:read';
const accountId = 'somebody';

/** oidc-provider on a host of its own, which signs everybody in and consents by itself, unless it is to ask; its tokens guard an official server. */
export async function putUpOidcProvider(rig: Rig, wish: OidcProviderWish = {}): Promise<string> {
  const provider = new Provider(authOrigin, configuration(wish));
  provider.proxy = wish.trustsProxy !== false;
  await putUpProvider(rig, provider, wish);
  const ofSdkV2 = wish.guard === 'sdk-v2';
  const verifier = {
    verifyAccessToken: async (token: string) => {
      const known = await provider.AccessToken.find(token);
      if (known?.isValid !== true) {
        const because = 'The token is unknown or expired';
        throw ofSdkV2 ? new OAuthError(OAuthErrorCode.InvalidToken, because) : new InvalidTokenError(because);
      }
      return {
        token,
        clientId: known.clientId,
        scopes: known.scope?.split(' ') ?? [],
        expiresAt: known.exp,
        ...(known.aud === mcpUrl && { resource: new URL(mcpUrl) }),
      };
    },
  };
  const guarded = (ofSdkV2 ? guardedSdkV2 : guardedSdkV1)({ verifier, issuer: authOrigin, scopes: [scope] });
  await putUp(rig, mcpHost, guarded);
  return mcpUrl;
}

async function putUpProvider(rig: Rig, provider: Provider, { asksPerson }: OidcProviderWish): Promise<void> {
  const own = provider.callback();
  const plain = await listen(
    createServer((request, response) => {
      if (request.url?.startsWith('/interaction/') === true) {
        const answer = asksPerson === true && request.method === 'GET' ? ask : approve;
        void answer(provider, request, response).catch(() => response.writeHead(500).end());
      } else own(request, response);
    }),
  );
  rig.keep(plain);
  await rig.host(authHost, proxyTo(plain.port));
}

async function ask(
  provider: Provider,
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  const action = prompt.name === 'login' ? 'Sign in' : 'Approve';
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><title>${action}</title><form method="post"><button>${action}</button></form>`);
}

/** What a person does at the sign-in and the consent page. */
async function approve(
  provider: Provider,
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope(typeof params['scope'] === 'string' ? params['scope'] : '');
  grant.addResourceScope(mcpUrl, scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

function configuration(wish: OidcProviderWish): object {
  return {
    clients: [],
    scopes: ['openid', 'offline_access', scope],
    cookies: { keys: ['keys for a test alone'] },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 3600, Interaction: 600, RefreshToken: 3600, Session: 3600 },
    rotateRefreshToken: true,
    issueRefreshToken: () => wish.refresh !== false,
    interactions: { url: (_ctx: unknown, interaction: { readonly uid: string }) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: wish.registration !== false },
      registrationManagement: { enabled: wish.registration !== false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: wish.resourceIndicators !== false,
        defaultResource: () => mcpUrl,
        useGrantedResource: () => true,
        ...(wish.resourceKnown !== false && {
          getResourceServerInfo: () => ({
            scope,
            audience: mcpUrl,
            accessTokenFormat: 'opaque',
            accessTokenTTL: 3600,
          }),
        }),
      },
    },
  };
}
