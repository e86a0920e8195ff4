import { describe, expect, it } from 'vitest';
import { observed } from '../../../../lib/kernel/observation.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import { samplePkce } from '../../../../lib/standards/claude-client.ts';
import { response } from '../auth/sign-in-walk.ts';
import { activeRun, authOrigin, callback, management, metadata, registered, secret, service } from './active-run.ts';

function bodies(
  requests: readonly { readonly method: string; readonly body?: string; readonly url: string }[],
  path: string,
) {
  return requests
    .filter(({ method, url }) => method === 'POST' && new URL(url).pathname === path)
    .map(({ body }) => body ?? '');
}

describe('the active plan', () => {
  it('registers, opens the page, asks for a token, and removes what it registered, in this order', async () => {
    const { asked } = await activeRun({ answers: service() });
    expect(asked.map((line) => line.replace(/\?.*/, '')).sort()).toEqual(
      [
        `POST ${authOrigin}/register`,
        `POST ${authOrigin}/register`,
        `GET ${authOrigin}/authorize`,
        `POST ${authOrigin}/token`,
        `DELETE ${authOrigin}/clients/client-1`,
        `DELETE ${authOrigin}/clients/client-1`,
      ].sort(),
    );
    expect(asked.slice(0, 2).every((line) => line.startsWith('POST') && line.endsWith('/register'))).toBe(true);
    expect(asked.slice(-2).every((line) => line.startsWith('DELETE'))).toBe(true);
  });

  it('sends nothing without the person’s word', async () => {
    const { asked, seen } = await activeRun({ answers: service(), plans: ['walk'] });
    expect(asked).toEqual([]);
    expect(seen.registration).toEqual({ status: 'unavailable', because: 'consent' });
    expect(seen['registration-removal']).toEqual({ status: 'unavailable', because: 'consent' });
  });

  it.each(['registration', 'authorization-page', 'token-request'] as const)(
    'removes what it registered also when %s fails',
    async (crashing) => {
      const { asked, seen } = await activeRun({ answers: service(), crashing });
      expect(seen[crashing].status).toBe('crashed');
      expect(asked.filter((line) => line.startsWith('DELETE'))).toHaveLength(2);
    },
  );

  it('records none of the secrets that it meets', async () => {
    const code = 'planted-Code-5Tr9';
    const token = 'planted-Token-3Lm4';
    const { recorded, requests } = await activeRun({
      answers: service({
        'GET /authorize': response(302, `to ${callback}?code=${code}`, {
          location: `${callback}?code=${code}&state=planted-State-1Aa2`,
        }),
        'POST /token': response(200, { access_token: token, refresh_token: `${token}-r`, token_type: 'Bearer' }),
      }),
    });
    expect(bodies(requests, '/token')[0]).toContain(secret);
    for (const planted of [secret, management, code, token, 'planted-State']) expect(recorded).not.toContain(planted);
    expect(recorded).not.toContain(samplePkce.verifier);
  });

  it('sends the person’s own headers to nobody else', async () => {
    const { requests } = await activeRun({ answers: service() });
    expect(requests.some(({ headers }) => 'x-own' in headers)).toBe(false);
  });
});

