import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { observed } from '../../../../lib/kernel/observation.ts';
import { samplePkce } from '../../../../lib/standards/claude-client.ts';
import { goodResource } from '../../checks/auth/sign-in-evidence.ts';
import { response } from '../auth/sign-in-walk.ts';
import {
  activeRun,
  authOrigin,
  callback,
  metadata,
  page,
  registered,
  secret,
  service,
  type ActiveWish,
} from './active-run.ts';

describe('the authorization request', () => {
  async function visit(own: Parameters<typeof service>[0], wish: Partial<ActiveWish> = {}) {
    const run = await activeRun({ answers: service(own), ...wish });
    return { ...run, visit: observed(run.seen['authorization-page']) };
  }

  it('carries what Claude sends', async () => {
    const { requests } = await visit(
      {},
      {
        resource: goodResource({
          resource: 'HTTPS://MCP.acme.dev:443/mcp/',
          scopes_supported: ['a', 'b'],
          authorization_servers: [authOrigin],
        }),
      },
    );
    const asked = new URL(requests.find(({ method }) => method === 'GET')?.url ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: callback,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(samplePkce.verifier).digest('base64url'),
      resource: 'https://mcp.acme.dev/mcp',
      scope: 'a b',
    });
    expect(asked.get('state')).not.toBe('');
  });

  it('keeps what the endpoint’s address has, and no key of the connector’s', async () => {
    const { requests } = await visit(
      {},
      {
        endpoint: 'https://mcp.acme.dev/mcp?api_key=abcdef123456',
        resource: { authorization_servers: [authOrigin] },
        metadata: { ...metadata, authorization_endpoint: `${authOrigin}/authorize?tenant=acme` },
      },
    );
    const { searchParams } = new URL(requests.find(({ method }) => method === 'GET')?.url ?? '');
    expect(searchParams.get('tenant')).toBe('acme');
    expect(searchParams.get('resource')).toBe('https://mcp.acme.dev/mcp');
  });

  it('is followed with the cookies of the visit, to the first page', async () => {
    const { requests, visit: seen } = await visit({
      'GET /authorize': response(302, '', {
        location: '/login',
        'set-cookie': 'sid=planted-Cookie-9; Path=/; HttpOnly',
      }),
      'GET /login': page,
    });
    expect(requests.find(({ url }) => url === `${authOrigin}/login`)?.headers['cookie']).toBe('sid=planted-Cookie-9');
    expect(seen).toMatchObject({ end: 'page', page: { url: `${authOrigin}/login`, forms: [{ method: 'post' }] } });
  });

  it.each([
    [`${callback}?code=abc`, 'callback', null],
    [`${callback}?error=invalid_scope&error_description=no`, 'callback', { code: 'invalid_scope', description: 'no' }],
    [`${callback}#error=invalid_scope`, 'callback', { code: 'invalid_scope', description: '' }],
    ['/oops?error=invalid_client', 'error-address', { code: 'invalid_client', description: '' }],
    ['https://claude.ai/login', 'refused-hop', null],
    ['https://www.claude.com/', 'refused-hop', null],
    ['https://10.1.2.3/login', 'refused-hop', null],
    ['http://auth.acme.dev/login', 'refused-hop', null],
    ['claude://claude.ai/x', 'refused-hop', null],
  ] as const)('stops before %s', async (location, end, error) => {
    const { asked, visit: seen } = await visit({ 'GET /authorize': response(302, '', { location }) });
    expect(seen).toMatchObject({ end, error });
    expect(asked.filter((line) => line.startsWith('GET'))).toHaveLength(1);
  });

  it.each([
    ['https://10.1.2.3/login', { url: 'https://10.1.2.3/login', refused: 'private-address' }],
    ['http://auth.acme.dev/login', { url: 'http://auth.acme.dev/login', refused: 'not-https' }],
    ['https://claude.ai/login', undefined],
  ] as const)('names the address that it does not ask: %s', async (location, refusedHop) => {
    const { visit: seen } = await visit({ 'GET /authorize': response(302, '', { location }) });
    expect(seen?.refusedHop).toEqual(refusedHop);
  });

  it('follows no more redirects than a browser', async () => {
    const { asked, visit: seen } = await visit({
      'GET /authorize': response(302, '', { location: '/authorize?again' }),
    });
    expect(seen?.end).toBe('too-many-hops');
    expect(asked.filter((line) => line.startsWith('GET'))).toHaveLength(20);
  });

  it('brings home the policies of the page', async () => {
    const html = '<head><meta http-equiv="Content-Security-Policy" content="form-action a"></head>';
    const headers = { 'content-type': 'text/html', 'content-security-policy': "form-action 'self'" };
    const { visit: seen } = await visit({ 'GET /authorize': response(200, html, headers) });
    expect(seen?.page?.policies).toEqual(["form-action 'self'", 'form-action a']);
  });

  it('is not sent without a client', async () => {
    const { asked, seen } = await visit({ 'POST /register': response(401) });
    expect(seen['authorization-page']).toEqual({ status: 'unavailable', because: 'prerequisite' });
    expect(asked.filter((line) => line.startsWith('GET'))).toEqual([]);
  });
});

