import type { JsonObject } from '../../../../lib/kernel/json.ts';
import type { ProviderId } from '../../../../lib/standards/identity-provider-types.ts';

/** Endpoints below one address, by the paths under which a product has them. */
function document(issuer: string, base: string, paths: JsonObject, more: JsonObject = {}): JsonObject {
  const places = Object.entries(paths).map(([name, path]) => [name, `${base}${String(path)}`] as const);
  return { issuer, response_types_supported: ['code'], ...Object.fromEntries(places), ...more };
}

const s256 = { code_challenge_methods_supported: ['S256'] };
const renewing = { grant_types_supported: ['authorization_code', 'refresh_token'] };
const tenant = '11111111-2222-4333-8444-555555555555';
const entra = `https://login.microsoftonline.com/${tenant}`;

/** Metadata in the form in which each product publishes it, the members by which nobody is told apart left out. */
export const providerDocuments: readonly (readonly [ProviderId, JsonObject])[] = [
  [
    'entra',
    document(
      `${entra}/v2.0`,
      entra,
      {
        authorization_endpoint: '/oauth2/v2.0/authorize',
        token_endpoint: '/oauth2/v2.0/token',
        jwks_uri: '/discovery/v2.0/keys',
      },
      { tenant_region_scope: 'EU', msgraph_host: 'graph.microsoft.com', cloud_instance_name: 'microsoftonline.com' },
    ),
  ],
  [
    'entra',
    document('https://acme.ciamlogin.com/acme/v2.0', 'https://acme.ciamlogin.com/acme', {
      authorization_endpoint: '/oauth2/v2.0/authorize',
      token_endpoint: '/oauth2/v2.0/token',
    }),
  ],
  [
    'auth0',
    document(
      'https://acme.eu.auth0.com/',
      'https://acme.eu.auth0.com',
      { authorization_endpoint: '/authorize', token_endpoint: '/oauth/token', jwks_uri: '/.well-known/jwks.json' },
      s256,
    ),
  ],
  [
    'auth0',
    document('https://login.acme.dev/', 'https://login.acme.dev', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/oauth/token',
      registration_endpoint: '/oidc/register',
      mfa_challenge_endpoint: '/mfa/challenge',
    }),
  ],
  [
    'okta',
    document('https://acme.okta.com/oauth2/default', 'https://acme.okta.com', {
      authorization_endpoint: '/oauth2/default/v1/authorize',
      token_endpoint: '/oauth2/default/v1/token',
      registration_endpoint: '/oauth2/v1/clients',
    }),
  ],
  [
    'okta',
    document('https://id.acme.dev/oauth2/aus1a2b3c4d5e6f7g8h9', 'https://id.acme.dev/oauth2', {
      authorization_endpoint: '/aus1a2b3c4d5e6f7g8h9/v1/authorize',
      token_endpoint: '/aus1a2b3c4d5e6f7g8h9/v1/token',
    }),
  ],
  [
    'cognito',
    document(
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI',
      'https://acme.auth.eu-west-1.amazoncognito.com',
      { authorization_endpoint: '/oauth2/authorize', token_endpoint: '/oauth2/token' },
      { scopes_supported: ['openid', 'email', 'phone', 'profile'] },
    ),
  ],
  [
    'google',
    document(
      'https://accounts.google.com',
      'https://oauth2.googleapis.com',
      { token_endpoint: '/token' },
      {
        authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
        ...s256,
      },
    ),
  ],
  [
    'github',
    document(
      'https://github.com/login/oauth',
      'https://github.com/login/oauth',
      { authorization_endpoint: '/authorize', token_endpoint: '/access_token' },
      s256,
    ),
  ],
  [
    'gitlab',
    document(
      'https://git.acme.dev',
      'https://git.acme.dev/oauth',
      {
        authorization_endpoint: '/authorize',
        token_endpoint: '/token',
        registration_endpoint: '/register',
        jwks_uri: '/discovery/keys',
      },
      { scopes_supported: ['api', 'read_api', 'read_user', 'read_repository', 'mcp', 'openid'] },
    ),
  ],
  [
    'workos',
    document('https://acme-12.authkit.app', 'https://acme-12.authkit.app/oauth2', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
    }),
  ],
  [
    'workos',
    document('https://signin.acme.dev', 'https://signin.acme.dev/oauth2', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
      introspection_endpoint: '/introspection',
      jwks_uri: '/jwks',
    }),
  ],
  [
    'clerk',
    document(
      'https://clerk.acme.dev',
      'https://clerk.acme.dev/oauth',
      { authorization_endpoint: '/authorize', token_endpoint: '/token', registration_endpoint: '/register' },
      { service_documentation: 'https://clerk.com/docs', op_tos_uri: 'https://clerk.com/legal/standard-terms' },
    ),
  ],
  [
    'clerk',
    document('https://verb-noun-42.clerk.accounts.dev', 'https://verb-noun-42.clerk.accounts.dev/oauth', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
    }),
  ],
  [
    'stytch',
    document('https://acme-word-1234.customers.stytch.com', 'https://acme-word-1234.customers.stytch.com/v1/oauth2', {
      token_endpoint: '/token',
      registration_endpoint: '/register',
    }),
  ],
  [
    'supabase',
    document(
      'https://abcdefghijklmnopqrst.supabase.co/auth/v1',
      'https://abcdefghijklmnopqrst.supabase.co/auth/v1/oauth',
      {
        authorization_endpoint: '/authorize',
        token_endpoint: '/token',
        registration_endpoint: '/clients/register',
      },
    ),
  ],
  [
    'descope',
    document(
      'https://api.descope.com/v1/apps/agentic/P2abc/MS3abc',
      'https://api.descope.com/oauth2/v1/apps/agentic/P2abc/MS3abc',
      {
        authorization_endpoint: '/authorize',
        token_endpoint: '/token',
      },
    ),
  ],
  [
    'scalekit',
    document('https://acme.eu.scalekit.com/resources/res_120307199615436034', 'https://acme.eu.scalekit.com', {
      authorization_endpoint: '/oauth/authorize',
      token_endpoint: '/oauth/token',
    }),
  ],
  [
    'logto',
    document('https://acme.logto.app/oidc', 'https://acme.logto.app/oidc', {
      authorization_endpoint: '/auth',
      token_endpoint: '/token',
      jwks_uri: '/jwks',
    }),
  ],
  [
    'keycloak',
    document('https://sso.acme.dev/realms/acme', 'https://sso.acme.dev/realms/acme', {
      authorization_endpoint: '/protocol/openid-connect/auth',
      token_endpoint: '/protocol/openid-connect/token',
      registration_endpoint: '/clients-registrations/openid-connect',
    }),
  ],
  [
    'hydra',
    document('https://hydra.acme.dev', 'https://hydra.acme.dev', {
      authorization_endpoint: '/oauth2/auth',
      token_endpoint: '/oauth2/token',
      jwks_uri: '/.well-known/jwks.json',
    }),
  ],
  [
    'fusionauth',
    document('https://id.acme.dev', 'https://id.acme.dev/oauth2', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
      device_authorization_endpoint: '/device_authorize',
    }),
  ],
  [
    'authentik',
    document('https://auth.acme.dev/application/o/mcp/', 'https://auth.acme.dev/application/o', {
      authorization_endpoint: '/authorize/',
      token_endpoint: '/token/',
    }),
  ],
  [
    'cloudflare_access',
    document('https://mcp.acme.dev', 'https://mcp.acme.dev/cdn-cgi/access/oauth', {
      authorization_endpoint: '/authorization',
      token_endpoint: '/token',
      registration_endpoint: '/registration',
    }),
  ],
  [
    'better_auth',
    document('https://mcp.acme.dev/api/auth', 'https://mcp.acme.dev/api/auth/oauth2', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
    }),
  ],
  [
    'workers_oauth_provider',
    document('https://mcp.acme.dev', 'https://mcp.acme.dev', {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
      revocation_endpoint: '/token',
    }),
  ],
  [
    'oidc_provider',
    document(
      'https://id.acme.dev',
      'https://id.acme.dev',
      { authorization_endpoint: '/auth', token_endpoint: '/token', jwks_uri: '/jwks' },
      {
        claims_parameter_supported: false,
        authorization_response_iss_parameter_supported: true,
        request_uri_parameter_supported: false,
      },
    ),
  ],
  [
    'mcp_sdk',
    document(
      'https://auth.acme.dev/',
      'https://auth.acme.dev',
      { authorization_endpoint: '/authorize', token_endpoint: '/token', registration_endpoint: '/register' },
      { ...s256, ...renewing, token_endpoint_auth_methods_supported: ['client_secret_post', 'none'] },
    ),
  ],
];

