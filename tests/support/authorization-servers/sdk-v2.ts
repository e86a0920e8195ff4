import type { RequestListener } from 'node:http';
import {
  createMcpExpressApp,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  requireBearerAuth,
  type OAuthTokenVerifier,
} from '@modelcontextprotocol/express';
import { sdkV2 } from '../official-servers.ts';
import type { ExpressApp } from './express-app.ts';
import { mcpHost, mcpUrl } from './peer.ts';

/** A v2 SDK server, which is a resource server alone: its tokens come from an authorization server elsewhere. */
export function guardedSdkV2(of: {
  readonly verifier: OAuthTokenVerifier;
  readonly issuer: string;
  readonly scopes: readonly string[];
}): RequestListener {
  const resource = new URL(mcpUrl);
  const express = createMcpExpressApp({ host: '0.0.0.0', allowedHosts: [mcpHost] }) as unknown as ExpressApp;
  express.use(
    mcpAuthMetadataRouter({
      oauthMetadata: {
        issuer: of.issuer,
        authorization_endpoint: `${of.issuer}/auth`,
        token_endpoint: `${of.issuer}/token`,
        response_types_supported: ['code'],
      },
      resourceServerUrl: resource,
      scopesSupported: [...of.scopes],
    }),
  );
  const guard = requireBearerAuth({
    verifier: of.verifier,
    requiredScopes: [...of.scopes],
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource),
  });
  express.all('/mcp', guard, sdkV2());
  return express;
}
