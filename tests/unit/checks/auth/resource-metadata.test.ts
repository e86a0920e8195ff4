import { describe, expect, it } from 'vitest';
import { resourceMetadataCheck } from '../../../../lib/checks/auth/resource-metadata.ts';
import type { Documents } from '../../../../lib/kernel/evidence.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  documents,
  endpoints,
  goodResource,
  goodServer,
  healthyServer,
  initialize,
  judge,
  listed,
  metadataUrl,
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

const challenged = { initialize: initialize(answer(401, '', { 'www-authenticate': bearer })) };
const auth = 'https://auth.acme.dev';
const dead = server(origin, attempt(`${origin}/.well-known/oauth-authorization-server`, 'rfc8414', answer(404)));
const alive = server(
  auth,
  attempt(`${auth}/.well-known/oauth-authorization-server`, 'rfc8414', { json: goodServer(auth) }),
);

function judged(found: Documents, more: Evidence = {}) {
  return judge(resourceMetadataCheck, {
    ...challenged,
    'resource-metadata': found,
    'authorization-server': healthyServer,
    ...more,
  });
}

function withDocument(document: JsonObject, more: Evidence = {}) {
  return judged(resource(document), more);
}

it.each([
  ["Bearer resource_metadata='https://mcp.acme.dev/meta'", "'https://mcp.acme.dev/meta'", 'yes'],
  ['Bearer resource_metadata="/meta"', '/meta', 'no'],
])('shows a challenge that clients cannot read, with the 401 as proof: %s', (header, named, quotes) => {
  const challenge = answer(401, '', { 'www-authenticate': header });
  const judged = judge(resourceMetadataCheck, {
    initialize: initialize(challenge),
    'resource-metadata': documents(
      attempt(named, 'challenge', 'invalid-url'),
      attempt(metadataUrl, 'path', { json: goodResource() }),
    ),
    'authorization-server': healthyServer,
  });
  expect(judged.codes).toEqual(['auth.prm-invalid']);
  expect(judged.found[0]).toMatchObject({
    severity: 'problem',
    evidence: [challenge],
    values: { why: 'invalid_url', named, quotes, header, expected: metadataUrl, found: 'yes' },
  });
});

describe('resource metadata', () => {
  it('is well', () => {
    const { codes, skipped } = withDocument(goodResource());
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ 'auth.prm-first-server-broken': 'not-applicable' });
  });

  it('shows all its defects at once', () => {
    const named = attempt(`${origin}/prm`, 'challenge', answer(404));
    const found = attempt(metadataUrl, 'path', {
      json: { resource: origin, authorization_servers: [] },
      type: 'text/plain',
    });
    expect(judged(documents(named, found)).codes).toEqual([
      'auth.prm-invalid',
      'auth.prm-invalid',
      'auth.prm-no-authorization-server',
      'auth.prm-resource-mismatch',
    ]);
  });

  it.each([
    [
      'a web page at the address that the challenge names',
      answer(200, '<!doctype html>', { 'content-type': 'text/html' }),
      'html',
    ],
    ['JSON that breaks off', answer(200, '{"resource":', { 'content-type': 'application/json' }), 'not_json'],
    ['a list', answer(200, []), 'not_object'],
  ] as const)('cannot be %s', (_name, exchange, why) => {
    const found = judged(documents(attempt(metadataUrl, 'challenge', exchange)), {
      'authorization-server': originServer(null),
      'default-endpoints': endpoints(false),
    });
    expect(found.codes).toEqual(['auth.prm-invalid']);
    expect(found.found[0]).toMatchObject({ values: { why }, severity: 'blocker' });
    expect(found.passed).toEqual([]);
  });

  it('blocks less when an older way in is found', () => {
    const broken = documents(attempt(metadataUrl, 'path', answer(200, [])));
    const { found } = judged(broken, { 'authorization-server': originServer(goodServer(origin)) });
    expect(found[0]).toMatchObject({ code: 'auth.prm-invalid', severity: 'problem' });
  });

  it('is simply missing where any address gives a page', () => {
    const page = answer(200, '<!doctype html>', { 'content-type': 'text/html' });
    const found = judged(documents(attempt(metadataUrl, 'path', page)), {
      'authorization-server': originServer(null),
      'default-endpoints': endpoints(false),
    });
    expect(found.codes).toEqual([]);
    expect(found.passed).toEqual([]);
  });

  it.each([
    ['no resource', { resource: undefined }],
    ['a number', { resource: 3 }],
    ['no URL', { resource: 'mcp' }],
  ])('must name its resource: %s', (_name, { resource: named }) => {
    const document: JsonObject = { authorization_servers: [origin], ...(named !== undefined && { resource: named }) };
    const { codes, skipped } = withDocument(document);
    expect(codes).toEqual(['auth.prm-invalid']);
    expect(skipped).toMatchObject({ 'auth.prm-resource-mismatch': 'not-reached' });
  });

  it('must be labelled as JSON', () => {
    const found = judged(
      documents(attempt(metadataUrl, 'path', { json: goodResource(), type: 'application/octet-stream' })),
    );
    expect(found.found).toMatchObject([{ code: 'auth.prm-invalid', severity: 'problem', confidence: 'likely' }]);
  });

  it.each(['application/json; charset=utf-8', 'application/problem+json', 'text/json', ''])(
    'may be labelled %s',
    (type) => {
      expect(judged(documents(attempt(metadataUrl, 'path', { json: goodResource(), type }))).codes).toEqual([]);
    },
  );

  it.each(['private-address', 'not-https', 'invalid-url'] as const)(
    'must not be named by a challenge that is refused: %s',
    (refused) => {
      const found = documents(
        attempt('x:', 'challenge', refused),
        attempt(metadataUrl, 'path', { json: goodResource() }),
      );
      expect(judged(found).found).toMatchObject([
        { code: 'auth.prm-invalid', severity: 'problem', values: { why: refused.replace('-', '_'), found: 'yes' } },
      ]);
    },
  );
});

