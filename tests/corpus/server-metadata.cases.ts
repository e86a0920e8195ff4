import assert from 'node:assert/strict';
import { asks, respondJson, routes, when } from '../../clinic/http-call.ts';
import {
  bearerChallenge,
  challenge,
  guardedServer,
  openIdMetadata,
  resourceMetadata,
  serverEndpoints,
  serverMetadata,
} from '../../clinic/oauth.ts';
import type { Json, JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataPath = '/.well-known/oauth-protected-resource/mcp';
const authHost = 'auth.acme.dev';

/** A guarded server whose authorization server metadata differs in these members; undefined leaves one out. */
function offering(changes: Readonly<Record<string, Json | undefined>>): (rig: Rig) => Promise<string> {
  return (rig) => guarded(rig, { serverDocument: changed(serverMetadata(origin), changes) });
}

/** A guarded server whose resource metadata differs in these members. */
function describing(changes: JsonObject): (rig: Rig) => Promise<string> {
  return (rig) => guarded(rig, { resourceDocument: { ...resourceMetadata(url, origin), ...changes } });
}

async function guarded(rig: Rig, pieces: Parameters<typeof guardedServer>[1]): Promise<string> {
  await rig.host(host, guardedServer(origin, pieces));
  return url;
}

function changed(document: JsonObject, changes: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries({ ...document, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** OpenID Connect metadata on the identity provider’s own host, as large providers serve it. */
function withProvider(document: JsonObject): (rig: Rig) => Promise<string> {
  const issuer = `https://${authHost}/tenant`;
  return async (rig) => {
    await rig.host(
      host,
      guardedServer(origin, { resourceDocument: resourceMetadata(url, issuer), serverDocument: null }),
    );
    const place = '/tenant/.well-known/openid-configuration';
    await rig.host(authHost, routes({ ...serverEndpoints('/tenant'), [place]: respondJson(200, document) }));
    return url;
  };
}

const provider = openIdMetadata(`https://${authHost}/tenant`);

/** What authorization server metadata offers, and what it leaves out. */
export const serverMetadataCases: readonly CorpusCase[] = [
  {
    name: 'Entra: no word of PKCE',
    origin: 'C075',
    start: offering({ code_challenge_methods_supported: undefined }),
    expect: degraded('auth.pkce-not-advertised'),
  },
  {
    name: 'Cognito: neither PKCE nor registration, found as OpenID Connect',
    origin: 'C076',
    start: withProvider(
      changed(provider, {
        code_challenge_methods_supported: undefined,
        registration_endpoint: undefined,
        client_id_metadata_document_supported: undefined,
        authorization_response_iss_parameter_supported: undefined,
        grant_types_supported: undefined,
        response_types_supported: ['code', 'token'],
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      }),
    ),
    expect: degraded(
      'auth.pkce-not-advertised',
      'auth.as-on-other-host',
      'auth.iss-parameter-missing',
      'auth.no-registration-way',
      'auth.offline-access-missing',
    ),
  },
  {
    name: 'PKCE without S256',
    origin: 'auth.pkce-s256-missing',
    start: offering({ code_challenge_methods_supported: ['plain', 's256'] }),
    expect: broken('auth.pkce-s256-missing', 6),
  },
  {
    name: 'no way to become a client',
    origin: 'auth.no-registration-way',
    start: offering({ registration_endpoint: undefined, client_id_metadata_document_supported: false }),
    expect: degraded('auth.no-registration-way'),
  },
  {
    name: 'no way to become a client, and a client ID that was made beforehand',
    origin: 'auth.no-registration-way',
    start: offering({ registration_endpoint: undefined, client_id_metadata_document_supported: undefined }),
    flags: { client: () => ({ id: 'made-beforehand' }) },
    expect: signInNeeded(),
  },
  {
    name: 'client ID metadata documents, and no public clients',
    origin: 'auth.cimd-incomplete',
    start: offering({ token_endpoint_auth_methods_supported: ['client_secret_post'] }),
    expect: degraded('auth.cimd-incomplete'),
  },
  {
    name: 'client ID metadata documents alone, and no word of public clients',
    origin: 'auth.cimd-incomplete',
    start: offering({ token_endpoint_auth_methods_supported: undefined, registration_endpoint: undefined }),
    expect: broken('auth.cimd-incomplete', 7),
  },
  {
    name: 'a sign-in for machines',
    origin: 'auth.grant-code-missing',
    start: offering({ grant_types_supported: ['client_credentials'], response_types_supported: ['token'] }),
    expect: broken('auth.grant-code-missing', 6, 'auth.refresh-missing', 'auth.response-type-code-missing'),
  },
  {
    name: 'the implicit flow alone',
    origin: 'auth.response-type-code-missing',
    start: offering({ response_types_supported: ['token', 'id_token'] }),
    expect: broken('auth.response-type-code-missing', 6),
  },
  {
    name: 'no word of response types',
    origin: 'auth.response-type-code-missing',
    start: offering({ response_types_supported: undefined }),
    expect: degraded('auth.response-type-code-missing'),
  },
  {
    name: 'clients must sign their token requests',
    origin: 'auth.token-auth-method-unsupported',
    start: offering({ token_endpoint_auth_methods_supported: ['private_key_jwt', 'tls_client_auth'] }),
    expect: broken('auth.token-auth-method-unsupported', 9, 'auth.cimd-incomplete'),
  },
  {
    name: 'clients are made by hand, and their secret goes into a header',
    origin: 'C081',
    start: offering({
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      registration_endpoint: undefined,
      client_id_metadata_document_supported: undefined,
    }),
    expect: degraded('auth.no-registration-way', 'auth.token-auth-method-unsupported'),
  },
  {
    name: 'scopes that the sign-in service does not know',
    origin: 'auth.scope-not-offered',
    start: (rig) => {
      const header = `${bearerChallenge(`${origin}${metadataPath}`)}, scope="notes:read notes:admin"`;
      return guarded(rig, { onMcp: challenge(header) });
    },
    expect: signInNeeded('auth.scope-not-offered'),
    also: (_rig, report) => assert.match(report.findings[0]?.title ?? '', /\(notes:admin\)/),
  },
  {
    name: 'a sign-in that lasts as long as its first token',
    origin: 'C059',
    start: offering({
      grant_types_supported: ['authorization_code'],
      scopes_supported: ['notes:read'],
      client_id_metadata_document_supported: undefined,
      authorization_response_iss_parameter_supported: undefined,
    }),
    expect: signInNeeded(
      'auth.refresh-missing',
      'auth.offline-access-missing',
      'auth.dcr-only',
      'auth.iss-parameter-missing',
    ),
  },
  {
    name: 'a text where a list should stand',
    origin: 'auth.as-metadata-invalid',
    start: offering({ code_challenge_methods_supported: 'S256', grant_types_supported: 'authorization_code' }),
    expect: degraded('auth.as-metadata-invalid'),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.detail ?? '', /grant_types_supported, code_challenge_methods_supported/);
      assert.ok(!report.passed.includes('auth.pkce-not-advertised'));
    },
  },
  {
    name: 'members without a value, a relative address, a fragment and a flag in quotes',
    origin: 'auth.as-metadata-invalid',
    start: offering({
      scopes_supported: null,
      service_documentation: null,
      registration_endpoint: '/register',
      authorization_endpoint: `${origin}/authorize#/sign-in`,
      client_id_metadata_document_supported: 'true',
    }),
    expect: degraded(
      'auth.as-metadata-invalid',
      'auth.as-metadata-invalid',
      'auth.as-metadata-invalid',
      'auth.as-metadata-invalid',
      'auth.dcr-only',
    ),
  },
  {
    name: 'a document that names its issuer and nothing else',
    origin: 'auth.as-metadata-invalid',
    start: (rig) => guarded(rig, { serverDocument: { issuer: origin } }),
    expect: broken(
      'auth.as-metadata-invalid',
      6,
      'auth.pkce-not-advertised',
      'auth.response-type-code-missing',
      'auth.no-registration-way',
      'auth.iss-parameter-missing',
    ),
  },
  {
    name: 'OpenID Connect metadata without its keys',
    origin: 'auth.as-metadata-invalid',
    start: withProvider(changed(provider, { jwks_uri: undefined })),
    expect: degraded('auth.as-metadata-invalid', 'auth.as-on-other-host'),
  },
  {
    name: 'an identity provider that lists its own scopes alone',
    origin: 'auth.scope-not-offered',
    start: withProvider(provider),
    expect: signInNeeded('auth.as-on-other-host'),
  },
  {
    name: 'resource metadata with a text where a list should stand, a null and an address that is none',
    origin: 'auth.prm-invalid',
    start: describing({ scopes_supported: 'notes:read', jwks_uri: null, resource_policy_uri: 'privacy.html' }),
    expect: degraded('auth.prm-invalid', 'auth.prm-invalid', 'auth.prm-invalid'),
  },
  {
    name: 'resource metadata with a fragment, and tokens in the query alone',
    origin: 'auth.prm-invalid',
    start: describing({ resource: `${url}#tools`, bearer_methods_supported: ['query'] }),
    expect: degraded('auth.prm-invalid', 'auth.prm-invalid'),
  },
  {
    name: 'the authorization server without its scheme',
    origin: 'auth.prm-no-authorization-server',
    start: describing({ authorization_servers: ['auth.acme.dev:443'] }),
    expect: broken('auth.prm-no-authorization-server', 5),
  },
  {
    name: 'calls ask for a sign-in that cannot work',
    origin: 'auth.partial',
    start: (rig) =>
      guarded(rig, {
        onMcp: when(asks('tools/call'), challenge(bearerChallenge(`${origin}${metadataPath}`)), rig.mcp()),
        resourceDocument: resourceMetadata('https://staging.acme.dev/mcp', origin),
        serverDocument: changed(serverMetadata(origin), { code_challenge_methods_supported: ['plain'] }),
      }),
    expect: degraded(
      'auth.prm-resource-mismatch',
      'auth.partial',
      'auth.pkce-s256-missing',
      'transport.version-header-strict',
    ),
    also: (_rig, report) =>
      assert.equal(report.facts.auth.metadataUrl, `${origin}/.well-known/oauth-authorization-server`),
  },
  {
    name: 'calls ask for a sign-in at an address of their own',
    origin: 'auth.partial',
    start: (rig) => {
      const own = '/sign-in-metadata.json';
      return guarded(rig, {
        onMcp: when(asks('tools/call'), challenge(bearerChallenge(`${origin}${own}`)), rig.mcp()),
        resourceDocument: null,
        more: {
          [own]: respondJson(200, resourceMetadata(url, origin)),
          '/.well-known/oauth-protected-resource': respondJson(200, resourceMetadata(origin, origin)),
        },
      });
    },
    expect: ready('auth.partial', 'transport.version-header-strict'),
  },
  {
    name: 'Context7: an open address beside one with a sign-in, and one document for both',
    origin: 'auth.open',
    start: async (rig) => {
      const root = '/.well-known/oauth-protected-resource';
      const headers = { 'www-authenticate': `Bearer resource_metadata="${origin}${root}"` };
      const document = { ...resourceMetadata(origin, `https://${authHost}`), scopes_supported: ['profile', 'email'] };
      await rig.host(host, routes({ '/mcp': rig.mcp(), [root]: respondJson(200, document) }), { headers });
      return url;
    },
    expect: ready(...openAndStrict),
  },
];
