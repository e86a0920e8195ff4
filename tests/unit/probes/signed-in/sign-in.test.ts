import { describe, expect, it } from 'vitest';
import type { SignInReturn } from '../../../../lib/kernel/sign-in-port.ts';
import { response } from '../auth/sign-in-walk.ts';
import { approved, authOrigin, metadata, planted, signInRun } from './sign-in-run.ts';

const usualWay = [
  'POST https://auth.acme.dev/register',
  'GET https://auth.acme.dev/authorize',
  'POST https://auth.acme.dev/token',
];
const html = { 'content-type': 'text/html' };

function secretsIn(recorded: string): readonly string[] {
  return Object.values(planted).filter((secret) => recorded.includes(secret));
}

describe('a sign-in', () => {
  it('registers, goes to the authorization server and exchanges the code', async () => {
    const { asked, signIn, requests, recorded } = await signInRun();
    expect(asked).toEqual(usualWay);
    expect(signIn).toMatchObject({
      client: 'registered',
      by: 'redirects',
      returnedBy: 'GET',
      failure: null,
      issued: { type: 'Bearer', expiresIn: 3600, hasRefreshToken: true, claims: null },
    });
    const registered: unknown = JSON.parse(requests[0]?.body ?? '');
    expect(registered).toMatchObject({
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token'],
    });
    const authorize = new URL(requests[1]?.url ?? '').searchParams;
    expect(authorize.get('code_challenge_method')).toBe('S256');
    expect(authorize.get('resource')).toBe('https://mcp.acme.dev/mcp');
    const token = new URLSearchParams(requests[2]?.body);
    expect(token.get('redirect_uri')).toBe(authorize.get('redirect_uri'));
    expect(token.get('code')).toBe(planted.code);
    const secrets = [authorize.get('state'), authorize.get('code_challenge'), token.get('code_verifier')];
    for (const secret of secrets) expect(recorded).not.toContain(secret);
    expect(secretsIn(recorded)).toEqual([]);
  });

  it('comes as the client that was made beforehand, by the means that the service takes', async () => {
    const client = { id: 'made', secret: planted.secret };
    const post = { ...metadata, token_endpoint_auth_methods_supported: ['client_secret_post'] };
    const posted = await signInRun({ client, metadata: post });
    expect(posted.asked).toEqual(usualWay.slice(1));
    expect(posted.requests[1]?.body).toContain(`client_secret=${planted.secret}`);
    const basic = await signInRun({ client });
    expect(basic.requests[1]?.headers['authorization']).toBe(`Basic ${btoa(`made:${planted.secret}`)}`);
    for (const run of [posted, basic]) {
      expect(run.signIn).toMatchObject({ client: 'given', failure: null });
      expect(secretsIn(run.recorded)).toEqual([]);
    }
  });

  it('comes with a metadata document where that is taken, and registers elsewhere', async () => {
    const client = { metadataUrl: 'https://doctor.acme.dev/client.json' };
    const taken = { ...metadata, client_id_metadata_document_supported: true };
    const document = await signInRun({ client, metadata: taken });
    expect(document.signIn?.client).toBe('metadata-document');
    expect(new URL(document.requests[0]?.url ?? '').searchParams.get('client_id')).toBe(client.metadataUrl);
    expect((await signInRun({ client })).signIn?.client).toBe('registered');
  });

  it.each([
    [{ client_id_metadata_document_supported: true, registration_endpoint: '' }, 'only-documents'],
    [{ registration_endpoint: '' }, 'no-way'],
  ] as const)('needs a client: %j', async (more, why) => {
    const { signIn, asked } = await signInRun({ metadata: { ...metadata, ...more } });
    expect(signIn).toMatchObject({ client: null, failure: { stage: 'client', why } });
    expect(asked).toEqual([]);
  });
});

describe('a sign-in that must not begin', () => {
  it.each([
    [
      'the resource is another',
      { resource: { resource: 'https://other.dev/mcp', authorization_servers: [authOrigin] } },
    ],
    ['the metadata is another issuer’s', { issuer: 'https://login.acme.dev' }],
    ['the person gave a credential', { headers: ['authorization'] }],
  ] as const)('asks nobody: %s', async (_name, wish) => {
    const { seen, asked } = await signInRun(wish);
    expect(seen['sign-in']).toEqual({ status: 'unavailable', because: 'prerequisite' });
    expect(asked).toEqual([]);
  });

  it('needs a way to the person', async () => {
    expect((await signInRun({ browser: null })).seen['sign-in']).toEqual({ status: 'unavailable', because: 'vantage' });
  });

  it.each([
    ['registration_endpoint', 'registration', []],
    ['authorization_endpoint', 'authorization', ['POST https://auth.acme.dev/register']],
    ['token_endpoint', 'token', usualWay.slice(0, 2)],
  ] as const)('asks no private address: %s', async (endpoint, stage, asked) => {
    for (const [url, detail] of [
      ['https://10.0.0.7/oauth', 'private-address'],
      ['http://auth.acme.dev/oauth', 'not-https'],
    ] as const) {
      const run = await signInRun({ metadata: { ...metadata, [endpoint]: url } });
      expect(run.asked).toEqual(asked);
      expect(run.signIn?.failure).toMatchObject({ stage, why: 'not-asked' });
      if (stage !== 'token') expect(run.signIn?.failure?.detail).toBe(detail);
    }
  });
});

