import { OAuthMetadataSchema, OAuthProtectedResourceMetadataSchema } from '@modelcontextprotocol/sdk/shared/auth.js';
import fc from 'fast-check';
import { processDiscoveryResponse, processResourceDiscoveryResponse } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { serverMetadata } from '../../../../clinic/oauth.ts';
import { authorizationServerCheck } from '../../../../lib/checks/auth/authorization-server.ts';
import { openServer } from '../../../../lib/checks/auth/open-server.ts';
import { pkce } from '../../../../lib/checks/auth/pkce.ts';
import { resourceMetadataCheck } from '../../../../lib/checks/auth/resource-metadata.ts';
import type { DocumentForm } from '../../../../lib/kernel/evidence.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  goodResource,
  initialize,
  judge,
  listed,
  metadataUrl,
  origin,
  resource,
  server,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const wellKnown = `${origin}/.well-known/oauth-authorization-server`;
const challenged = { initialize: initialize(answer(401, '', { 'www-authenticate': bearer })) };

function judgedServer(document: JsonObject, form: DocumentForm = 'rfc8414') {
  return judge(authorizationServerCheck, {
    ...challenged,
    'resource-metadata': resource(goodResource()),
    'authorization-server': server(origin, attempt(wellKnown, form, { json: document })),
  });
}

function judgedResource(document: JsonObject) {
  return judge(resourceMetadataCheck, {
    ...challenged,
    'resource-metadata': resource(document),
    'authorization-server': server(origin, attempt(wellKnown, 'rfc8414', { json: serverMetadata(origin) })),
  });
}

describe('authorization server metadata', () => {
  it.each([
    ['lists', { scopes_supported: 'a b' }, 'scopes_supported', 'blocker'],
    ['lists', { grant_types_supported: [1] }, 'grant_types_supported', 'blocker'],
    ['flags', { client_id_metadata_document_supported: 'true' }, 'client_id_metadata_document_supported', 'problem'],
    ['urls', { registration_endpoint: '/register' }, 'registration_endpoint', 'problem'],
    ['urls', { service_documentation: '' }, 'service_documentation', 'problem'],
    [
      'nulls',
      { registration_endpoint: null, scopes_supported: null },
      'registration_endpoint, scopes_supported',
      'problem',
    ],
    ['fragments', { token_endpoint: `${origin}/token#x` }, 'token_endpoint', 'problem'],
  ] as const)('with wrong %s: %j', (why, members, named, severity) => {
    const { found } = judgedServer({ ...serverMetadata(origin), ...members });
    const defaults = { code: 'auth.as-metadata-invalid', values: { why, members: named }, confidence: 'likely' };
    expect(found).toMatchObject([severity === 'blocker' ? defaults : { ...defaults, severity }]);
  });

  it('has each kind of defect named at once', () => {
    const { found } = judgedServer({ issuer: origin, authorization_endpoint: '/authorize', scopes_supported: null });
    expect(found.map(({ values }) => [values?.['why'], values?.['members']])).toEqual([
      ['missing', 'token_endpoint'],
      ['urls', 'authorization_endpoint'],
      ['nulls', 'scopes_supported'],
    ]);
  });

  it('is held to OpenID Connect where that stands, and only there', () => {
    const { found } = judgedServer(serverMetadata(origin), 'oidc-appended');
    expect(found).toMatchObject([{ values: { why: 'openid' }, severity: 'problem', confidence: 'likely' }]);
    expect(judgedServer(serverMetadata(origin)).codes).toEqual([]);
  });

  it('is accepted by the official client wherever it passes', () => {
    const members = [
      ...Object.keys(serverMetadata(origin)),
      'response_modes_supported',
      'token_endpoint_auth_signing_alg_values_supported',
      'service_documentation',
      'revocation_endpoint',
      'revocation_endpoint_auth_methods_supported',
      'revocation_endpoint_auth_signing_alg_values_supported',
      'introspection_endpoint',
      'introspection_endpoint_auth_methods_supported',
      'introspection_endpoint_auth_signing_alg_values_supported',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members), oddValue, { maxKeys: 3 }), (odd) => {
        const document = { ...serverMetadata(origin), ...odd };
        if (judgedServer(document).codes.length > 0) return;
        expect(OAuthMetadataSchema.safeParse(document).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is accepted by oauth4webapi wherever it passes', async () => {
    const members = Object.keys(serverMetadata(origin));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...members), oddValue, { maxKeys: 3 }), async (odd) => {
        const document = { ...serverMetadata(origin), ...odd };
        if (judgedServer(document).codes.length > 0) return;
        const answered = new Response(JSON.stringify(document), { headers: { 'content-type': 'application/json' } });
        const accepted = await processDiscoveryResponse(new URL(origin), answered);
        expect(accepted.issuer).toBe(origin);
      }),
    );
  });
});

