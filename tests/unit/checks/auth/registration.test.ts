import { OAuthClientInformationFullSchema } from '@modelcontextprotocol/sdk/shared/auth.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationCheck } from '../../../../lib/checks/auth/registration.ts';
import { refusedMembers, responseDefects } from '../../../../lib/checks/auth/registration-response.ts';
import type { RegistrationAttempt } from '../../../../lib/kernel/evidence-active.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { attempted, callback, registeredClient, registering, registration } from './active-evidence.ts';
import { failure, judge, listed, typed, unavailable, works } from './sign-in-evidence.ts';

const loopback = attempted('loopback', 201);

function judged(...attempts: readonly RegistrationAttempt[]) {
  return judge(registrationCheck, { ...registering(), registration: registration(...attempts) });
}

function refusedWith(status: number, body: Json, more = {}) {
  return judged(attempted('claude', status, body, more), attempted('without-claude-callback', status, body), loopback);
}

describe('registration', () => {
  it('is well', () => {
    expect(judged(attempted('claude', 201), loopback)).toMatchObject({ codes: [], skipped: {} });
  });

  it.each([
    [
      'an error of its own',
      400,
      { error: 'invalid_client_metadata', error_description: 'no' },
      { about: 'other' },
      'certain',
    ],
    [
      'the way to authenticate',
      400,
      { error: 'invalid_client_metadata', error_description: 'Only token_endpoint_auth_method none is supported' },
      { about: 'method' },
      'certain',
    ],
    [
      'a scope',
      400,
      { error: 'invalid_client_metadata', error_description: 'scope x may not be had' },
      { about: 'scope' },
      'certain',
    ],
    ['a rule about hosts', 403, { error: 'insufficient_scope', error_description: 'Policy rejected' }, {}, 'certain'],
    ['a failure', 500, 'Internal Server Error', { said: 'Internal Server Error' }, 'likely'],
    ['a page', 403, '<html>no</html>', { spoke: 'no' }, 'certain'],
  ] as const)('is refused for %s', (_name, status, body, values, confidence) => {
    const { codes, found, passed, skipped } = refusedWith(status, body);
    expect(codes).toEqual(['auth.dcr-rejected']);
    expect(found[0]).toMatchObject({ confidence, values: { how: 'answer', status, ...values } });
    expect(passed).toEqual(['auth.loopback-redirect-rejected']);
    expect(skipped).toMatchObject({ 'auth.dcr-response-invalid': 'not-applicable' });
  });

  it('is led away by a redirect', () => {
    const redirects = [{ status: 301, from: 'https://a.dev/register', to: 'https://a.dev/register/' }];
    const { found } = judged(attempted('claude', 405, '', { redirects }));
    expect(found).toMatchObject([{ code: 'auth.dcr-rejected', values: { how: 'redirect' } }]);
    expect(
      judged(
        attempted('claude', 201, registeredClient, { redirects: redirects.map((hop) => ({ ...hop, status: 308 })) }),
      ).codes,
    ).toEqual([]);
  });

  it('may be answered by something before the service', () => {
    const { found } = judged(attempted('claude', 429, 'slow down'));
    expect(found).toMatchObject([{ code: 'auth.dcr-rejected', severity: 'problem', confidence: 'possible' }]);
  });

  it.each([
    ['nobody is there', attempted('claude', 404, 'Not Found')],
    ['there is no answer', attempted('claude', failure('timeout'))],
    ['a gateway has lost its server', attempted('claude', 502, 'Bad Gateway')],
  ])('is not judged where %s', (_name, claude) => {
    const { codes, passed } = judged(claude);
    expect(codes).toEqual([]);
    expect(passed).toEqual([]);
  });

  it.each([
    ['says so by its code', { error: 'invalid_redirect_uri' }, false, 'certain', 'none'],
    ['takes another', { error: 'invalid_client_metadata' }, true, 'certain', 'accepted'],
    [
      'says so in words',
      { error: 'invalid_client_metadata', error_description: 'redirect_uris are not on the list' },
      false,
      'likely',
      'none',
    ],
  ] as const)('is refused for the callback: the service %s', (_name, body, taken, confidence, other) => {
    const second = taken ? attempted('without-claude-callback', 201) : attempted('without-claude-callback', 400, body);
    const { codes, found } = judged(attempted('claude', 400, body), second, loopback);
    expect(codes).toEqual(['auth.dcr-rejects-callback']);
    expect(found[0]).toMatchObject({ confidence, values: { other } });
  });

  it.each([
    [401, ''],
    [401, { error: 'invalid_token' }],
    [403, { error: 'access_denied', error_description: 'initial access token required' }],
  ] as const)('wants a token: %s %j', (status, body) => {
    expect(judged(attempted('claude', status, body)).codes).toEqual(['auth.dcr-needs-token']);
  });

  it('refuses Claude Code', () => {
    const refused = attempted('loopback', 400, { error: 'invalid_redirect_uri' });
    const { codes, found } = judged(attempted('claude', 201), refused);
    expect(codes).toEqual(['auth.loopback-redirect-rejected']);
    expect(found[0]?.confidence).toBe('certain');
    expect(judged(attempted('claude', 401)).skipped).toMatchObject({
      'auth.loopback-redirect-rejected': 'not-reached',
    });
  });

  it('is not asked without the person’s word', () => {
    const { skipped, passed } = judge(registrationCheck, { ...registering(), registration: unavailable('consent') });
    expect(passed).toEqual([]);
    expect(new Set(Object.values(skipped))).toEqual(new Set(['consent']));
  });

  it.each([
    ['a client was made beforehand', registering(), typed(undefined, { clientGiven: 'id' })],
    [
      'Claude comes with its document',
      registering({
        client_id_metadata_document_supported: true,
        token_endpoint_auth_methods_supported: ['none'],
      }),
      typed(),
    ],
    ['there is nowhere to register', registering({ registration_endpoint: null }), typed()],
  ])('is no question where %s', (_name, evidence, given) => {
    const { skipped } = judge(registrationCheck, {
      ...evidence,
      typed: given,
      registration: unavailable('prerequisite'),
    });
    expect(new Set(Object.values(skipped))).toEqual(new Set(['not-applicable']));
  });

  it('is no question for an open server', () => {
    const { skipped } = judge(registrationCheck, {
      initialize: works,
      listing: listed,
      registration: unavailable('consent'),
    });
    expect(skipped).toMatchObject({ 'auth.dcr-rejected': 'not-applicable' });
  });
});

