import type { IdentityProvider } from './identity-provider-types.ts';

/** Services that developers rent for the sign-in of their own product. */
export const serviceProviders: readonly IdentityProvider[] = [
  {
    id: 'workos',
    name: 'WorkOS AuthKit',
    marks: [
      { issuer: /^[\w-]+\.authkit\.app(?:\/|$)/ },
      { places: { jwks_uri: /\/oauth2\/jwks$/, introspection_endpoint: /\/oauth2\/introspection$/ } },
    ],
    traps:
      'AuthKit makes a token for the connector only if the connector’s address is entered as a resource indicator.',
    advice:
      'In the WorkOS Dashboard open Connect, Configuration, and add the connector’s address as a resource indicator.',
    fixes: {
      'auth.no-registration-way':
        'In the WorkOS Dashboard open Connect, Configuration, and turn on Client ID Metadata Document (CIMD); turn on Dynamic Client Registration for older clients.',
      'auth.dcr-rejected':
        'In the WorkOS Dashboard open Connect, Configuration, and turn on Dynamic Client Registration, or Client ID Metadata Document (CIMD), which Claude prefers.',
      'auth.token-rejected':
        'In the WorkOS Dashboard add the connector’s address as a resource indicator, and let the server expect that address as aud.',
    },
    sources: [
      'https://workos.com/docs/authkit/mcp',
      'https://workos.com/docs/reference/authkit/oauth-resource',
      'https://workos.com/changelog/client-id-metadata-support-for-mcp-auth',
      'https://docs.skybridge.tech/api-reference/workos-provider',
    ],
  },
  {
    id: 'clerk',
    name: 'Clerk',
    marks: [
      { issuer: /^[\w-]+\.clerk\.accounts\.dev(?:\/|$)/ },
      { places: { service_documentation: /^clerk\.com\// } },
      { places: { op_tos_uri: /^clerk\.com\// } },
    ],
    traps: 'Clerk’s access tokens are reported to carry no aud, so a server that wants one refuses them.',
    advice: 'Let the server check the issuer, the expiry and the scopes of a token, and not its aud.',
    fixes: {
      'auth.no-registration-way':
        'In the Clerk Dashboard open OAuth applications and turn on Dynamic client registration.',
      'auth.dcr-rejected':
        'In the Clerk Dashboard see under OAuth applications that Dynamic client registration is on.',
      'auth.token-rejected':
        'Clerk’s access tokens are reported to carry no aud: let the server check issuer, expiry and scopes. In the Clerk Dashboard the OAuth application decides whether its access tokens are JWTs.',
    },
    sources: [
      'https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth',
      'https://docs.mcp-use.com/typescript/server/authentication/providers/clerk',
      'https://docs.skybridge.tech/guides/auth-providers',
    ],
  },
  {
    id: 'stytch',
    name: 'Stytch',
    marks: [
      { places: { token_endpoint: /^[\w.-]+\.stytch\.(?:com|dev)\// } },
      { places: { token_endpoint: /\/v1\/oauth2\/token$/, registration_endpoint: /\/v1\/oauth2\/register$/ } },
    ],
    traps:
      'The page on which people sign in and approve is one of your own, at the authorization URL that you entered in Stytch: if it is down or wrong, nobody can sign in.',
    advice:
      'In the Stytch Dashboard see under Connected Apps that the authorization URL leads to the page of your app that shows the consent.',
    fixes: {
      'auth.no-registration-way': 'In the Stytch Dashboard open Connected Apps and allow dynamic client registration.',
      'auth.dcr-rejected':
        'In the Stytch Dashboard see under Connected Apps that dynamic client registration is allowed.',
      'auth.authorize-rejects-callback':
        'The authorization endpoint is a page of your own app: see under Connected Apps in the Stytch Dashboard that the authorization URL is right, and that the page hands everything that came with the request on to Stytch.',
    },
    sources: [
      'https://stytch.com/docs/connected-apps/guides/mcp-auth-overview',
      'https://stytch.com/docs/guides/connected-apps/mcp-servers',
      'https://stytch.com/docs/guides/connected-apps/client-types',
    ],
  },
  {
    id: 'supabase',
    name: 'Supabase Auth',
    marks: [
      { places: { authorization_endpoint: /\/auth\/v1\/oauth\/authorize$/ } },
      { issuer: /^\w+\.supabase\.co(?:\/|$)/ },
    ],
    traps:
      'The page on which people approve is one of your own: if it is down or wrong, nobody can sign in. Supabase Auth is reported not to heed the resource parameter, so a token does not name the connector.',
    advice:
      'In the Supabase Dashboard see under Authentication, OAuth Server, that the Authorization Path leads to a page of your app that lets people approve, and let the server check the issuer of a token.',
    fixes: {
      'auth.no-registration-way':
        'In the Supabase Dashboard open Authentication, OAuth Server, and turn on Allow Dynamic OAuth Apps.',
      'auth.dcr-rejected':
        'In the Supabase Dashboard see under Authentication, OAuth Server, that Allow Dynamic OAuth Apps is on.',
      'auth.as-metadata-not-found':
        'Name https://<project>.supabase.co/auth/v1 in authorization_servers, with the path, and enable the OAuth server in the Supabase Dashboard under Authentication, OAuth Server.',
      'auth.issuer-mismatch':
        'Name https://<project>.supabase.co/auth/v1 in authorization_servers, with the path and no slash at its end.',
      'auth.authorize-rejects-callback':
        'In the Supabase Dashboard see under Authentication, OAuth Server, that Site URL and Authorization Path lead to the page of your app on which people approve.',
      'auth.token-rejected':
        'Supabase Auth is reported not to put the connector’s address into a token: let the server check the issuer (https://<project>.supabase.co/auth/v1) and expect what the token names as aud.',
    },
    sources: [
      'https://supabase.com/docs/guides/auth/oauth-server/mcp-authentication',
      'https://gofastmcp.com/v3/integrations/supabase',
      'https://github.com/orgs/supabase/discussions/38022',
      'https://github.com/anthropics/claude-ai-mcp/issues/199',
      'https://github.com/anthropics/claude-ai-mcp/issues/802',
    ],
  },
  {
    id: 'descope',
    name: 'Descope',
    marks: [
      { issuer: /^api\.(?:\w+\.)?descope\.com\// },
      { places: { authorization_endpoint: /\/oauth2\/v1\/apps\/.*authorize$/ } },
    ],
    traps:
      'Each MCP server has an issuer of its own in Descope, and a token is made for the connector only if the MCP Server URL is its address.',
    advice:
      'In the Descope Console open the MCP server’s settings: set the MCP Server URL to the connector’s address, and name the server’s Issuer URL in authorization_servers.',
    fixes: {
      'auth.no-registration-way':
        'In the Descope Console open the MCP server’s settings, and turn on CIMD or Dynamic Client Registration under MCP Client Registration.',
      'auth.dcr-rejected':
        'In the Descope Console see in the MCP server’s settings under MCP Client Registration that Dynamic Client Registration is on.',
      'auth.issuer-mismatch':
        'Name the Issuer URL that the Descope Console shows in the MCP server’s Connection Information, exactly as it stands there.',
      'auth.token-rejected':
        'In the Descope Console set the MCP Server URL to the connector’s address, which becomes aud, and let the server accept the issuer that is shown there.',
    },
    sources: [
      'https://docs.descope.com/agentic-identity-hub/core-components/mcp-servers/settings',
      'https://docs.descope.com/agentic-identity-hub/mcp-servers/registration-methods',
    ],
  },
  {
    id: 'scalekit',
    name: 'Scalekit',
    marks: [{ issuer: /^[\w.-]+\.scalekit\.(?:com|dev|cloud)(?:\/|$)/ }, { issuer: /\/resources\/res_\d+$/ }],
    traps:
      'The authorization server to name is that of the MCP server in Scalekit, whose address ends in /resources/res_…, and a token is made for the Server URL that is entered there.',
    advice: 'In the Scalekit Dashboard open MCP servers, and set the Server URL to the connector’s address.',
    fixes: {
      'auth.no-registration-way':
        'In the Scalekit Dashboard open MCP servers, and turn on dynamic client registration and Client ID Metadata Document (CIMD) for this one.',
      'auth.dcr-rejected':
        'In the Scalekit Dashboard see under MCP servers that dynamic client registration is on for this one.',
      'auth.token-rejected':
        'In the Scalekit Dashboard set the Server URL of the MCP server to the connector’s address, and let the server expect the aud that Scalekit puts into the token.',
    },
    sources: [
      'https://docs.scalekit.com/authenticate/mcp/quickstart/',
      'https://xmcp.dev/docs/integrations/scalekit',
      'https://gofastmcp.com/python-sdk/fastmcp-server-auth-providers-scalekit',
    ],
  },
  {
    id: 'logto',
    name: 'Logto',
    marks: [
      { issuer: /^[\w-]+\.logto\.app\// },
      { places: { authorization_endpoint: /\/oidc\/auth$/, jwks_uri: /\/oidc\/jwks$/ } },
    ],
    traps:
      'In Logto, what clients may ask for that are known by a client ID metadata document is set once for all of them.',
    advice: 'In the Logto Console see under Applications, Third-party apps, which permissions the dynamic app has.',
    fixes: {
      'auth.no-registration-way':
        'In the Logto Console open Applications, Third-party apps, and enable the dynamic app, which supports client ID metadata documents.',
      'auth.issuer-mismatch':
        'Name Logto’s issuer with its path in authorization_servers: https://<your Logto domain>/oidc.',
      'auth.as-metadata-not-found':
        'Name Logto’s issuer with its path in authorization_servers: https://<your Logto domain>/oidc.',
    },
    sources: ['https://docs.logto.io/integrate-logto/third-party-applications/dynamic-apps'],
  },
];
