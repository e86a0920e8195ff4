import type { IdentityProvider } from './identity-provider-types.ts';
import { checkWithClient } from './with-client.ts';

/** Identity servers that people run themselves, and the gateway that signs people in before a server. */
export const ownProviders: readonly IdentityProvider[] = [
  {
    id: 'keycloak',
    name: 'Keycloak',
    marks: [
      { places: { authorization_endpoint: /\/realms\/[^/]+\/protocol\/openid-connect\/auth$/ } },
      { places: { registration_endpoint: /\/realms\/[^/]+\/clients-registrations\// } },
    ],
    traps:
      'Keycloak names a registration endpoint, but its Trusted Hosts policy refuses clients without a token until it is changed. It heeds the resource parameter and client ID metadata documents only as experimental features; without them a token does not name the connector unless an Audience mapper adds it.',
    advice:
      'In the Admin Console open Clients, Client registration, Anonymous access policies, Trusted Hosts: add claude.ai, and turn off that the sending host must match. Add an Audience mapper with the connector’s address as Included Custom Audience to a client scope that Claude asks for, and allow that scope in the policy Allowed Client Scopes.',
    fixes: {
      'auth.dcr-rejected':
        'In the Admin Console open Clients, Client registration, Anonymous access policies: in Trusted Hosts add claude.ai and turn off that the sending host must match; in Allowed Client Scopes add the scopes that Claude asks for; in Max Clients Limit leave room. Or create a client with the redirect URI https://claude.ai/api/mcp/auth_callback and give its client ID to your users.',
      'auth.dcr-rejects-callback':
        'In the Admin Console open Clients, Client registration, Anonymous access policies, Trusted Hosts, and add claude.ai.',
      'auth.dcr-needs-token':
        'In the Admin Console open Clients, Client registration, Anonymous access policies: in Trusted Hosts add claude.ai and turn off that the sending host must match. Clients with an initial access token are judged by other policies, and Claude has none.',
      'auth.issuer-mismatch':
        'Name the realm’s address, https://<host>/realms/<realm>, in authorization_servers, and start Keycloak with the option hostname set to its public https address, so that its metadata and tokens name the same.',
      'auth.as-metadata-not-found':
        'Name the realm’s address, https://<host>/realms/<realm>, in authorization_servers (older installations have /auth before it).',
      'auth.token-rejected':
        'In the Admin Console add an Audience mapper with the connector’s address as Included Custom Audience to a client scope that Claude asks for, and let the server expect the issuer https://<host>/realms/<realm>.',
    },
    sources: [
      'https://www.keycloak.org/securing-apps/mcp-authz-server',
      'https://phasetwo.io/tutorials/emerging/mcp-server-auth/',
      'https://github.com/keycloak/keycloak/issues/39629',
    ],
  },
  {
    id: 'hydra',
    name: 'Ory Hydra',
    marks: [
      { issuer: /^[\w-]+\.projects\.oryapis\.com(?:\/|$)/ },
      { members: ['credentials_endpoint_draft_00'] },
      { places: { authorization_endpoint: /\/oauth2\/auth$/, jwks_uri: /\/\.well-known\/jwks\.json$/ } },
    ],
    traps:
      'Ory Hydra leaves the pages on which people sign in and approve to an app of your own (urls.login and urls.consent): if they are down or wrong, nobody can sign in.',
    advice:
      'See that urls.login, urls.consent and urls.self.issuer are public https addresses in Hydra’s configuration.',
    fixes: {
      'auth.no-registration-way': `Set oidc.dynamic_client_registration.enabled to true in Hydra’s configuration. Or create a client with the redirect URI https://claude.ai/api/mcp/auth_callback, give its client ID to your users, and ${checkWithClient}.`,
      'auth.dcr-rejected':
        'See that oidc.dynamic_client_registration.enabled is true in Hydra’s configuration, and that its default_scope holds the scopes that Claude asks for.',
      'auth.issuer-mismatch':
        'Set urls.self.issuer in Hydra’s configuration to its public https address, and name the same, letter by letter, in authorization_servers.',
    },
    sources: ['https://github.com/ory/hydra/issues/2549', 'https://www.ory.sh/docs/hydra/reference/configuration'],
  },
  {
    id: 'fusionauth',
    name: 'FusionAuth',
    marks: [
      { issuer: /^[\w.-]+\.fusionauth\.io(?:\/|$)/ },
      {
        places: {
          authorization_endpoint: /\/oauth2\/authorize$/,
          device_authorization_endpoint: /\/oauth2\/device_authorize$/,
        },
      },
    ],
    traps:
      'FusionAuth puts the client’s ID into a token as aud, and not the connector’s address. The issuer is a setting of the tenant and need not be the address at which FusionAuth stands.',
    advice:
      'Let the server accept the client IDs that you gave to Claude’s users as aud, and set the tenant’s Issuer to FusionAuth’s public https address.',
    fixes: {
      'auth.no-registration-way': `FusionAuth registers no clients by itself. Create an application for Claude with the authorized redirect URL https://claude.ai/api/mcp/auth_callback and PKCE, give its client ID (and secret) to your users, and ${checkWithClient}.`,
      'auth.issuer-mismatch':
        'In FusionAuth set the Issuer of the tenant to the public https address that authorization_servers names.',
    },
    sources: [
      'https://fusionauth.io/docs/extend/examples/controlling-access-mcp-server',
      'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/tokens',
    ],
  },
  {
    id: 'authentik',
    name: 'authentik',
    marks: [{ places: { authorization_endpoint: /\/application\/o\/authorize\/$/ } }],
    traps:
      'authentik issues refresh tokens only for the scope offline_access. It has an issuer for each application, /application/o/<application>/ with a slash at the end, unless its provider is set otherwise.',
    advice:
      'In authentik see that the provider of the application has the redirect URI https://claude.ai/api/mcp/auth_callback and the scope mapping for offline_access, and name its OpenID configuration issuer in authorization_servers.',
    fixes: {
      'auth.no-registration-way': `In authentik create an application with an OAuth2/OpenID provider for Claude, with the redirect URI https://claude.ai/api/mcp/auth_callback, give its client ID (and secret) to your users, and ${checkWithClient}.`,
      'auth.issuer-mismatch':
        'Name the OpenID configuration issuer that authentik shows on the provider’s page, with the slash at its end, in authorization_servers.',
      'auth.offline-access-missing':
        'Add the scope mapping for offline_access to the provider in authentik (Advanced protocol settings, Scopes): it issues refresh tokens for that scope alone.',
    },
    sources: [
      'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
      'https://github.com/goauthentik/authentik/issues/5991',
    ],
  },
  {
    id: 'cloudflare_access',
    name: 'Cloudflare Access',
    marks: [
      { issuer: /^[\w-]+\.cloudflareaccess\.com(?:\/|$)/ },
      { places: { authorization_endpoint: /\/cdn-cgi\/access\// } },
    ],
    traps:
      'Access signs people in with Managed OAuth, and registers only clients whose redirect URI is allowed in its settings. It puts its own 401 in the place of the server’s, so a server with an OAuth sign-in of its own must do without it. The server behind it gets the person’s identity in the header Cf-Access-Jwt-Assertion, and not the token.',
    advice:
      'In the Cloudflare dashboard open Zero Trust, Access controls, Applications, the application’s Advanced settings: see that Managed OAuth is on, and add https://claude.ai/api/mcp/auth_callback to Allowed redirect URIs. For Claude Code turn on Allow localhost clients and Allow loopback clients as well.',
    fixes: {
      'auth.dcr-rejected':
        'In the Cloudflare dashboard open Zero Trust, Access controls, Applications, the application’s Advanced settings, and add https://claude.ai/api/mcp/auth_callback to the Allowed redirect URIs of Managed OAuth.',
      'auth.dcr-rejects-callback':
        'In the Cloudflare dashboard open Zero Trust, Access controls, Applications, the application’s Advanced settings, and add https://claude.ai/api/mcp/auth_callback to the Allowed redirect URIs of Managed OAuth.',
      'auth.token-rejected':
        'Let the server check the header Cf-Access-Jwt-Assertion, which Access adds, in place of the token; where it has an OAuth sign-in of its own, turn Managed OAuth off.',
    },
    sources: [
      'https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/managed-oauth/',
      'https://github.com/anthropics/claude-ai-mcp/issues/410',
    ],
  },
];