describe('the answer to a registration', () => {
  it.each<readonly [string, Json, string, string, string]>([
    ['is no JSON', 'welcome', 'not_json', 'blocker', '–'],
    ['names no client', { redirect_uris: [callback] }, 'client_id', 'blocker', 'client_id'],
    ['names an empty client', { ...registeredClient, client_id: '' }, 'client_id', 'blocker', 'client_id: ""'],
    ['drops the callback', { ...registeredClient, redirect_uris: [] }, 'callback', 'blocker', 'redirect_uris: []'],
    ['forgets the callback', { client_id: 'a' }, 'callback', 'blocker', 'redirect_uris'],
    [
      'gives a secret that is not there',
      { ...registeredClient, token_endpoint_auth_method: 'client_secret_post' },
      'unusable',
      'blocker',
      'token_endpoint_auth_method: "client_secret_post", client_secret',
    ],
    [
      'wants a key',
      { ...registeredClient, token_endpoint_auth_method: 'private_key_jwt' },
      'unusable',
      'blocker',
      'token_endpoint_auth_method: "private_key_jwt"',
    ],
    [
      'leaves the code flow out',
      { ...registeredClient, grant_types: ['client_credentials'] },
      'unusable',
      'blocker',
      'grant_types: ["client_credentials"]',
    ],
    [
      'has half a second',
      { ...registeredClient, client_secret: 's', client_secret_expires_at: 1.5 },
      'unusable',
      'blocker',
      'client_secret_expires_at: 1.5',
    ],
    [
      'has null members',
      { ...registeredClient, client_uri: null, software_id: null },
      'refused',
      'problem',
      'client_uri: null, software_id: null',
    ],
    ['has empty addresses', { ...registeredClient, client_uri: '' }, 'refused', 'problem', 'client_uri: ""'],
    [
      'has a number as text',
      { ...registeredClient, client_secret: 's', client_secret_expires_at: '0' },
      'refused',
      'problem',
      'client_secret_expires_at: "0"',
    ],
    [
      'forgets when the secret ends',
      { ...registeredClient, client_secret: 's' },
      'incomplete',
      'warning',
      'client_secret_expires_at',
    ],
  ])('%s', (_name, body, worst, severity, members) => {
    const claude = { ...attempted('claude', 201, body), answer: typeof body === 'string' ? null : body };
    const { codes, found } = judged(claude, loopback);
    expect(codes).toEqual(['auth.dcr-response-invalid']);
    expect(found[0]).toMatchObject({ severity, values: { worst, members } });
  });

  it('tells every defect, the gravest first', () => {
    const { found } = judged(
      attempted('claude', 201, { client_id: 'a', redirect_uris: null, logo_uri: null }),
      loopback,
    );
    expect(found[0]?.values).toMatchObject({ worst: 'callback', more: 'logo_uri: null' });
  });

  it('never shows a secret', () => {
    const answer = { ...registeredClient, client_secret: 17, token_endpoint_auth_method: 'client_secret_post' };
    expect(JSON.stringify(responseDefects(answer))).not.toContain('17');
  });

  it('is refused exactly where the official TypeScript package refuses it', () => {
    const values = fc.constantFrom<Json>(
      null,
      '',
      'text',
      'https://a.dev/x',
      'javascript:alert(1)',
      0,
      1.5,
      true,
      [],
      ['a'],
      [1],
      {},
    );
    const names = [
      'client_uri',
      'logo_uri',
      'tos_uri',
      'policy_uri',
      'jwks_uri',
      'scope',
      'contacts',
      'grant_types',
      'response_types',
      'client_name',
      'client_secret',
      'client_secret_expires_at',
      'client_id_issued_at',
      'software_id',
      'software_version',
      'software_statement',
      'token_endpoint_auth_method',
      'x_own',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 4 }), (members) => {
        const answer: JsonObject = { client_id: 'a', redirect_uris: [callback], ...members };
        const accepted = OAuthClientInformationFullSchema.safeParse(answer).success;
        expect(refusedMembers(answer).length === 0).toBe(accepted);
      }),
      { numRuns: 500 },
    );
  });
});