describe('the way back', () => {
  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'), 'wrong-state', 'other'],
    ['no state', (url: URL) => url.searchParams.delete('state'), 'wrong-state', 'missing'],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://x.dev'), 'wrong-issuer', 'https://x.dev'],
    ['no code', (url: URL) => url.searchParams.delete('code'), 'no-code', ''],
  ] as const)('is refused with %s', async (_name, back, why, detail) => {
    const { signIn, asked } = await signInRun({ back });
    expect(signIn?.failure).toEqual({ stage: 'authorization', why, error: null, detail });
    expect(asked).toEqual(usualWay.slice(0, 2));
  });

  it('must name the issuer where that was promised', async () => {
    const promising = { ...metadata, authorization_response_iss_parameter_supported: true };
    expect((await signInRun({ metadata: promising })).signIn?.failure?.why).toBe('wrong-issuer');
    const back = (url: URL) => url.searchParams.set('iss', authOrigin);
    expect((await signInRun({ metadata: promising, back })).signIn?.failure).toBeNull();
  });

  it('may bring an error', async () => {
    const back = (url: URL): void => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'invalid_scope');
      url.searchParams.set('error_description', 'no such scope');
    };
    expect((await signInRun({ back })).signIn?.failure).toMatchObject({
      why: 'refused',
      error: { code: 'invalid_scope', description: 'no such scope' },
    });
  });

  it('may bring an error without the state where redirects are read here or come to a place of their own', async () => {
    const error = (url: URL): URL => {
      for (const name of ['code', 'state']) url.searchParams.delete(name);
      url.searchParams.set('error', 'invalid_scope');
      return url;
    };
    const headless = await signInRun({ back: error });
    expect(headless.signIn?.failure).toMatchObject({
      why: 'refused',
      error: { code: 'invalid_scope' },
      detail: 'stateless',
    });
    const browser = (url: string): SignInReturn => ({
      kind: 'returned',
      method: 'GET',
      url: error(approved(url)).href,
    });
    expect((await signInRun({ browser })).signIn?.failure).toMatchObject({ why: 'wrong-state', error: null });
    const window = await signInRun({ browser, isPrivate: true });
    expect(window.signIn?.failure).toMatchObject({ why: 'refused', error: { code: 'invalid_scope' } });
  });

  it('leads over other pages of the service, with their cookies', async () => {
    const cookie = 'planted-Cookie-4Wd9s6';
    const { requests, recorded, signIn } = await signInRun({
      answers: {
        'GET /authorize': response(302, '', { location: '/consent', 'set-cookie': `sid=${cookie}; Path=/; HttpOnly` }),
        'GET /consent': response(303, '', { location: '/authorize/resume' }),
      },
    });
    expect(requests.map(({ headers }) => headers['cookie'])).toEqual([
      undefined,
      undefined,
      `sid=${cookie}`,
      `sid=${cookie}`,
    ]);
    expect(signIn?.failure).toMatchObject({ stage: 'authorization', why: 'refused', detail: 'HTTP status 404' });
    expect(recorded).not.toContain(cookie);
  });

  it.each([
    ['a page', response(200, '<form></form>', html), 'page'],
    ['an error page', response(400, '<h1>Unknown client</h1>', html), 'refused'],
    ['a circle', response(302, '', { location: '/authorize' }), 'too-many-hops'],
    ['a private address', response(302, '', { location: 'http://169.254.169.254/latest' }), 'not-asked'],
    ['nowhere', 'reset', 'unreachable'],
  ] as const)('ends at %s', async (_name, answer, why) => {
    const { signIn, requests } = await signInRun({ answers: { 'GET /authorize': answer } });
    expect(signIn?.failure).toMatchObject({ stage: 'authorization', why });
    expect(requests.length).toBeLessThan(25);
  });

  it('is refused before it begins where the metadata rules it out', async () => {
    const plain = { ...metadata, code_challenge_methods_supported: ['plain'] };
    expect((await signInRun({ metadata: plain })).signIn?.failure).toMatchObject({ why: 'incompatible' });
  });
});

