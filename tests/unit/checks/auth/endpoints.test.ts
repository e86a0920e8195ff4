import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../../lib/checks/auth/endpoints.ts';
import type { EndpointLook } from '../../../../lib/kernel/evidence-sign-in.ts';
import type { Exchange, FailureReason } from '../../../../lib/kernel/exchange.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  failure,
  goodResource,
  goodServer,
  initialize,
  judge,
  origin,
  resource,
  server,
  typed,
  unavailable,
  type Evidence,
} from './sign-in-evidence.ts';
import { visit } from './active-evidence.ts';

const wellKnown = `${origin}/.well-known/oauth-authorization-server`;
const members = {
  registration_endpoint: `${origin}/register`,
  client_id_metadata_document_supported: true,
  token_endpoint_auth_methods_supported: ['none'],
};

type Looks = Partial<Record<EndpointLook['role'], Exchange | EndpointLook['refused']>>;

const well: Looks = { authorization: answer(400), token: answer(405), registration: answer(405) };

function looked(looks: Looks): Evidence {
  const roles = ['authorization', 'token', 'registration'] as const;
  return {
    'sign-in-endpoints': {
      endpoints: roles.flatMap((role): readonly EndpointLook[] => {
        const look = looks[role];
        if (look === undefined) return [];
        const url = `${origin}/${role === 'authorization' ? 'authorize' : role === 'token' ? 'token' : 'register'}`;
        return typeof look === 'string' || look === null
          ? [{ role, url, exchange: null, refused: look }]
          : [{ role, url, exchange: { ...look, url, method: 'GET' }, refused: null }];
      }),
    },
  };
}

function judged(looks: Looks, change: JsonObject = {}, more: Evidence = {}) {
  const document = goodServer(origin, { ...members, ...change });
  return judge(endpoints, {
    initialize: initialize(answer(401, '', { 'www-authenticate': bearer })),
    'resource-metadata': resource(goodResource()),
    'authorization-server': server(origin, attempt(wellKnown, 'rfc8414', { json: document })),
    ...looked({ ...well, ...looks }),
    ...more,
  });
}

describe('the addresses of the endpoints', () => {
  it('are well', () => {
    expect(judged({})).toMatchObject({ codes: [], skipped: {} });
  });

  it('must be https, all of which are named at once', () => {
    const change = {
      token_endpoint: 'http://auth.acme.dev/token',
      authorization_endpoint: 'http://auth.acme.dev/authorize',
    };
    const { codes, found, passed } = judged({ authorization: 'not-https', token: 'not-https' }, change);
    expect(codes).toEqual(['auth.endpoint-not-https']);
    expect(found[0]?.values).toMatchObject({
      named: 'authorization_endpoint (http://auth.acme.dev/authorize), token_endpoint (http://auth.acme.dev/token)',
    });
    expect(passed).toEqual(['auth.endpoint-private-host']);
  });

  it('must be public, be it by name or by what the name leads to', () => {
    const named = judged({ token: 'private-address' }, { token_endpoint: 'https://10.1.2.3/token' });
    expect(named.codes).toEqual(['auth.endpoint-private-host']);
    const led = judged({ token: failure('private-address') });
    expect(led.codes).toEqual(['auth.endpoint-private-host']);
    expect(led.skipped).toEqual({ 'auth.endpoint-unreachable': 'not-reached' });
  });

  it('are judged by the document alone where nothing was asked', () => {
    const change = { token_endpoint: 'http://localhost:3000/token' };
    const { codes, skipped } = judged({}, change, { 'sign-in-endpoints': unavailable('not-asked') });
    expect(codes).toEqual(['auth.endpoint-not-https', 'auth.endpoint-private-host']);
    expect(skipped).toEqual({ 'auth.endpoint-unreachable': 'not-asked' });
  });

  it('may be private and plain where the server is not public yet', () => {
    const change = { token_endpoint: 'http://localhost:3000/token' };
    const local = { typed: typed('http://localhost:3000/mcp', { local: true }) };
    expect(judged({}, change, local).codes).toEqual([]);
  });

  it('matter less for a registration that Claude does not need', () => {
    const change = { registration_endpoint: 'http://auth.acme.dev/register' };
    const needless = { registration: 'not-https' } as const;
    expect(judged(needless, change).found).toMatchObject([{ severity: 'problem' }]);
    const needed = { ...change, client_id_metadata_document_supported: false };
    expect(judged(needless, needed).found).toMatchObject([{ severity: 'blocker' }]);
    const given = { typed: typed(connector, { clientGiven: 'id' as const }) };
    expect(judged(needless, needed, given).found).toMatchObject([{ severity: 'problem' }]);
  });
});

