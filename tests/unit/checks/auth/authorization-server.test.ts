import { describe, expect, it } from 'vitest';
import { authorizationServerCheck } from '../../../../lib/checks/auth/authorization-server.ts';
import type { AuthorizationServer } from '../../../../lib/kernel/evidence.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  documents,
  goodResource,
  goodServer,
  healthyServer,
  initialize,
  judge,
  listed,
  noResource,
  origin,
  originServer,
  resource,
  server,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const challenged = { initialize: initialize(answer(401, '', { 'www-authenticate': bearer })) };
const auth = 'https://auth.acme.dev';
const wellKnown = `${auth}/.well-known/oauth-authorization-server`;

function judged(found: AuthorizationServer, more: Evidence = {}) {
  const metadata =
    found.from === 'origin' ? noResource() : resource(goodResource({ authorization_servers: [found.issuer] }));
  return judge(authorizationServerCheck, {
    ...challenged,
    'resource-metadata': metadata,
    'authorization-server': found,
    ...more,
  });
}

function serves(issuer: string, document: JsonObject, type?: string) {
  const json = { json: document, ...(type !== undefined && { type }) };
  return judged(server(issuer, attempt(wellKnown, 'rfc8414', json)));
}

const nowhere = server(
  `${auth}/t`,
  attempt(`${wellKnown}/t`, 'rfc8414', answer(404)),
  attempt(`${auth}/t/.well-known/openid-configuration`, 'oidc-appended', answer(404)),
);

describe('the authorization server', () => {
  it('is well on the connector’s own host', () => {
    expect(judged(healthyServer).codes).toEqual([]);
  });

  it('is noted when it is on another host', () => {
    const { codes, found } = serves(auth, goodServer(auth));
    expect(codes).toEqual(['auth.as-on-other-host']);
    expect(found[0]?.subject).toEqual({ kind: 'authorization-server', url: auth });
  });

  it.each([
    ['private-address', attempt('https://10.0.0.5/', 'rfc8414', 'private-address')],
    ['not-https', attempt('http://auth.acme.dev/', 'rfc8414', 'not-https')],
    ['dns', attempt(wellKnown, 'rfc8414', 'dns')],
    ['refused', attempt(wellKnown, 'rfc8414', 'refused')],
    ['timeout', attempt(wellKnown, 'rfc8414', 'timeout')],
    ['tls-untrusted', attempt(wellKnown, 'rfc8414', 'tls-untrusted')],
    ['http', attempt(wellKnown, 'rfc8414', answer(500))],
    ['http', attempt(wellKnown, 'rfc8414', answer(503))],
  ] as const)('cannot be reached: %s', (how, failed) => {
    const { found, passed } = judged(server(auth, failed));
    expect(found.find(({ code }) => code === 'auth.as-unreachable')?.values).toMatchObject({
      how: how.replace('-', '_'),
    });
    expect(passed).toEqual([]);
  });

  it('is not judged where it asks to wait', () => {
    const { codes, passed, skipped } = judged(server(auth, attempt(wellKnown, 'rfc8414', answer(429))));
    expect([codes.filter((code) => code !== 'auth.as-on-other-host'), passed]).toEqual([[], []]);
    expect(skipped).toMatchObject({
      'auth.as-unreachable': 'not-reached',
      'auth.as-metadata-not-found': 'not-reached',
    });
  });

  it.each([
    ['private-address', 'http://localhost:3001/'],
    ['not-https', 'http://auth.acme.dev/'],
    ['invalid-url', 'auth'],
  ] as const)(
    'that the connector names by an unusable address is for the connector’s author to mend: %s',
    (how, issuer) => {
      const { codes, found, skipped } = judged(server(issuer, attempt(issuer, 'rfc8414', how)));
      expect(codes).toEqual(['auth.as-unreachable']);
      expect(found[0]?.subject).toBeUndefined();
      expect(skipped).toMatchObject({ 'auth.as-on-other-host': 'not-applicable' });
    },
  );

  it('that fails by itself is for its own people to mend', () => {
    const { found } = judged(server(auth, attempt(wellKnown, 'rfc8414', 'refused')));
    expect(found.find(({ code }) => code === 'auth.as-unreachable')?.subject).toEqual({
      kind: 'authorization-server',
      url: auth,
    });
  });

  it('is not blamed for a failure of this machine', () => {
    const { codes, skipped } = judged(server(origin, attempt(wellKnown, 'rfc8414', 'proxy')));
    expect(codes).toEqual([]);
    expect(skipped).toMatchObject({ 'auth.as-unreachable': 'not-reached' });
  });

  it('must publish its metadata where clients look', () => {
    const { codes, found } = judged(nowhere, {
      'misplaced-server-metadata': documents(attempt(`${auth}/x`, 'oidc-root', answer(404))),
    });
    expect(codes).toEqual(['auth.as-metadata-not-found', 'auth.as-on-other-host']);
    expect(found.find(({ code }) => code === 'auth.as-metadata-not-found')?.values?.['tried']).toBe(
      `${wellKnown}/t → 404, ${auth}/t/.well-known/openid-configuration → 404`,
    );
  });

  it('must not publish it elsewhere', () => {
    const place = `${auth}/t/.well-known/oauth-authorization-server`;
    const own = documents(attempt(place, 'rfc8414-appended', { json: goodServer(`${auth}/t`) }));
    const { codes, found } = judged(nowhere, { 'misplaced-server-metadata': own });
    expect(codes).toEqual(['auth.as-metadata-misplaced', 'auth.as-metadata-not-found', 'auth.as-on-other-host']);
    expect(found.find(({ code }) => code === 'auth.as-metadata-misplaced')).toMatchObject({
      confidence: 'certain',
      values: { url: place, expected: `${wellKnown}/t` },
    });
    const another = documents(attempt(wellKnown, 'rfc8414-root', { json: goodServer(auth) }));
    expect(judged(nowhere, { 'misplaced-server-metadata': another }).found).toContainEqual(
      expect.objectContaining({ code: 'auth.as-metadata-misplaced', confidence: 'likely' }),
    );
  });

  it('is not judged by what was not asked', () => {
    const { skipped } = judged(nowhere, { 'misplaced-server-metadata': unavailable('not-asked') });
    expect(skipped).toMatchObject({ 'auth.as-metadata-misplaced': 'not-asked' });
  });
});

