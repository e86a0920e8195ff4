import type { IdentityProvider } from './identity-provider-types.ts';
import { checkWithClient } from './with-client.ts';

const claudeAuthentication = 'https://claude.com/docs/connectors/building/authentication';

/** The providers that companies and developers have anyway, each with a directory of people of its own. */
export const largeProviders: readonly IdentityProvider[] = [
  {
    id: 'entra',
    name: 'Microsoft Entra',
    marks: [
      { issuer: /^(?:login\.(?:microsoftonline|partner\.microsoftonline|windows)\.|sts\.windows\.net\/)/ },
      { issuer: /^[\w-]+\.(?:ciamlogin|b2clogin)\.com\// },
      { members: ['tenant_region_scope', 'msgraph_host'] },
    ],
    traps:
      'Claude sends the connector’s address as the resource parameter, and Entra takes only an Application ID URI for that: with any other it answers AADSTS9010010. Scopes must be named in full, with the Application ID URI before them.',
    advice:
      'In the Microsoft Entra admin center open App registrations, the registration of the API, Expose an API, and set the Application ID URI to the connector’s address, exactly as it is entered in Claude. A server below azurewebsites.net needs a verified custom domain for that. Where it cannot be done, put an OAuth proxy before Entra, which serves metadata of its own, registers clients and leaves the resource parameter out.',
    fixes: {
      'auth.pkce-not-advertised':
        'Entra supports S256 and does not say so, and nobody can change its metadata. Serve authorization server metadata of your own, with your own address as issuer, Entra’s endpoints and "code_challenge_methods_supported": ["S256"], and name your address in authorization_servers; or put an OAuth proxy before Entra.',
      'auth.no-registration-way': `Create a registration for Claude under App registrations in the Microsoft Entra admin center: under Authentication the platform Web with the redirect URI https://claude.ai/api/mcp/auth_callback, under Certificates & secrets a client secret. Give client ID and secret to your users for the connector’s advanced settings, and ${checkWithClient}. An OAuth proxy before Entra that registers clients spares them that.`,
      'auth.authorize-rejects-callback':
        'In the Microsoft Entra admin center open App registrations, the registration of the API, Expose an API, and set the Application ID URI to the connector’s address, exactly as it is entered in Claude; name scopes in full, with that address before them; and give the client the redirect URI https://claude.ai/api/mcp/auth_callback under Authentication.',
      'auth.issuer-mismatch':
        'Name your own tenant in authorization_servers: https://login.microsoftonline.com/<tenant ID>/v2.0, with the tenant’s ID in place of its name, common or organizations, and with /v2.0 at the end.',
      'auth.as-metadata-not-found':
        'Name https://login.microsoftonline.com/<tenant ID>/v2.0 in authorization_servers; Entra publishes OpenID Connect metadata below that address, and none for OAuth alone.',
      'auth.prm-resource-mismatch':
        'Set resource in the resource metadata to the connector’s https address exactly as it is entered in Claude, also where Entra knows the API as api://…, and make that address an Application ID URI under Expose an API.',
      'auth.token-rejected':
        'Compare the token with what the server expects. Entra puts the API’s client ID or its Application ID URI into aud, and issues tokens of version 1.0, whose issuer is https://sts.windows.net/<tenant ID>/, unless requestedAccessTokenVersion is 2 in the Manifest of the API’s registration.',
    },
    sources: [
      claudeAuthentication,
      'https://github.com/anthropics/claude-ai-mcp/issues/786',
      'https://github.com/anthropics/claude-code/issues/73460',
      'https://github.com/modelcontextprotocol/typescript-sdk/issues/832',
      'https://learn.microsoft.com/en-us/entra/agent-id/client-id-metadata-documents',
      'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    ],
  },
  {
    id: 'auth0',
    name: 'Auth0',
    marks: [
      { issuer: /^[\w.-]+\.auth0\.com\// },
      { places: { token_endpoint: /\/oauth\/token$/, registration_endpoint: /\/oidc\/register$/ } },
      { places: { token_endpoint: /\/oauth\/token$/ }, members: ['mfa_challenge_endpoint'] },
    ],
    traps:
      'Auth0 takes the audience of a token from the audience parameter, which Claude does not send; it heeds the resource parameter only where the Resource Parameter Compatibility Profile is on. Clients that register by themselves are third-party applications: only connections of the domain level let people sign in to them.',
    advice:
      'In the Auth0 Dashboard open Settings, Advanced, and turn on Resource Parameter Compatibility Profile. Under Applications, APIs, give the API the connector’s address as its Identifier, and authorize user-delegated access under Default Permissions for Third-Party Applications. Under Authentication turn on Promote Connection to Domain Level for the connections that people sign in with.',
    fixes: {
      'auth.no-registration-way': `In the Auth0 Dashboard open Settings, Advanced, and turn on Dynamic Client Registration (DCR); then promote the connections that people sign in with to the domain level. Or create an application for Claude with the allowed callback URL https://claude.ai/api/mcp/auth_callback, give its client ID to your users, and ${checkWithClient}.`,
      'auth.dcr-rejected':
        'In the Auth0 Dashboard see under Settings, Advanced, that Dynamic Client Registration (DCR) is on, and under Monitoring, Logs, why Auth0 refused.',
      'auth.authorize-rejects-callback':
        'In the Auth0 Dashboard promote the connections that people sign in with to the domain level (Authentication, the connection’s Settings, Promote Connection to Domain Level): applications that registered by themselves have no others. See also that the API’s Identifier is the connector’s address.',
      'auth.issuer-mismatch':
        'Auth0’s issuer ends in a slash: write https://<your Auth0 domain>/ in authorization_servers, with the custom domain where one is in use.',
      'auth.token-rejected':
        'In the Auth0 Dashboard give the API the connector’s address as its Identifier, and turn on Resource Parameter Compatibility Profile under Settings, Advanced. Without an audience Auth0 issues an opaque token, which a server cannot check by itself.',
    },
    sources: [
      'https://auth0.com/ai/docs/mcp/guides/resource-param-compatibility-profile',
      'https://auth0.com/ai/docs/mcp/guides/registering-your-mcp-client-application/dynamic-client-registration',
      'https://auth0.com/docs/get-started/dashboard/promote-connections-to-domain-level',
      'https://github.com/anthropics/claude-ai-mcp/issues/82',
    ],
  },
  {
    id: 'okta',
    name: 'Okta',
    marks: [
      { issuer: /^[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com\// },
      { places: { registration_endpoint: /\/oauth2\/v1\/clients$/ } },
      { places: { authorization_endpoint: /\/oauth2\/(?:default|aus\w{17})\/v1\/authorize$/ } },
    ],
    traps:
      'Okta’s metadata names a registration endpoint, but to register there takes an API token, which Claude does not have. It takes client ID metadata documents only of clients that an administrator added before. Tokens of the org authorization server are for Okta itself, and other servers cannot check them.',
    advice:
      'In the Okta Admin Console use a custom authorization server (Security, API), with the connector’s address as its Audience and an access policy for Claude’s client. Under Applications choose Create App Integration (OIDC, Web Application) with the sign-in redirect URI https://claude.ai/api/mcp/auth_callback, and give its client ID to your users.',
    fixes: {
      'auth.no-registration-way': `In the Okta Admin Console choose Applications, Create App Integration (OIDC, Web Application) with the sign-in redirect URI https://claude.ai/api/mcp/auth_callback, allow it in the access policy of the authorization server, give its client ID and secret to your users, and ${checkWithClient}.`,
      'auth.dcr-needs-token': `Okta registers clients only for bearers of an API token. In the Okta Admin Console choose Applications, Create App Integration (OIDC, Web Application) with the sign-in redirect URI https://claude.ai/api/mcp/auth_callback, give its client ID and secret to your users, and ${checkWithClient}. An OAuth proxy before Okta that registers clients spares them that.`,
      'auth.dcr-rejected': `Okta registers clients only for bearers of an API token. In the Okta Admin Console choose Applications, Create App Integration (OIDC, Web Application) with the sign-in redirect URI https://claude.ai/api/mcp/auth_callback, give its client ID and secret to your users, and ${checkWithClient}.`,
      'auth.token-rejected':
        'Use a custom authorization server in place of the org authorization server (Security, API), and set its Audience to the connector’s address; tokens of the org authorization server cannot be checked by other servers.',
    },
    sources: [
      'https://www.apollographql.com/docs/apollo-mcp-server/guides/auth-okta',
      'https://github.com/modelcontextprotocol/modelcontextprotocol/issues/695',
      'https://developer.okta.com/docs/concepts/auth-servers/',
    ],
  },
  {
    id: 'cognito',
    name: 'Amazon Cognito',
    marks: [
      { issuer: /^(?:issuer-)?cognito-idp\.[\w.-]*amazonaws\.com/ },
      { places: { token_endpoint: /^[\w.-]+\.amazoncognito\.com\// } },
    ],
    traps:
      'Cognito’s access tokens may carry no aud, so a server that wants one refuses them. Its metadata stands at the address of the user pool (cognito-idp), not at the pool’s sign-in domain.',
    advice:
      'Let the server check client_id and the scopes of a token. See that the app client which Claude’s users type in allows the callback URL https://claude.ai/api/mcp/auth_callback.',
    fixes: {
      'auth.pkce-not-advertised':
        'Cognito supports S256 and does not say so, and nobody can change its metadata. Serve authorization server metadata of your own, with your own address as issuer, Cognito’s endpoints and "code_challenge_methods_supported": ["S256"], and name your address in authorization_servers; or put an OAuth proxy before Cognito.',
      'auth.no-registration-way': `In the Amazon Cognito console open the user pool, App clients, and create an app client for Claude with the allowed callback URL https://claude.ai/api/mcp/auth_callback and the authorization code grant. Give its client ID (and secret) to your users for the connector’s advanced settings, and ${checkWithClient}.`,
      'auth.as-metadata-not-found':
        'Name the user pool’s own address, https://cognito-idp.<region>.amazonaws.com/<user pool ID>, in authorization_servers: Cognito publishes its metadata there and not at the sign-in domain.',
      'auth.issuer-mismatch':
        'Name the user pool’s own address, https://cognito-idp.<region>.amazonaws.com/<user pool ID>, in authorization_servers, and not the sign-in domain.',
      'auth.token-rejected':
        'Let the server check client_id and the scopes of the token: Cognito’s access tokens may carry no aud.',
    },
    sources: [
      'https://github.com/anthropics/claude-ai-mcp/issues/946',
      'https://github.com/empires-security/mcp-oauth2-aws-cognito/issues/9',
      'https://github.com/anthropics/claude-code/issues/67258',
      'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html',
    ],
  },
  {
    id: 'google',
    name: 'Google',
    marks: [{ issuer: /^accounts\.google\.com(?:\/|$)/ }],
    traps:
      'Google’s access tokens are opaque and made for Google’s own services, and it issues refresh tokens only for access_type=offline, a parameter of its own.',
    advice:
      'Let the server issue tokens of its own, and use Google only to learn who signs in: libraries such as FastMCP and workers-oauth-provider do that. With Google alone, people need a client ID that you made in the Google Cloud console.',
    fixes: {
      'auth.no-registration-way': `Let the server be the authorization server and send people on to Google (FastMCP and workers-oauth-provider do that). With Google alone, create a client in the Google Cloud console (Google Auth Platform, Clients, Web application) with the authorized redirect URI https://claude.ai/api/mcp/auth_callback, give its client ID and secret to your users, and ${checkWithClient}.`,
      'auth.offline-access-missing':
        'Google knows no scope offline_access: it issues refresh tokens for the parameter access_type=offline. A server that signs people in with Google and issues tokens of its own can ask for it.',
      'auth.token-rejected':
        'Google’s access tokens are opaque, so the server has to ask Google about each; better, let the server issue tokens of its own after people signed in with Google.',
    },
    sources: [
      'https://developers.google.com/identity/protocols/oauth2/web-server',
      'https://gofastmcp.com/servers/auth/oauth-proxy',
    ],
  },
  {
    id: 'github',
    name: 'GitHub',
    marks: [
      { issuer: /^github\.com\/login\/oauth\/?$/ },
      {
        places: {
          authorization_endpoint: /\/login\/oauth\/authorize$/,
          token_endpoint: /\/login\/oauth\/access_token$/,
        },
      },
    ],
    traps:
      'GitHub’s tokens are opaque and made for GitHub’s own services, and those of OAuth apps come without a refresh token.',
    advice:
      'Let the server issue tokens of its own, and use GitHub only to learn who signs in: libraries such as FastMCP and workers-oauth-provider do that. With GitHub alone, people need the client ID of an app that you made.',
    fixes: {
      'auth.no-registration-way': `Let the server be the authorization server and send people on to GitHub (FastMCP and workers-oauth-provider do that). With GitHub alone, create an app under Settings, Developer settings, with the authorization callback URL https://claude.ai/api/mcp/auth_callback, give its client ID and secret to your users, and ${checkWithClient}.`,
      'auth.as-metadata-not-found':
        'GitHub’s issuer is https://github.com/login/oauth: name exactly that in authorization_servers.',
      'auth.issuer-mismatch':
        'GitHub’s issuer is https://github.com/login/oauth: name exactly that in authorization_servers.',
      'auth.token-rejected':
        'GitHub’s tokens are opaque, so the server has to ask GitHub about each; better, let the server issue tokens of its own after people signed in with GitHub.',
    },
    sources: [
      'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication',
      'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
      'https://github.com/github/github-mcp-server/issues/2532',
    ],
  },
  {
    id: 'gitlab',
    name: 'GitLab',
    marks: [
      { issuer: /^gitlab\.com\/?$/ },
      { places: { jwks_uri: /\/oauth\/discovery\/keys$/ }, scopes: ['read_api', 'read_repository'] },
    ],
    traps:
      'GitLab lets clients register by themselves, but gitlab.com was reported to refuse Claude’s registration, and an administrator of another GitLab can have switched registration off.',
    advice:
      'On your own GitLab see under Admin, Settings, General, Account and limit, whether clients may register by themselves. Otherwise make an application with the redirect URI https://claude.ai/api/mcp/auth_callback and give its application ID to your users.',
    fixes: {
      'auth.no-registration-way': `On your own GitLab allow OAuth dynamic client registration (Admin, Settings, General, Account and limit), or make an application with the redirect URI https://claude.ai/api/mcp/auth_callback, give its application ID and secret to your users, and ${checkWithClient}.`,
      'auth.dcr-rejected': `Make an application in GitLab with the redirect URI https://claude.ai/api/mcp/auth_callback, give its application ID and secret to your users, and ${checkWithClient}; gitlab.com was reported to refuse Claude’s registration.`,
    },
    sources: [
      'https://github.com/anthropics/claude-ai-mcp/issues/772',
      'https://gitlab.com/gitlab-org/gitlab/-/merge_requests/245457',
    ],
  },
];
