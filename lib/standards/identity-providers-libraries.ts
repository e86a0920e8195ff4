import type { IdentityProvider } from './identity-provider-types.ts';

/** Libraries with which a server signs people in by itself. */
export const libraryProviders: readonly IdentityProvider[] = [
  {
    id: 'better_auth',
    name: 'Better Auth',
    marks: [{ places: { authorization_endpoint: /\/api\/auth\/(?:oauth2|mcp)\/authorize$/ } }],
    traps:
      'Better Auth can name a registration endpoint and yet refuse people without a session there: allowUnauthenticatedClientRegistration is off by default.',
    trapsAbout: 'registration',
    advice:
      'Set allowUnauthenticatedClientRegistration in oauthProvider beside allowDynamicClientRegistration, or add the cimd plugin.',
    fixes: {
      'auth.no-registration-way':
        'Add the cimd plugin, or set allowDynamicClientRegistration and allowUnauthenticatedClientRegistration in oauthProvider.',
      'auth.dcr-needs-token':
        'Set allowUnauthenticatedClientRegistration in oauthProvider: without it only people with a session can register clients.',
      'auth.dcr-rejected':
        'Set allowDynamicClientRegistration and allowUnauthenticatedClientRegistration in oauthProvider, and see that the scopes which Claude asks for are among its scopes.',
      'auth.authorize-rejects-callback':
        'Where the error is invalid_target, Better Auth does not know the connector as a resource: add the connector’s address, exactly as it is entered in Claude, to resources and clientRegistrationDefaultResources in oauthProvider (older versions have validAudiences), or use the mcp plugin with that address as resource.',
      'auth.bogus-token-no-error-code':
        'Nothing needs to be done: requireMcpAuth answers like that by itself, and no option of it changes that. To add error="invalid_token" all the same, wrap requireMcpAuth and rewrite the challenge of each 401 to a request that carries a token.',
      'auth.prm-resource-mismatch':
        'Set resource to the connector’s https address, exactly as it is entered in Claude, in the options of both the mcp plugin and requireMcpAuth.',
      'auth.as-metadata-not-found':
        'Serve Better Auth’s metadata at the origin, at /.well-known/oauth-authorization-server followed by the issuer’s path (/api/auth by default).',
    },
    sources: ['https://better-auth.com/docs/plugins/cimd', 'https://better-auth.com/docs/plugins/oauth-provider'],
  },
  {
    id: 'workers_oauth_provider',
    name: 'Cloudflare’s workers-oauth-provider',
    marks: [{ same: ['revocation_endpoint', 'token_endpoint'] }],
    traps: 'Access tokens live for an hour by default, and users reported that they had to sign in again after it.',
    listsAllResources: true,
    advice: 'Choose a longer accessTokenTTL if people have to sign in again too often.',
    fixes: {
      'auth.authorize-rejects-callback':
        'Where the error is invalid_target, set resourceMetadata.resource in the options of OAuthProvider to the connector’s https address, path included, exactly as it is entered in Claude; otherwise see what the handler of the authorize endpoint refuses.',
      'auth.prm-absent-origin-fallback':
        'Set resourceMetadata.resource in the options of OAuthProvider to the connector’s https address, path included: the library serves resource metadata, and names it in the challenge, for that address alone.',
      'auth.prm-resource-mismatch':
        'Set resourceMetadata.resource in the options of OAuthProvider to the connector’s https address, path included, exactly as it is entered in Claude.',
      'auth.no-registration-way':
        'Set clientRegistrationEndpoint in the options of OAuthProvider, or clientIdMetadataDocumentEnabled together with the compatibility flag global_fetch_strictly_public.',
    },
    sources: ['https://github.com/cloudflare/workers-oauth-provider', 'https://github.com/dmalis/dropthis/issues/20'],
  },
  {
    id: 'oidc_provider',
    name: 'oidc-provider',
    marks: [
      {
        places: { authorization_endpoint: /\/auth$/, jwks_uri: /\/jwks$/ },
        members: [
          'claims_parameter_supported',
          'authorization_response_iss_parameter_supported',
          'request_uri_parameter_supported',
        ],
      },
    ],
    traps:
      'oidc-provider refuses the resource parameter, which Claude always sends, with invalid_target until features.resourceIndicators.getResourceServerInfo knows the connector’s address.',
    trapsAbout: 'resource',
    advice:
      'Let features.resourceIndicators.getResourceServerInfo answer for the connector’s address, with its scopes and audience.',
    fixes: {
      'auth.no-registration-way': 'Set features.registration.enabled to true in the configuration of oidc-provider.',
      'auth.authorize-rejects-callback':
        'Let features.resourceIndicators.getResourceServerInfo answer for the connector’s address: by default it refuses every resource with invalid_target.',
      'auth.endpoint-not-https':
        'Set provider.proxy = true behind a proxy that ends TLS, so that oidc-provider heeds X-Forwarded-Proto, and see that the proxy sends that header.',
      'auth.token-rejected':
        'Let features.resourceIndicators.getResourceServerInfo give the connector’s address as audience, and useGrantedResource be true, so that the access token is made for the connector and not for the userinfo endpoint.',
    },
    sources: ['https://github.com/panva/node-oidc-provider/blob/main/docs/README.md'],
  },
  {
    id: 'fastmcp',
    name: 'FastMCP',
    marks: [{ challenge: /clear authentication tokens in your MCP client and reconnect/i }],
    traps:
      'FastMCP’s OAuth proxy names the addresses that follow from base_url, so that must be the public https address. Its consent page was reported to block the way back to Claude Desktop by its Content-Security-Policy in older versions. Where keys and clients are not kept over a restart, everybody has to connect anew.',
    advice:
      'Set base_url to the public https address, update FastMCP, and give it a lasting jwt_signing_key and client_storage. Where allowed_client_redirect_uris is set, add https://claude.ai/api/mcp/auth_callback.',
    fixes: {
      'auth.dcr-rejects-callback':
        'Add https://claude.ai/api/mcp/auth_callback to allowed_client_redirect_uris, or leave that option out, and see that the provider behind FastMCP knows <base_url>/auth/callback.',
      'auth.issuer-mismatch':
        'Set base_url (and issuer_url, where it is set) to the public https address, with the same text that authorization_servers names.',
    },
    sources: [
      'https://gofastmcp.com/servers/auth/oauth-proxy',
      'https://github.com/PrefectHQ/fastmcp/issues/3369',
      'https://github.com/PrefectHQ/fastmcp/issues/3037',
    ],
  },
  {
    id: 'mcp_sdk',
    name: 'the MCP SDK’s own authorization server',
    marks: [
      {
        challenge: /error_description="(?:Authentication required|Missing Authorization header)"/,
        places: {
          authorization_endpoint: /^[^/]+\/authorize$/,
          token_endpoint: /^[^/]+\/token$/,
          registration_endpoint: /^[^/]+\/register$/,
        },
      },
      // What version 1 of the TypeScript SDK writes, whoever uses it and wherever it stands.
      {
        places: { authorization_endpoint: /\/authorize$/, token_endpoint: /\/token$/ },
        lists: {
          response_types_supported: ['code'],
          code_challenge_methods_supported: ['S256'],
          token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
          grant_types_supported: ['authorization_code', 'refresh_token'],
        },
      },
    ],
    traps:
      'The SDK’s example servers keep clients and tokens in memory: after a restart they know no client any more, and Claude holds on to a client ID that is not accepted.',
    advice:
      'Keep clients and tokens in a store that outlives a restart, and answer an unknown client with 401 invalid_client, so that Claude registers anew.',
    fixes: {
      'auth.prm-resource-mismatch':
        'Set resourceServerUrl of mcpAuthRouter (in Python: resource_server_url in AuthSettings) to the connector’s https address, exactly as it is entered in Claude. Without it the TypeScript SDK takes the issuer for the resource.',
    },
    sources: [
      'https://github.com/modelcontextprotocol/python-sdk/tree/main/examples/servers/simple-auth',
      'https://github.com/anthropics/claude-ai-mcp/issues/798',
    ],
  },
];