describe('an endpoint', () => {
  it.each(['dns', 'refused', 'reset', 'unreachable', 'tls-untrusted', 'tls-name', 'malformed-http'] as const)(
    'fails for certain: %s',
    (reason: FailureReason) => {
      const { found } = judged({ token: failure(reason) });
      expect(found).toMatchObject([
        { code: 'auth.endpoint-unreachable', confidence: 'certain', severity: 'blocker', values: { role: 'token' } },
      ]);
    },
  );

  it('that is silent to GET may answer POST', () => {
    expect(judged({ token: failure('timeout') }).found).toMatchObject([
      { code: 'auth.endpoint-unreachable', confidence: 'likely', values: { how: 'timeout' } },
    ]);
  });

  it('on the same host fails together with the others', () => {
    const refused = failure('refused');
    const { found } = judged({ authorization: refused, token: refused, registration: refused });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ values: { role: 'several', count: 3 } });
  });

  it.each(['proxy', 'aborted', 'unknown'] as const)('is not blamed for a failure of ours: %s', (reason) => {
    const { codes, skipped } = judged({ token: failure(reason) });
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ 'auth.endpoint-unreachable': 'not-reached' });
  });

  it.each([404, 405, 410, 502])('for sign-ins that answers %i is probably not there', (status) => {
    expect(judged({ authorization: answer(status) }).found).toMatchObject([
      {
        code: 'auth.endpoint-unreachable',
        confidence: 'likely',
        values: { role: 'authorization', how: 'http', status },
      },
    ]);
  });

  it.each([200, 302, 400, 401, 403, 500])('for sign-ins may answer %i', (status) => {
    expect(judged({ authorization: answer(status) }).passed).toContain('auth.endpoint-unreachable');
  });

  it.each([404, 410])('that takes POST alone may answer GET with %i', (status) => {
    const { codes, skipped } = judged({ token: answer(status) });
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ 'auth.endpoint-unreachable': 'not-asked' });
  });

  it('is judged where another one could not be', () => {
    expect(judged({ token: answer(404), authorization: failure('refused') }).codes).toEqual([
      'auth.endpoint-unreachable',
    ]);
  });

  it.each([
    [301, '/token/', true],
    [302, `${origin}/token/`, true],
    [301, 'http://mcp.acme.dev/token', true],
    [308, '/token/', false],
    [302, '/login', false],
    [301, 'https://elsewhere.dev/token/', false],
  ])('redirected by %i to %s fails for a POST: %s', (status, location, fails) => {
    const { codes } = judged({ token: answer(status, '', { location }) });
    expect(codes).toEqual(fails ? ['auth.endpoint-unreachable'] : []);
  });

  it('behind a check for browsers stops Claude, which has none, and no person', () => {
    const page = answer(403, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge', server: 'cloudflare' });
    expect(judged({ token: page }).codes).toEqual(['auth.endpoint-unreachable']);
    expect(judged({ authorization: page }).codes).toEqual([]);
  });
});

describe('the way to the sign-in page', () => {
  function way(more: Parameters<typeof visit>[2]) {
    return judged({}, {}, { 'authorization-page': visit(302, '', more) });
  }

  it.each([
    ['private-address', 'https://10.1.2.3/login?client_id=1', 'auth.endpoint-private-host', 'https://10.1.2.3/login'],
    ['not-https', 'http://auth.acme.dev/login', 'auth.endpoint-not-https', 'http://auth.acme.dev/login'],
  ] as const)('leads where nobody is asked: %s', (refused, url, code, named) => {
    const { found } = way({ end: 'refused-hop', refusedHop: { url, refused } });
    const values = { by: 'hop', url: `${origin}/authorize`, named };
    expect(found).toMatchObject([{ code, severity: 'problem', confidence: 'likely', step: 8, values }]);
  });

  it.each([
    ['http://169.254.169.254/latest', 'auth.endpoint-private-host'],
    ['http://login.acme.dev/', 'auth.endpoint-not-https'],
  ])('leads a sign-in where nobody is asked: %s', (location, code) => {
    const hops = [answer(302, '', { location }, { url: `${origin}/authorize?state=1`, method: 'GET' })];
    const failure = { stage: 'authorization', why: 'not-asked', error: null, detail: '' } as const;
    const signIn = {
      client: 'registered',
      registration: null,
      by: 'redirects',
      scope: null,
      hops,
      returnedBy: null,
      tokenAnswer: null,
      issued: null,
      failure,
    } as const;
    expect(judged({}, {}, { 'sign-in': signIn }).found).toMatchObject([{ code, severity: 'problem', step: 8 }]);
  });

  it('leads to Claude', () => {
    expect(way({ end: 'refused-hop' }).codes).toEqual([]);
  });

  it('has no end', () => {
    const { found } = way({ end: 'too-many-hops' });
    const values = { how: 'circle', role: 'authorization', status: 1 };
    expect(found).toMatchObject([{ code: 'auth.endpoint-unreachable', confidence: 'likely', step: 8, values }]);
  });

  it.each([
    ['dns', 'certain', 'auth.endpoint-unreachable', 'hop'],
    ['timeout', 'likely', 'auth.endpoint-unreachable', 'hop'],
    ['private-address', 'likely', 'auth.endpoint-private-host', undefined],
  ] as const)('ends where nobody answers: %s', (reason, confidence, code, via) => {
    const dead = { ...failure(reason), url: 'https://login.acme.dev/start?state=1' };
    const first = visit(302).hops;
    const { found } = way({ end: 'failed', hops: [...first, dead] });
    expect(found).toMatchObject([{ code, confidence, step: 8 }]);
    expect(found[0]?.values?.['via']).toBe(via);
    expect(JSON.stringify(found[0]?.values)).toContain('login.acme.dev');
    expect(way({ end: 'failed', hops: [dead] }).codes).toEqual([]);
  });

  it.each(['aborted', 'proxy'] as const)('is not blamed for a failure of ours: %s', (reason) => {
    expect(way({ end: 'failed', hops: [...visit(302).hops, failure(reason)] }).codes).toEqual([]);
  });
});