describe('the resource', () => {
  it.each([
    [connector, 'HTTPS://MCP.acme.dev:443/mcp/'],
    [`${connector}/`, connector],
    [origin, `${origin}/`],
    [`${connector}?team=1`, `${connector}?team=1`],
    ['http://mcp.acme.dev/mcp', connector],
  ])('%s may be written %s', (href, named) => {
    expect(withDocument(goodResource({ resource: named }), { typed: typed(href) }).codes).toEqual([]);
  });

  it.each([
    [connector, `${origin}/MCP`],
    [connector, `${connector}/v2`],
    [connector, 'http://mcp.acme.dev/mcp'],
    [connector, `${connector}?team=1`],
    [connector, 'https://staging.acme.dev/mcp'],
    [connector, 'http://localhost:3000/mcp'],
  ])('%s must not be written %s', (href, named) => {
    const { codes, found } = withDocument(goodResource({ resource: named }), { typed: typed(href) });
    expect(codes).toEqual(['auth.prm-resource-mismatch']);
    expect(found[0]?.values).toMatchObject({ connector: href, resource: named, above: 'no', provider: 'other' });
    expect(found[0]?.values).toMatchObject({ from: 'resource', lists: 'no' });
    expect(found[0]?.confidence).toBe('certain');
  });

  it.each([
    [connector, origin],
    [`${origin}/team/mcp`, `${origin}/team/`],
  ])('%s is only likely refused under the address above it, %s', (href, named) => {
    const { codes, found } = withDocument(goodResource({ resource: named }), { typed: typed(href) });
    expect(codes).toEqual(['auth.prm-resource-mismatch']);
    expect(found[0]).toMatchObject({ confidence: 'likely', values: { above: 'yes', provider: 'other' } });
  });

  it('is not judged by its public name while the server is not public yet', () => {
    const local = typed('http://localhost:3000/mcp', { local: true });
    const { codes, skipped } = withDocument(goodResource(), { typed: local });
    expect(codes).toEqual([]);
    expect(skipped).toMatchObject({ 'auth.prm-resource-mismatch': 'not-applicable' });
    expect(withDocument(goodResource({ resource: 'http://localhost:3000' }), { typed: local }).codes).toEqual([
      'auth.prm-resource-mismatch',
    ]);
  });

  it('is compared without a key in the query, which is redacted', () => {
    const { url } = typed(`${connector}?api_key=REDACTED`);
    const withKey = typed(connector, { url: url && { ...url, credentialParameters: ['api_key'] } });
    expect(withDocument(goodResource(), { typed: withKey }).codes).toEqual([]);
  });
  it.each([
    ['?tenant=a', []],
    ['?api_key=other&tenant=a', []],
    ['?tenant=OTHER', ['auth.prm-resource-mismatch']],
    ['', ['auth.prm-resource-mismatch']],
  ])('leaves out of a typed query with a key nothing but the key: %s', (query, codes) => {
    const { url } = typed(`${connector}?api_key=REDACTED&tenant=a`);
    const withKey = typed(connector, { url: url && { ...url, credentialParameters: ['api_key'] } });
    const judged = withDocument({ ...goodResource(), resource: connector + query }, { typed: withKey });
    expect(judged.codes).toEqual(codes);
  });
});

describe('the list of authorization servers', () => {
  it.each([
    ['missing', { resource: connector }],
    ['missing', goodResource({ authorization_servers: origin })],
    ['empty', goodResource({ authorization_servers: [] })],
    ['unusable', goodResource({ authorization_servers: ['auth.acme.dev'] })],
    ['unusable', goodResource({ authorization_servers: [null, origin] })],
  ] as const)('must not be %s', (kind, document) => {
    const { codes, found } = withDocument(document);
    expect(codes).toEqual(['auth.prm-no-authorization-server']);
    expect(found[0]?.values).toMatchObject({ kind });
  });

  it('may be longer than Claude reads', () => {
    const { codes, passed } = withDocument(goodResource({ authorization_servers: [origin, auth] }));
    expect(codes).toEqual(['auth.prm-several-authorization-servers']);
    expect(passed).toContain('auth.prm-first-server-broken');
  });

  it('must begin with one that works', () => {
    const document = goodResource({ authorization_servers: [origin, auth] });
    const { codes, found } = withDocument(document, {
      'authorization-server': dead,
      'later-servers': { servers: [alive] },
    });
    expect(codes).toEqual(['auth.prm-first-server-broken']);
    expect(found[0]?.values).toEqual({ first: origin, working: auth });
  });

  it('is no help when none works, and is not judged where the others were not asked', () => {
    const document = goodResource({ authorization_servers: [origin, auth] });
    const none = withDocument(document, {
      'authorization-server': dead,
      'later-servers': { servers: [{ ...dead, issuer: auth }] },
    });
    expect(none.codes).toEqual(['auth.prm-several-authorization-servers']);
    const quick = withDocument(document, { 'authorization-server': dead, 'later-servers': unavailable('not-asked') });
    expect(quick.skipped).toEqual({ 'auth.prm-first-server-broken': 'not-asked' });
  });
});

describe('without resource metadata', () => {
  it('nothing of it is passed', () => {
    const missing = judged(noResource(), {
      'authorization-server': originServer(null),
      'default-endpoints': endpoints(false),
    });
    expect(missing.passed).toEqual([]);
    const open = judge(resourceMetadataCheck, { initialize: works, listing: listed });
    expect(open.passed).toEqual([]);
    expect(new Set(Object.values(open.skipped))).toEqual(new Set(['not-applicable']));
  });
});