describe('the registration', () => {
  it('is Claude’s, and Claude Code’s', async () => {
    const { requests } = await activeRun({
      answers: service(),
      metadata: { ...metadata, scopes_supported: ['notes:read', 'offline_access'] },
      challenge: 'Bearer scope="notes:read notes:write"',
    });
    const [claude, code] = bodies(requests, '/register').map((body) => JSON.parse(body) as JsonObject);
    expect(claude).toMatchObject({
      client_name: 'Claude',
      redirect_uris: [callback],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      application_type: 'web',
      token_endpoint_auth_method: 'client_secret_post',
      scope: 'notes:read notes:write offline_access',
    });
    expect(code).toMatchObject({ application_type: 'native', token_endpoint_auth_method: 'none' });
    expect(code?.['redirect_uris']).toEqual(['http://localhost:54545/callback', 'http://127.0.0.1:54545/callback']);
  });

  it.each([
    [undefined, 'client_secret_post'],
    [['none', 'client_secret_post'], 'client_secret_post'],
    [['client_secret_basic', 'none'], 'none'],
    [['client_secret_basic'], 'client_secret_basic'],
    [['private_key_jwt'], 'client_secret_post'],
  ])('asks for a way to authenticate that is offered: %j', async (offered, method) => {
    const { requests } = await activeRun({
      answers: service(),
      metadata: { ...metadata, ...(offered && { token_endpoint_auth_methods_supported: offered }) },
    });
    expect(JSON.parse(bodies(requests, '/register')[0] ?? '')).toMatchObject({ token_endpoint_auth_method: method });
  });

  it.each([
    [
      'refused for any reason',
      response(400, { error: 'invalid_client_metadata' }),
      ['claude', 'without-claude-callback', 'loopback'],
    ],
    ['refused for the callback', response(400, { error: 'invalid_redirect_uri' }), ['claude', 'loopback']],
    ['refused for want of a token', response(401), ['claude']],
    ['not there', response(404), ['claude']],
    ['failing', response(500), ['claude']],
    ['silent', 'timeout', ['claude']],
    ['too busy', response(429), ['claude']],
  ] as const)('is sent no more than it is worth: %s', async (_name, given, expected) => {
    const { seen } = await activeRun({ answers: service({ 'POST /register': given }) });
    expect(observed(seen.registration)?.attempts.map(({ as }) => as)).toEqual(expected);
  });

  it.each([
    ['a client was made beforehand', { client: { id: 'mine', secret: null } }],
    [
      'Claude comes with its document',
      {
        metadata: {
          ...metadata,
          client_id_metadata_document_supported: true,
          token_endpoint_auth_methods_supported: ['none'],
        },
      },
    ],
    ['nobody takes any', { metadata: { ...metadata, registration_endpoint: null } }],
  ])('is not sent where %s', async (_name, wish) => {
    const { asked, seen } = await activeRun({ answers: service(), ...wish });
    expect(seen.registration).toEqual({ status: 'unavailable', because: 'prerequisite' });
    expect(asked.filter((line) => line.includes('/register'))).toEqual([]);
  });

  it.each([
    'https://10.0.0.5/register',
    'http://auth.acme.dev/register',
    'https://user:pw@auth.acme.dev/register',
    'nonsense',
  ])('is never sent to %s', async (registration_endpoint) => {
    const { asked, seen } = await activeRun({ answers: service(), metadata: { ...metadata, registration_endpoint } });
    expect(observed(seen.registration)).toMatchObject({ attempts: [] });
    expect(observed(seen.registration)?.refused).not.toBeNull();
    expect(asked.filter((line) => line.includes('register'))).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])('is led to nobody by a redirect: %i', async (status) => {
    const moved = response(status, '', { location: 'https://shop.example/api/create' });
    const { asked, seen } = await activeRun({ answers: service({ 'POST /register': moved }) });
    expect(asked.filter((line) => line.startsWith('POST') && !line.endsWith('/token'))).toEqual([
      `POST ${authOrigin}/register`,
    ]);
    expect(observed(seen.registration)?.attempts).toMatchObject([{ made: false, exchange: { status } }]);
  });

  it.each([
    [307, ['/register', '/register/', '/register', '/register/']],
    [308, ['/register', '/register/', '/register', '/register/']],
    [302, ['/register']],
  ])('is posted once more where a redirect keeps it on its origin: %i', async (status, paths) => {
    const moved = response(status, '', { location: '/register/' });
    const { requests } = await activeRun({
      answers: service({ 'POST /register': moved, 'POST /register/': registered() }),
    });
    const posted = requests.filter(({ method, url }) => method === 'POST' && url.includes('/register'));
    expect(posted.map(({ url }) => new URL(url).pathname)).toEqual(paths);
    expect(posted.every(({ body }) => (body ?? '') !== '')).toBe(true);
  });

  it('goes to the default endpoints where there is no metadata', async () => {
    const { asked } = await activeRun({ answers: service(), metadata: null });
    expect(asked[0]).toBe('POST https://mcp.acme.dev/register');
    expect(asked).toContain('POST https://mcp.acme.dev/token');
  });
});

describe('the removal of a registration', () => {
  it.each([
    ['a private address', 'https://192.168.1.1/clients/client-1'],
    ['another origin', 'https://evil.acme-tools.com/clients/client-1'],
    ['another port', 'https://auth.acme.dev:8443/clients/client-1'],
    ['plain http', 'http://auth.acme.dev/clients/client-1'],
    ['no address', 'clients/client-1'],
  ])('sends its token to no %s', async (_name, registration_client_uri) => {
    const { requests, seen } = await activeRun({
      answers: service({ 'POST /register': registered({ registration_client_uri }) }),
    });
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    expect(requests.some(({ headers }) => JSON.stringify(headers).includes(management))).toBe(false);
    expect(observed(seen['registration-removal'])?.removals.map(({ outcome }) => outcome)).toEqual([
      'foreign-address',
      'foreign-address',
    ]);
  });

  it.each([
    ['which the metadata names for something else', { authorization_endpoint: 'https://shop.example/login' }],
    ['which the metadata calls the issuer', { issuer: 'https://shop.example' }],
  ])('sends nothing to a host %s', async (_name, change) => {
    const registration_client_uri = 'https://shop.example/users/42?confirm=1';
    const { asked } = await activeRun({
      answers: service({ 'POST /register': registered({ registration_client_uri }) }),
      metadata: { ...metadata, ...change },
    });
    expect(asked.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  });

  it.each([
    ['https://register.acme.dev', 'removed'],
    ['https://shop.example', 'foreign-address'],
  ])('goes by the site where the metadata was found: %s', async (host, outcome) => {
    const { asked, seen } = await activeRun({
      answers: service({ 'POST /register': registered({ registration_client_uri: `${host}/clients/client-1` }) }),
      metadata: { ...metadata, registration_endpoint: `${host}/register` },
    });
    expect(observed(seen['registration-removal'])?.removals[0]?.outcome).toBe(outcome);
    expect(asked.some((line) => line.startsWith('DELETE'))).toBe(outcome === 'removed');
  });

  it.each([
    ['is offered and works', service(), 'removed'],
    ['is refused', service({ 'DELETE /clients/client-1': response(403) }), 'refused'],
    [
      'is answered with a web page',
      service({ 'DELETE /clients/client-1': response(200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }) }),
      'refused',
    ],
    ['gets no answer', service({ 'DELETE /clients/client-1': 'timeout' }), 'refused'],
    ['is not offered', service({ 'POST /register': registered({ registration_access_token: null }) }), 'not-offered'],
  ] as const)('%s', async (_name, answers, outcome) => {
    const { seen } = await activeRun({ answers });
    expect(observed(seen['registration-removal'])?.removals[0]?.outcome).toBe(outcome);
  });
});