describe('resource metadata', () => {
  it.each([
    ['lists', { scopes_supported: 'notes:read' }, 'scopes_supported'],
    ['lists', { authorization_servers: [origin, 'auth'] }, 'authorization_servers'],
    ['flags', { dpop_bound_access_tokens_required: 'no' }, 'dpop_bound_access_tokens_required'],
    ['urls', { resource_tos_uri: 'terms.html' }, 'resource_tos_uri'],
    ['nulls', { jwks_uri: null }, 'jwks_uri'],
    ['bearer', { bearer_methods_supported: ['body'] }, 'body'],
    ['bearer', { bearer_methods_supported: [] }, '–'],
  ] as const)('with wrong %s: %j', (why, members, named) => {
    const { found } = judgedResource({ ...goodResource(), ...members });
    expect(found.filter(({ code }) => code === 'auth.prm-invalid')).toMatchObject([
      { values: { why, members: named }, confidence: 'likely' },
    ]);
  });

  it('must not name its resource with a fragment', () => {
    expect(judgedResource(goodResource({ resource: `${connector}#a` })).found).toMatchObject([
      { code: 'auth.prm-invalid', severity: 'problem', values: { why: 'fragment' } },
    ]);
  });

  it('begins its list with a web address', () => {
    const { codes } = judgedResource(goodResource({ authorization_servers: ['auth.acme.dev:443'] }));
    expect(codes).toEqual(['auth.prm-no-authorization-server']);
  });

  it('is accepted by the official client wherever it passes', () => {
    const members = [...resourceMembers, 'resource_tos_uri', 'dpop_bound_access_tokens_required'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members), oddValue, { maxKeys: 3 }), (odd) => {
        const document = goodResource(odd);
        if (judgedResource(document).codes.length > 0) return;
        expect(OAuthProtectedResourceMetadataSchema.safeParse(document).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is accepted by oauth4webapi wherever it passes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...resourceMembers), oddValue, { maxKeys: 3 }), async (odd) => {
        const document = goodResource(odd);
        if (judgedResource(document).codes.length > 0) return;
        const answered = new Response(JSON.stringify(document), { headers: { 'content-type': 'application/json' } });
        const accepted = await processResourceDiscoveryResponse(new URL(connector), answered);
        expect(accepted.resource).toBe(connector);
      }),
    );
  });
});

const resourceMembers = [
  'resource',
  'authorization_servers',
  'scopes_supported',
  'bearer_methods_supported',
  'jwks_uri',
] as const;

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', true, 7, [], {}, '/relative', 'S256', connector, `${origin}/x#y`, 'http://a.dev'),
  fc.array(fc.constantFrom<Json>('code', 'none', 'header', origin, null, 3), { maxLength: 2 }),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

describe('a sign-in that calls alone ask for', () => {
  const call = { exchange: answer(401, '', { 'www-authenticate': bearer }), reply: { kind: 'empty' } } as const;
  const behind = (document: JsonObject, offered: JsonObject): Evidence => ({
    initialize: works,
    listing: listed,
    'open-metadata': resource(document, 'path'),
    'made-up-call': call,
    'call-sign-in': {
      resource: resource(document),
      server: server(origin, attempt(wellKnown, 'rfc8414', { json: offered })),
    },
  });

  it('is judged like any other, and breaks a part', () => {
    const offered = { ...serverMetadata(origin), code_challenge_methods_supported: ['plain'], issuer: 'https://b.dev' };
    const evidence = behind(goodResource({ resource: 'https://staging.acme.dev/mcp' }), offered);
    expect(judge(resourceMetadataCheck, evidence).found).toMatchObject([
      { code: 'auth.prm-resource-mismatch', severity: 'problem' },
    ]);
    expect(judge(authorizationServerCheck, evidence).found).toMatchObject([
      { code: 'auth.issuer-mismatch', severity: 'problem' },
    ]);
    expect(judge(pkce, evidence).found).toMatchObject([{ code: 'auth.pkce-s256-missing', severity: 'problem' }]);
  });

  it('is none of an open server that only publishes metadata', () => {
    const evidence = {
      ...behind(goodResource({ resource: 'https://staging.acme.dev/mcp' }), {}),
      'made-up-call': { exchange: answer(200), reply: { kind: 'empty' } } as const,
      'call-sign-in': unavailable('prerequisite'),
    };
    for (const check of [resourceMetadataCheck, authorizationServerCheck, pkce]) {
      const { codes, passed, skipped } = judge(check, evidence);
      expect([codes, passed]).toEqual([[], []]);
      expect(new Set(Object.values(skipped))).toEqual(new Set(['not-applicable']));
    }
  });

  it('is unseen when the run ended before', () => {
    const { skipped } = judge(pkce, { ...behind(goodResource(), {}), 'call-sign-in': unavailable('deadline') });
    expect(new Set(Object.values(skipped))).toEqual(new Set(['deadline']));
  });

  it('makes broken metadata a fault of the sign-in, not of an open server', () => {
    const document = { authorization_servers: [origin] };
    const evidence = behind(document, serverMetadata(origin));
    expect(judge(openServer, evidence).codes).toEqual(['auth.partial']);
    expect(judge(resourceMetadataCheck, evidence).found).toMatchObject([
      { code: 'auth.prm-invalid', severity: 'problem', values: { why: 'no_resource', url: metadataUrl } },
    ]);
  });
});