describe('a token response', () => {
  const response200 = (more: object) =>
    response(200, { access_token: planted.access, token_type: 'Bearer', expires_in: 3600, ...more });

  it('counts also where optional members are null', async () => {
    const odd = response200({ refresh_token: null, scope: null, expires_in: null });
    const { signIn, recorded } = await signInRun({ answers: { 'POST /token': odd } });
    expect(signIn).toMatchObject({
      failure: null,
      issued: { nulls: ['refresh_token', 'scope', 'expires_in'], expiresIn: null, hasRefreshToken: false, scope: null },
    });
    expect(secretsIn(recorded)).toEqual([]);
  });

  it.each([
    [planted.access, 'sendable'],
    ['', 'empty'],
    ['planted\r\nX-Injected: yes', 'unsendable'],
  ])('says whether a header can carry its token: %j', async (token, form) => {
    const { signIn } = await signInRun({ answers: { 'POST /token': response200({ access_token: token }) } });
    expect(signIn?.issued).toMatchObject({ form, length: token.length });
  });

  it('is asked for with a secret that no header can carry as it is', async () => {
    const { requests, signIn } = await signInRun({ client: { id: 'made', secret: 'planted ✓' } });
    expect(signIn?.failure).toBeNull();
    expect(requests[1]?.headers['authorization']).toBe(`Basic ${btoa('made:planted+%E2%9C%93')}`);
  });
});

describe('answers that bring nothing', () => {
  it.each([
    ['POST /register', response(400, { error: 'invalid_redirect_uri', error_description: 'https only' }), 'refused'],
    ['POST /register', response(500, 'oops'), 'refused'],
    ['POST /register', response(201, { client_id: null }), 'unreadable'],
    ['POST /register', 'timeout', 'unreachable'],
    ['POST /token', response(400, { error: 'invalid_grant' }), 'refused'],
    ['POST /token', response(200, { error: 'invalid_grant' }), 'refused'],
    ['POST /token', response(500, '<h1>Error</h1>', html), 'refused'],
    ['POST /token', response(200, { access_token: null }), 'unreadable'],
    ['POST /token', response(200, 'ok'), 'unreadable'],
    ['POST /token', response(302, '', { location: 'https://elsewhere.dev/token' }), 'refused'],
    ['POST /token', 'reset', 'unreachable'],
  ] as const)('end the sign-in: %s', async (request, answer, why) => {
    const { signIn, asked } = await signInRun({ answers: { [request]: answer } });
    const stage = request === 'POST /token' ? 'token' : 'registration';
    expect(signIn).toMatchObject({ issued: null, failure: { stage, why } });
    expect(asked.some((address) => address.includes('elsewhere'))).toBe(false);
  });

  it('leave no client behind whose registration cannot be read', async () => {
    const odd = response(201, {
      client_id: null,
      registration_client_uri: `${authOrigin}/clients/client-1`,
      registration_access_token: planted.management,
    });
    const { asked, recorded } = await signInRun({ answers: { 'POST /register': odd } });
    expect(asked).toEqual(['POST https://auth.acme.dev/register', 'DELETE https://auth.acme.dev/clients/client-1']);
    expect(secretsIn(recorded)).toEqual([]);
  });
});

describe('a sign-in in a browser', () => {
  it('sends the person, and takes what came back, by GET or by POST', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const { signIn, asked, requests, recorded } = await signInRun({
        browser: (url) => ({ kind: 'returned', method, url: approved(url).href }),
      });
      expect(asked).toEqual([usualWay[0], usualWay[2]]);
      expect(signIn).toMatchObject({ by: 'browser', hops: [], returnedBy: method, failure: null });
      expect(requests[0]?.body).toContain('http://127.0.0.1:40404/callback');
      expect(secretsIn(recorded)).toEqual([]);
    }
  });

  it.each([
    ['closed', 'closed', ''],
    ['unavailable', 'no-window', 'nobody came'],
  ] as const)('ends without a token when it was %s', async (because, why, detail) => {
    const back = { kind: 'failed', because, detail: 'nobody came' } as const;
    const { signIn } = await signInRun({ browser: () => back });
    expect(signIn?.failure).toEqual({ stage: 'authorization', why, error: null, detail });
    const other = await signInRun({ browser: () => ({ ...back, ignored: 'other-state' }) });
    expect(other.signIn?.failure?.detail).toBe(why === 'closed' ? 'other-state' : detail);
  });

  it('needs a place to come back to, and closes it when no client can be had', async () => {
    const never = () => Promise.reject(new Error('nobody is to be sent anywhere'));
    const without = await signInRun({ browser: never, noPlace: true });
    expect(without.signIn?.failure).toMatchObject({ why: 'no-window', detail: 'port 80 cannot be listened on' });
    expect(without.asked).toEqual([]);
    const refused = await signInRun({ browser: never, answers: { 'POST /register': response(400, {}) } });
    expect(refused.windowsOpen).toBe(0);
  });
});
