import { describe, expect, it } from 'vitest';
import { clientIdentity } from '../../../../lib/checks/auth/client-identity.ts';
import { grants } from '../../../../lib/checks/auth/grants.ts';
import { pkce } from '../../../../lib/checks/auth/pkce.ts';
import { scopes } from '../../../../lib/checks/auth/scopes.ts';
import type { AnyCheck } from '../../../../lib/kernel/check.ts';
import type { TypedEvidence } from '../../../../lib/kernel/evidence.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  goodResource,
  goodServer,
  initialize,
  judge,
  listed,
  noResource,
  origin,
  originServer,
  resource,
  server,
  typed,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const checks: readonly AnyCheck[] = [pkce, clientIdentity, grants, scopes];
const wellKnown = `${origin}/.well-known/oauth-authorization-server`;

function challenged(header = bearer) {
  return { initialize: initialize(answer(401, '', { 'www-authenticate': header })) };
}

/** Judges authorization server metadata with these members besides the endpoints. */
function judged(check: AnyCheck, members: JsonObject, more: Evidence = {}) {
  return judge(check, {
    ...challenged(),
    'resource-metadata': resource(goodResource()),
    'authorization-server': server(origin, attempt(wellKnown, 'rfc8414', { json: goodServer(origin, members) })),
    ...more,
  });
}

function given(client: TypedEvidence['clientGiven']): Evidence {
  return { typed: typed(connector, { clientGiven: client }) };
}

const registers = { registration_endpoint: `${origin}/register` };
const documents = { client_id_metadata_document_supported: true };
const publicClients = { token_endpoint_auth_methods_supported: ['none'] };

describe('PKCE', () => {
  it('is advertised with S256', () => {
    expect(judged(pkce, { code_challenge_methods_supported: ['plain', 'S256'] })).toMatchObject({
      codes: [],
      passed: ['auth.pkce-not-advertised', 'auth.pkce-s256-missing'],
    });
  });

  it.each([[{}], [{ code_challenge_methods_supported: null }]])('is not advertised by %j', (members) => {
    const { codes, found, skipped } = judged(pkce, members);
    expect(codes).toEqual(['auth.pkce-not-advertised']);
    expect(found[0]?.subject).toEqual({ kind: 'authorization-server', url: origin });
    expect(skipped).toEqual({ 'auth.pkce-s256-missing': 'not-applicable' });
  });

  it.each([[[]], [['plain']], [['s256']]])('is not offered as Claude needs it by %j', (methods) => {
    expect(judged(pkce, { code_challenge_methods_supported: methods }).codes).toEqual(['auth.pkce-s256-missing']);
  });

  it.each([['S256'], [{ S256: true }], [[256]]])('is not judged from %j', (methods) => {
    expect(judged(pkce, { code_challenge_methods_supported: methods })).toMatchObject({ codes: [], passed: [] });
  });
});

describe('the way to a client ID', () => {
  it.each([
    ['documents and public clients', { ...documents, ...publicClients }, []],
    ['both ways', { ...documents, ...publicClients, ...registers }, []],
    ['registration alone', { ...registers, ...publicClients }, ['auth.dcr-only']],
    ['neither', { ...publicClients }, ['auth.no-registration-way']],
    [
      'nothing but a flag in quotes',
      { ...publicClients, client_id_metadata_document_supported: 'true' },
      ['auth.no-registration-way'],
    ],
    ['an empty endpoint', { ...publicClients, registration_endpoint: '' }, ['auth.no-registration-way']],
    ['documents, and no public clients', { ...documents }, ['auth.cimd-incomplete']],
  ] as const)('through %s', (_name, members, codes) => {
    expect(judged(clientIdentity, members).codes).toEqual(codes);
  });

  it.each(['id', 'id-and-secret', 'metadata-document'] as const)('was made beforehand: %s', (client) => {
    const { codes, skipped } = judged(clientIdentity, publicClients, given(client));
    expect(codes).toEqual([]);
    expect(skipped).toMatchObject({ 'auth.no-registration-way': 'not-applicable' });
  });

  it('is cut off where documents cannot be used and nothing else is there', () => {
    const basic = { ...documents, token_endpoint_auth_methods_supported: ['client_secret_basic'] };
    expect(judged(clientIdentity, basic).found).toMatchObject([
      { code: 'auth.cimd-incomplete', severity: 'blocker', values: { fallback: 'nothing' } },
    ]);
    expect(judged(clientIdentity, { ...basic, ...registers }).found).toMatchObject([
      { code: 'auth.cimd-incomplete', severity: 'problem', values: { fallback: 'registration' } },
    ]);
    expect(judged(clientIdentity, basic, given('id')).found).toMatchObject([
      { code: 'auth.cimd-incomplete', severity: 'problem', values: { fallback: 'given' } },
    ]);
  });
});