/** Metadata of products that are not recognized, and that have something in common with one that is. */
export const unknownDocuments: Readonly<Record<string, JsonObject>> = {
  'Spring Authorization Server': document('https://id.acme.dev', 'https://id.acme.dev/oauth2', {
    authorization_endpoint: '/authorize',
    token_endpoint: '/token',
    jwks_uri: '/jwks',
    introspection_endpoint: '/introspect',
    device_authorization_endpoint: '/device_authorization',
  }),
  'a Rails app with Doorkeeper': document(
    'https://app.acme.dev',
    'https://app.acme.dev/oauth',
    { authorization_endpoint: '/authorize', token_endpoint: '/token', jwks_uri: '/discovery/keys' },
    { scopes_supported: ['openid', 'read'] },
  ),
  'an authorization server of one’s own': document('https://mcp.acme.dev', 'https://mcp.acme.dev', {
    authorization_endpoint: '/authorize',
    token_endpoint: '/token',
    registration_endpoint: '/register',
    revocation_endpoint: '/revoke',
  }),
  'another that takes the same clients in another order': document(
    'https://auth.acme.dev',
    'https://auth.acme.dev',
    { authorization_endpoint: '/authorize', token_endpoint: '/token', registration_endpoint: '/register' },
    { ...s256, ...renewing, token_endpoint_auth_methods_supported: ['none', 'client_secret_post'] },
  ),
  'a host that only sounds like one': document(
    'https://accounts.google.com.acme.dev',
    'https://github.com.acme.dev/oauth',
    {
      authorization_endpoint: '/authorize',
      token_endpoint: '/token',
    },
  ),
  'nothing but an issuer': { issuer: 'https://login.acme.dev' },
};