describe('authorization server metadata', () => {
  it.each([
    ['issuer', { issuer: null }],
    ['authorization_endpoint', { authorization_endpoint: '' }],
    ['token_endpoint', { token_endpoint: 3 }],
  ] as const)('must have %s', (member, change) => {
    const { found } = serves(origin, goodServer(origin, change));
    expect(found).toMatchObject([{ code: 'auth.as-metadata-invalid', values: { why: 'missing', members: member } }]);
  });

  it.each([
    [
      'endpoints that are no addresses',
      goodServer(origin, { token_endpoint: '/token' }),
      undefined,
      { values: { why: 'urls', members: 'token_endpoint' } },
    ],
    [
      'another label',
      goodServer(origin),
      'text/html',
      { severity: 'problem', confidence: 'likely', values: { why: 'type' } },
    ],
  ] as const)('must not have %s', (_name, document, type, expected) => {
    expect(serves(origin, document, type).found).toMatchObject([{ code: 'auth.as-metadata-invalid', ...expected }]);
  });

  it.each([
    ['breaks off', answer(200, '{"issuer":', { 'content-type': 'application/json' }), 'not_json'],
    ['is a list', answer(200, []), 'not_object'],
  ] as const)('is unusable when it %s', (_name, exchange, why) => {
    const { codes, found } = judged(server(origin, attempt(wellKnown, 'rfc8414', exchange)));
    expect(codes).toEqual(['auth.as-metadata-invalid']);
    expect(found[0]?.values).toMatchObject({ why });
  });

  it('is simply missing where any address gives a page', () => {
    const page = answer(200, '<!doctype html>', { 'content-type': 'text/html' });
    expect(judged(server(origin, attempt(wellKnown, 'rfc8414', page))).codes).toEqual(['auth.as-metadata-not-found']);
  });
});

describe('the issuer', () => {
  it.each([
    ['oidc-provider', auth, auth],
    ['Keycloak', `${auth}/realms/acme`, `${auth}/realms/acme`],
    ['Auth0', `${auth}/`, `${auth}/`],
    ['Entra, one tenant', 'https://login.microsoftonline.com/7f1b/v2.0', 'https://login.microsoftonline.com/7f1b/v2.0'],
    [
      'Entra, any tenant',
      'https://login.microsoftonline.com/common/v2.0',
      'https://login.microsoftonline.com/{tenantid}/v2.0',
    ],
  ])('of %s is the one that was named', (_name, identifier, named) => {
    expect(serves(identifier, goodServer(named)).codes).toEqual(['auth.as-on-other-host']);
  });

  it.each([
    [`${auth}/oidc`, auth, 'certain'],
    [auth, `${auth}/`, 'likely'],
    ['https://login.microsoftonline.com/common/v2.0', 'https://evil.dev/{tenantid}/v2.0', 'certain'],
    ['https://login.microsoftonline.com/common/v2.0', 'https://login.microsoftonline.com/{tenantid}', 'certain'],
    ['https://auth.acme.dev', 'https://AUTH.acme.dev', 'certain'],
  ] as const)('%s must not be %s', (identifier, named, confidence) => {
    const { found } = serves(identifier, goodServer(named));
    expect(found).toContainEqual(expect.objectContaining({ code: 'auth.issuer-mismatch', confidence }));
  });

  it('at the origin is compared with the origin, whose slash nobody wrote', () => {
    expect(judged(originServer(goodServer(origin))).codes).toEqual([]);
    expect(judged(originServer(goodServer(`${origin}/`))).codes).toEqual([]);
    expect(judged(originServer(goodServer(auth))).found).toMatchObject([
      { code: 'auth.issuer-mismatch', confidence: 'likely' },
    ]);
  });
});

describe('without an authorization server', () => {
  it.each([
    ['an open server', { initialize: works, listing: listed }, 'not-applicable'],
    ['metadata that names none', { ...challenged, 'resource-metadata': resource({ resource: origin }) }, 'not-reached'],
    [
      'nothing at the origin',
      { ...challenged, 'resource-metadata': noResource(), 'authorization-server': originServer(null) },
      'not-reached',
    ],
    [
      'a deadline',
      { ...challenged, 'resource-metadata': resource(goodResource()), 'authorization-server': unavailable('deadline') },
      'deadline',
    ],
  ] as const)('nothing of it is passed: %s', (_name, evidence, because) => {
    const { codes, passed, skipped } = judge(authorizationServerCheck, evidence);
    expect(codes).toEqual([]);
    expect(passed).toEqual([]);
    expect(new Set(Object.values(skipped))).toEqual(new Set([because]));
  });
});