describe('authentication at the token endpoint', () => {
  it.each([
    [['private_key_jwt'], null, undefined, undefined],
    [['tls_client_auth', 'self_signed_tls_client_auth'], null, undefined, undefined],
    [[], null, undefined, undefined],
    [['client_secret_basic'], 'id-and-secret', 'problem', 'likely'],
    [undefined, 'id-and-secret', 'problem', 'possible'],
  ] as const)('by %j is not Claude’s (client: %s)', (methods, client, severity, confidence) => {
    const members = { ...registers, ...(methods && { token_endpoint_auth_methods_supported: methods }) };
    const { found } = judged(clientIdentity, members, given(client));
    const expected = { ...(severity && { severity }), ...(confidence && { confidence }) };
    expect(found).toContainEqual(expect.objectContaining({ code: 'auth.token-auth-method-unsupported', ...expected }));
  });

  it.each([
    [['client_secret_basic'], null],
    [undefined, null],
    [['client_secret_basic', 'client_secret_post'], 'id-and-secret'],
    [['client_secret_basic'], 'id'],
    [['none', 'private_key_jwt'], null],
  ] as const)('by %j will do (client: %s)', (methods, client) => {
    const members = { ...registers, ...(methods && { token_endpoint_auth_methods_supported: methods }) };
    expect(judged(clientIdentity, members, given(client)).passed).toContain('auth.token-auth-method-unsupported');
  });
});

describe('grants and response types', () => {
  const good = { response_types_supported: ['code'], authorization_response_iss_parameter_supported: true };

  it('are those of a sign-in that lasts', () => {
    const offered = { ...good, grant_types_supported: ['authorization_code', 'refresh_token'] };
    expect(judged(grants, offered)).toMatchObject({ codes: [], skipped: {} });
  });

  it.each([
    [{ grant_types_supported: ['client_credentials'] }, ['auth.grant-code-missing', 'auth.refresh-missing']],
    [{ grant_types_supported: ['authorization_code'] }, ['auth.refresh-missing']],
    [{ response_types_supported: ['code id_token'] }, ['auth.response-type-code-missing']],
    [{ authorization_response_iss_parameter_supported: false }, ['auth.iss-parameter-missing']],
  ])('fall short: %j', (members, codes) => {
    const offered = { ...good, grant_types_supported: ['authorization_code', 'refresh_token'], ...members };
    expect(judged(grants, offered).codes).toEqual(codes);
  });

  it('may be left unsaid: then code is there, and refreshing is seen only after signing in', () => {
    const { codes, passed, skipped } = judged(grants, good);
    expect(codes).toEqual([]);
    expect(passed).toContain('auth.grant-code-missing');
    expect(skipped).toEqual({ 'auth.refresh-missing': 'needs-sign-in' });
  });

  it('must be said for responses, though many clients do not look', () => {
    const { found } = judged(grants, { authorization_response_iss_parameter_supported: true });
    expect(found).toMatchObject([
      { code: 'auth.response-type-code-missing', severity: 'problem', confidence: 'likely' },
    ]);
  });
});

describe('scopes', () => {
  const offers = (...offered: string[]) => ({ scopes_supported: offered });

  it('of the challenge count before those of the resource metadata', () => {
    const { found } = judged(scopes, offers('notes:read', 'offline_access'), {
      ...challenged(`${bearer}, scope="notes:read notes:admin"`),
      'resource-metadata': resource(goodResource({ scopes_supported: ['other'] })),
    });
    expect(found).toMatchObject([
      { code: 'auth.scope-not-offered', values: { from: 'challenge', missing: 'notes:admin' } },
    ]);
  });

  it('of the resource metadata count without a challenge’s own', () => {
    const more = { 'resource-metadata': resource(goodResource({ scopes_supported: ['notes:admin'] })) };
    expect(judged(scopes, offers('notes:read', 'offline_access'), more).found).toMatchObject([
      { code: 'auth.scope-not-offered', values: { from: 'resource' } },
    ]);
  });

  it('of an API say nothing against an identity provider that lists its own alone', () => {
    const more = { 'resource-metadata': resource(goodResource({ scopes_supported: ['api://notes/read', 'openid'] })) };
    const { codes, skipped } = judged(scopes, offers('openid', 'profile', 'email', 'offline_access'), more);
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ 'auth.scope-not-offered': 'needs-sign-in' });
  });

  it('may lack offline_access', () => {
    expect(judged(scopes, offers('notes:read')).codes).toEqual(['auth.offline-access-missing']);
  });

  it('are not judged where the service lists none', () => {
    expect(judged(scopes, {})).toMatchObject({ codes: [], passed: [] });
  });
});

describe('what a sign-in service offers', () => {
  it.each(checks.map((check) => [check.topic, check] as const))('is not judged without one: %s', (_topic, check) => {
    const evidences: readonly (readonly [Evidence, string])[] = [
      [{ initialize: works, listing: listed }, 'not-applicable'],
      [{ ...challenged(), 'resource-metadata': unavailable('deadline') }, 'deadline'],
      [
        {
          ...challenged(),
          'resource-metadata': resource(goodResource()),
          'authorization-server': unavailable('deadline'),
        },
        'deadline',
      ],
      [
        { ...challenged(), 'resource-metadata': noResource(), 'authorization-server': originServer(null) },
        'not-reached',
      ],
    ];
    for (const [evidence, because] of evidences) {
      const { codes, passed, skipped } = judge(check, evidence);
      expect(codes).toEqual([]);
      expect(passed).toEqual([]);
      expect(new Set(Object.values(skipped))).toEqual(new Set([because]));
    }
  });
});