describe('the token request', () => {
  async function form(own: Parameters<typeof service>[0], wish: Partial<ActiveWish> = {}) {
    const { requests, seen } = await activeRun({ answers: service(own), ...wish });
    const request = requests.find(({ url }) => url.endsWith('/token'));
    return {
      request,
      fields: Object.fromEntries(new URLSearchParams(request?.body)),
      seen: observed(seen['token-request']),
    };
  }

  it.each([
    ['the resource is another’s', { resource: goodResource({ resource: 'https://other.dev/mcp' }) }],
    ['the metadata is another issuer’s', { metadata: { ...metadata, issuer: 'https://other.dev' } }],
  ])('keeps a given secret to itself where %s', async (_name, wish) => {
    const given = { client: { id: 'mine', secret } };
    const unsafe = await activeRun({ answers: service(), ...wish, ...given });
    expect(unsafe.seen['token-request']).toEqual({ status: 'unavailable', because: 'prerequisite' });
    expect(unsafe.requests.some(({ body, headers }) => JSON.stringify([body, headers]).includes(secret))).toBe(false);
    const safe = await activeRun({ answers: service(), ...given });
    expect(safe.requests.some(({ body }) => body?.includes(secret))).toBe(true);
  });

  it('carries a made-up code, form-encoded', async () => {
    const { request, fields } = await form({});
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request?.maxRedirects).toBe(0);
    expect(fields).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: callback,
      client_id: 'client-1',
      client_secret: secret,
      resource: 'https://mcp.acme.dev/mcp',
    });
  });

  it.each([
    ['none', { token_endpoint_auth_method: 'none', client_secret: null }, {}, 'none'],
    ['in a header', { token_endpoint_auth_method: 'client_secret_basic' }, {}, 'client_secret_basic'],
    ['by a given secret', {}, { client: { id: 'mine', secret: 'given-Secret-1' } }, 'client_secret_post'],
    ['without a secret', {}, { client: { id: 'mine', secret: null } }, 'none'],
  ])('authenticates as the answer says: %s', async (_name, more, wish, authenticated) => {
    const { request, fields, seen } = await form({ 'POST /register': registered(more) }, wish);
    expect(seen?.authenticated).toBe(authenticated);
    expect('client_secret' in fields).toBe(authenticated === 'client_secret_post');
    const basic = `Basic ${Buffer.from(`client-1:${secret}`).toString('base64')}`;
    expect(request?.headers['authorization']).toBe(authenticated === 'client_secret_basic' ? basic : undefined);
  });

  it('goes out in nobody’s name where there is no client', async () => {
    const { fields, seen } = await form({ 'POST /register': response(401) });
    expect(seen?.clientId).toBe('made-up');
    expect(fields['client_id']).toBe('connector-doctor-made-up-client');
  });

  it('is not sent to a private address', async () => {
    const { request, seen } = await form({}, { metadata: { ...metadata, token_endpoint: 'https://10.0.0.5/token' } });
    expect(request).toBeUndefined();
    expect(seen).toMatchObject({ refused: 'private-address', exchange: null });
  });
});
