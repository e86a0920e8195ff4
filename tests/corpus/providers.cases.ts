import assert from 'node:assert/strict';
import { respond, respondHtml, respondJson, routes, type Handler } from '../../clinic/http-call.ts';
import { guardedServer, resourceMetadata } from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;

interface Product {
  readonly name: string;
  readonly origin: string;
  readonly issuer: string;
  /** Where its metadata stands below the issuer’s host. */
  readonly place: string;
  /** Addresses of the endpoints, in the metadata and on their hosts. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly members: JsonObject;
  readonly onRegister?: Handler;
}

const page = respondHtml(200, '<!doctype html><title>Sign in</title><form method="post"></form>');
const onToken = respondJson(401, { error: 'invalid_client' });

/** The connector names the product’s issuer; its metadata and endpoints stand on the hosts that the product uses. */
function start({ issuer, place, endpoints, members, onRegister = page }: Product): CorpusCase['start'] {
  return async (rig) => {
    const guarded = { resourceDocument: resourceMetadata(url, issuer), serverDocument: null };
    await rig.host(host, guardedServer(origin, guarded));
    const hosts = new Map<string, Record<string, Handler>>();
    const put = (address: string, handler: Handler): void => {
      const { hostname, pathname } = new URL(address);
      hosts.set(hostname, { ...hosts.get(hostname), [pathname]: handler });
    };
    put(new URL(place, issuer).href, respondJson(200, { issuer, ...endpoints, ...members }));
    for (const [member, address] of Object.entries(endpoints)) {
      if (member === 'authorization_endpoint') put(address, page);
      if (member === 'token_endpoint') put(address, onToken);
      if (member === 'registration_endpoint') put(address, onRegister);
    }
    for (const [name, table] of hosts) await rig.host(name, routes(table));
    return url;
  };
}

const common = { response_types_supported: ['code'], grant_types_supported: ['authorization_code', 'refresh_token'] };
const s256 = { code_challenge_methods_supported: ['S256'] };
const iss = { authorization_response_iss_parameter_supported: true };
/** What OpenID Connect asks for besides. */
const openId = {
  jwks_uri: 'https://keys.acme.dev/keys',
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
};
const post = { token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'] };
const anyone = { token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'] };

/** The product is recognized, and the fix of this code speaks in its words. */
function speaks(code: FindingCode, provider: string, words: RegExp): NonNullable<CorpusCase['also']> {
  return (_rig, report) => {
    assert.equal(report.facts.auth.provider, provider);
    const [fix] = report.findings.find((finding) => finding.code === code)?.fix ?? [];
    assert.match(fix?.kind === 'text' ? fix.text : '', words);
  };
}

const tenant = 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555';
const keycloak = 'https://sso.acme.dev/realms/acme';

const entra: Product = {
  name: 'Microsoft Entra, which names neither PKCE nor a registration',
  origin: 'C075',
  issuer: `${tenant}/v2.0`,
  place: `${tenant}/v2.0/.well-known/openid-configuration`,
  endpoints: {
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
  },
  members: {
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    ...post,
    ...openId,
    tenant_region_scope: 'EU',
    msgraph_host: 'graph.microsoft.com',
  },
};

const cognito: Product = {
  name: 'Amazon Cognito, which names neither PKCE nor a registration',
  origin: 'C076',
  issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI',
  place: '/eu-west-1_AbCdEfGhI/.well-known/openid-configuration',
  endpoints: {
    authorization_endpoint: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    token_endpoint: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
  },
  members: { response_types_supported: ['code', 'token'], scopes_supported: ['openid', 'email'], ...post, ...openId },
};

const auth0: Product = {
  name: 'Auth0, as a tenant comes',
  origin: 'auth.no-registration-way',
  issuer: 'https://acme.eu.auth0.com/',
  place: '/.well-known/oauth-authorization-server',
  endpoints: {
    authorization_endpoint: 'https://acme.eu.auth0.com/authorize',
    token_endpoint: 'https://acme.eu.auth0.com/oauth/token',
  },
  members: { ...common, ...s256, ...post, ...iss, scopes_supported: ['openid', 'offline_access'] },
};

const github: Product = {
  name: 'GitHub itself as the sign-in service',
  origin: 'auth.no-registration-way',
  issuer: 'https://github.com/login/oauth',
  place: '/.well-known/oauth-authorization-server/login/oauth',
  endpoints: {
    authorization_endpoint: 'https://github.com/login/oauth/authorize',
    token_endpoint: 'https://github.com/login/oauth/access_token',
  },
  members: { ...common, ...s256, ...iss, ...post, scopes_supported: ['offline_access', 'notes:read'] },
};

const okta: Product = {
  name: 'Okta registers nobody without an API token',
  origin: 'auth.dcr-needs-token',
  issuer: 'https://acme.okta.com/oauth2/default',
  place: '/.well-known/oauth-authorization-server/oauth2/default',
  endpoints: {
    authorization_endpoint: 'https://acme.okta.com/oauth2/default/v1/authorize',
    token_endpoint: 'https://acme.okta.com/oauth2/default/v1/token',
    registration_endpoint: 'https://acme.okta.com/oauth2/v1/clients',
  },
  members: { ...common, ...s256, ...anyone, ...iss },
  onRegister: respond(
    401,
    { 'content-type': 'application/json', 'www-authenticate': 'Bearer error="invalid_token"' },
    '{"errorCode":"E0000011","errorSummary":"Invalid token provided"}',
  ),
};

const trustedHosts: Product = {
  name: 'Keycloak’s Trusted Hosts policy refuses Claude',
  origin: 'auth.dcr-rejected',
  issuer: keycloak,
  place: '/.well-known/oauth-authorization-server/realms/acme',
  endpoints: {
    authorization_endpoint: `${keycloak}/protocol/openid-connect/auth`,
    token_endpoint: `${keycloak}/protocol/openid-connect/token`,
    registration_endpoint: `${keycloak}/clients-registrations/openid-connect`,
  },
  members: { ...common, ...s256, ...anyone, ...iss },
  onRegister: respondJson(403, {
    error: 'insufficient_scope',
    error_description:
      "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted.",
  }),
};

const workos: Product = {
  name: 'WorkOS AuthKit, set up for MCP',
  origin: 'auth.provider',
  issuer: 'https://acme-12.authkit.app',
  place: '/.well-known/oauth-authorization-server',
  endpoints: {
    authorization_endpoint: 'https://acme-12.authkit.app/oauth2/authorize',
    token_endpoint: 'https://acme-12.authkit.app/oauth2/token',
    registration_endpoint: 'https://acme-12.authkit.app/oauth2/register',
  },
  members: { ...common, ...s256, ...anyone, ...iss, client_id_metadata_document_supported: true },
};

const other = ['auth.as-on-other-host', 'auth.provider'] as const;

/** Sign-in services of well-known products, with the metadata that they publish. */
export const providerCases: readonly CorpusCase[] = [
  {
    ...entra,
    start: start(entra),
    expect: degraded('auth.pkce-not-advertised', 'auth.no-registration-way', 'auth.iss-parameter-missing', ...other),
    also: speaks('auth.pkce-not-advertised', 'Microsoft Entra', /^Entra supports S256/),
  },
  {
    ...cognito,
    start: start(cognito),
    expect: degraded(
      'auth.pkce-not-advertised',
      'auth.no-registration-way',
      'auth.iss-parameter-missing',
      'auth.offline-access-missing',
      ...other,
    ),
    also: speaks('auth.no-registration-way', 'Amazon Cognito', /^In the Amazon Cognito console/),
  },
  {
    ...auth0,
    start: start(auth0),
    expect: degraded('auth.no-registration-way', ...other),
    also: speaks('auth.no-registration-way', 'Auth0', /Dynamic Client Registration \(DCR\)/),
  },
  {
    ...github,
    start: start(github),
    expect: degraded('auth.no-registration-way', ...other),
    also: speaks('auth.provider', 'GitHub', /Let the server issue tokens of its own/),
  },
  {
    ...okta,
    start: start(okta),
    flags: { active: true },
    expect: broken('auth.dcr-needs-token', 7, 'auth.dcr-only', ...other),
    also: speaks('auth.dcr-needs-token', 'Okta', /^Okta registers clients only for bearers of an API token/),
  },
  {
    ...trustedHosts,
    start: start(trustedHosts),
    flags: { active: true },
    expect: broken('auth.dcr-rejected', 7, 'auth.dcr-only', 'auth.loopback-redirect-rejected', ...other),
    also: speaks('auth.dcr-rejected', 'Keycloak', /Trusted Hosts/),
  },
  {
    ...workos,
    start: start(workos),
    expect: signInNeeded(...other),
    also: speaks('auth.provider', 'WorkOS AuthKit', /resource indicator/),
  },
];
