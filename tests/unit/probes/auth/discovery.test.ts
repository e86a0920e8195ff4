import { describe, expect, it } from 'vitest';
import { observed } from '../../../../lib/kernel/observation.ts';
import { challenging, response, walk, working } from './sign-in-walk.ts';

const origin = 'https://mcp.acme.dev';
const wellKnown = `${origin}/.well-known`;
const path = `${wellKnown}/oauth-protected-resource/mcp`;
const root = `${wellKnown}/oauth-protected-resource`;
const named = 'https://docs.acme.dev/prm.json';
const resource = { resource: `${origin}/mcp`, authorization_servers: [origin] };
const server = { issuer: origin, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token` };
const atOrigin = `${wellKnown}/oauth-authorization-server`;
const openId = `${wellKnown}/openid-configuration`;
const page = response(200, '<!doctype html>', { 'content-type': 'text/html' });

describe('the walk after a 401', () => {
  it('asks where the challenge says, and nowhere else', async () => {
    const { asked, requests, seen } = await walk({
      mcp: challenging(`Bearer resource_metadata="${named}"`),
      pages: { [named]: response(200, resource), [atOrigin]: response(200, server) },
    });
    expect(asked).toEqual([named, atOrigin]);
    expect(observed(seen['resource-metadata'])).toMatchObject({
      chosen: 0,
      attempts: [{ form: 'challenge', document: resource }],
    });
    expect(observed(seen['authorization-server'])).toMatchObject({
      issuer: origin,
      from: 'resource-metadata',
      chosen: 0,
    });
    const metadata = requests.filter(({ method }) => method === 'GET');
    expect(metadata.map(({ headers }) => headers['x-own'])).toEqual([undefined, undefined]);
    expect(metadata.map(({ headers }) => headers['accept'])).toEqual(['application/json', 'application/json']);
  });

  it('asks the path and then the root', async () => {
    const { asked } = await walk({
      mcp: challenging(),
      pages: { [root]: response(200, resource), [atOrigin]: response(200, server) },
    });
    expect(asked).toEqual([path, root, atOrigin]);
  });

  it.each([
    ['404', response(404)],
    ['a page', page],
    ['a list', response(200, [])],
    ['broken JSON', response(200, '{"resource":', { 'content-type': 'application/json' })],
    ['JSON under another status', response(500, resource)],
    ['no answer', 'reset' as const],
  ])('goes on to the well-known places after %s', async (_name, answer) => {
    const { asked } = await walk({
      mcp: challenging(`Bearer resource_metadata="${named}"`),
      pages: { [named]: answer, [path]: response(200, resource), [atOrigin]: response(200, server) },
    });
    expect(asked).toEqual([named, path, atOrigin]);
  });

  it.each([
    ['a server that is not ready', response(503), 2],
    ['one that asks to come back much later', response(503, '', { 'retry-after': '60' }), 1],
    ['a limit without a time', response(429), 1],
    ['a server that fails', response(500), 1],
  ])('is asked for once more at %s', async (_name, answer, times) => {
    const { asked } = await walk({ mcp: challenging(), pages: { [path]: answer }, plans: ['walk'] });
    expect(asked.filter((url) => url === path)).toHaveLength(times);
  });

  it('asks a place once, though the challenge names a well-known one', async () => {
    const { asked } = await walk({ mcp: challenging(`Bearer resource_metadata="${path}"`), plans: ['walk'] });
    expect(asked.filter((url) => url === path)).toHaveLength(1);
  });

  it('begins where only the listing asks for a sign-in', async () => {
    const refuse = challenging(`Bearer resource_metadata="${named}"`);
    const { asked } = await walk({
      mcp: (method) => (method === 'tools/list' ? refuse(method) : working()(method)),
      pages: { [named]: response(200, resource) },
      plans: ['walk'],
    });
    expect(asked[0]).toBe(named);
  });

  it.each([
    ['an open server', working()],
    ['a refusal that is no 401', () => response(403)],
    ['no answer', () => 'refused' as const],
  ])('asks nothing of the kind for %s', async (_name, mcp) => {
    const { asked, seen } = await walk({ mcp, plans: ['walk'] });
    expect(asked).toEqual([]);
    expect(seen['resource-metadata']).toEqual({ status: 'unavailable', because: 'prerequisite' });
    expect(seen['authorization-server']).toEqual({ status: 'unavailable', because: 'prerequisite' });
  });
});

describe('the authorization server', () => {
  const issuer = 'https://auth.acme.dev/realms/acme';
  const inserted = 'https://auth.acme.dev/.well-known/oauth-authorization-server/realms/acme';
  const openIdInserted = 'https://auth.acme.dev/.well-known/openid-configuration/realms/acme';
  const appended = `${issuer}/.well-known/openid-configuration`;
  const pages = { [path]: response(200, { ...resource, authorization_servers: [issuer, 'https://other.acme.dev'] }) };

  it('is looked for in the order of clients, past what is no metadata', async () => {
    const { asked, seen } = await walk({
      mcp: challenging(),
      pages: {
        ...pages,
        [inserted]: page,
        [openIdInserted]: response(200, { error: 'not found' }),
        [appended]: response(200, server),
      },
      plans: ['walk'],
    });
    expect(asked).toEqual([path, inserted, openIdInserted, appended]);
    expect(observed(seen['authorization-server'])?.chosen).toBe(2);
    expect(seen['default-endpoints']).toEqual({ status: 'unavailable', because: 'prerequisite' });
  });

  it('is given up when its host does not answer', async () => {
    const { asked } = await walk({ mcp: challenging(), pages: { ...pages, [inserted]: 'dns' }, plans: ['walk'] });
    expect(asked).toEqual([path, inserted]);
  });

  it('is the origin when there is no resource metadata', async () => {
    const { asked, seen } = await walk({ mcp: challenging(), pages: { [openId]: response(200, server) } });
    expect(asked).toEqual([path, root, atOrigin, openId]);
    expect(observed(seen['authorization-server'])).toMatchObject({ issuer: origin, from: 'origin', chosen: 1 });
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['a number', [3]],
    ['no URL', ['auth']],
  ])('is not asked when the metadata names %s', async (_name, servers) => {
    const document = { resource: origin, ...(servers && { authorization_servers: servers }) };
    const { asked } = await walk({ mcp: challenging(), pages: { [path]: response(200, document) } });
    expect(asked).toEqual([path]);
  });
});

describe('the default endpoints', () => {
  const endpoints = ['/authorize', '/token', '/register'].map((name) => `${origin}${name}`);
  const posting = response(200, 'POST', { allow: 'POST' });
  const exist = async (
    answers: readonly (ReturnType<typeof response> | 'reset')[],
    others = response(404),
    madeUp = response(404),
    options: Readonly<Record<string, ReturnType<typeof response>>> = {},
  ) => {
    const pages = Object.fromEntries(endpoints.map((url, index) => [url, answers[index] ?? response(404)]));
    const known = Object.fromEntries([path, root, atOrigin, openId].map((url) => [url, others]));
    const beside = `${origin}/connector-doctor-made-up-path`;
    const { asked, requests, seen } = await walk({
      mcp: challenging(),
      pages: { ...known, ...pages, [beside]: madeUp },
      options,
      plans: ['walk'],
    });
    expect(asked).toEqual([path, root, atOrigin, openId, beside, ...endpoints]);
    const methods = requests.filter(({ url }) => endpoints.includes(url)).map(({ method }) => method);
    expect(methods.slice(0, 3)).toEqual(['GET', 'GET', 'GET']);
    expect(methods.slice(3).every((method) => method === 'OPTIONS')).toBe(true);
    return observed(seen['default-endpoints'])?.endpoints.map((endpoint) => endpoint.exists);
  };

  it('are asked last, and never posted to', async () => {
    expect(await exist([response(400), response(405), response(405)])).toEqual([true, true, true]);
    expect(await exist([page, response(405), response(400)])).toEqual([true, true, true]);
    expect(await exist([response(302), response(405), response(405)])).toEqual([true, true, true]);
  });

  it('are there where a path is known to POST alone, or fails without its parameters', async () => {
    const taken = { [`${origin}/token`]: posting, [`${origin}/register`]: posting };
    expect(await exist([response(500)], response(404), response(404), taken)).toEqual([true, true, true]);
    expect(await exist([response(400), response(405)], response(404), response(404), taken)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('are not there where OPTIONS is answered alike for every path, or by nobody', async () => {
    const alike = { [`${origin}/connector-doctor-made-up-path`]: posting, [`${origin}/token`]: posting };
    expect(await exist([response(400)], response(404), response(404), alike)).toEqual([true, false, false]);
    expect(await exist([response(500)])).toEqual([true, false, false]);
    expect(await exist([response(502)])).toEqual([false, false, false]);
    expect(await exist([response(500)], response(404), response(503))).toEqual([false, false, false]);
  });

  it('are not there for what answers everything in one way', async () => {
    expect(await exist([], response(404))).toEqual([false, false, false]);
    expect(await exist([response(401), response(401), response(401)], response(401))).toEqual([false, false, false]);
    expect(await exist([page, page, page], page)).toEqual([false, false, false]);
    expect(await exist([page, page, page])).toEqual([true, false, false]);
    const refusal = response(401);
    expect(await exist([refusal, refusal, refusal], page, refusal)).toEqual([false, false, false]);
    expect(await exist([response(400), response(401), response(403)])).toEqual([true, false, false]);
    const wrongMethod = response(405);
    expect(await exist([wrongMethod, wrongMethod, response(400)], page, wrongMethod)).toEqual([false, false, true]);
    expect(await exist(['reset', response(410), response(500)])).toEqual([false, false, false]);
  });
});

describe('private addresses', () => {
  const lure = 'http://169.254.169.254/latest/meta-data/';

  it('are never asked because an answer names them', async () => {
    const { asked, seen } = await walk({
      mcp: challenging(`Bearer resource_metadata="${lure}"`),
      pages: {
        [path]: response(200, { ...resource, authorization_servers: ['https://10.0.0.5/oauth', 'https://localhost/'] }),
      },
    });
    expect(asked).toEqual([path]);
    expect(observed(seen['resource-metadata'])?.attempts[0]).toMatchObject({
      url: lure,
      refused: 'private-address',
      exchange: null,
    });
    expect(observed(seen['authorization-server'])).toMatchObject({
      chosen: null,
      attempts: [{ refused: 'private-address' }],
    });
    expect(observed(seen['later-servers'])?.servers[0]?.attempts).toMatchObject([{ refused: 'private-address' }]);
  });

  it('may be asked when the connector itself is private', async () => {
    const { asked } = await walk({
      endpoint: 'http://localhost:3000/mcp',
      privateAllowed: true,
      local: true,
      mcp: challenging('Bearer resource_metadata="http://127.0.0.1:3001/prm"'),
      plans: ['walk'],
    });
    expect(asked[0]).toBe('http://127.0.0.1:3001/prm');
  });

  it.each([
    ['http://docs.acme.dev/prm', 'not-https'],
    ['/.well-known/oauth-protected-resource/mcp', 'invalid-url'],
    ['ftp://docs.acme.dev/prm', 'invalid-url'],
    ['https://user:secret@docs.acme.dev/prm', 'invalid-url'],
    [`https://docs.acme.dev/${'a'.repeat(2_050)}`, 'invalid-url'],
  ])('are not the only thing that is refused: %s', async (url, refused) => {
    const { asked, seen } = await walk({ mcp: challenging(`Bearer resource_metadata="${url}"`), plans: ['walk'] });
    expect(asked).not.toContain(url);
    const attempt = observed(seen['resource-metadata'])?.attempts[0];
    expect(attempt).toMatchObject({ refused, exchange: null });
    expect(attempt?.url.length).toBeLessThanOrEqual(2_048);
  });

  it('and documents without end are not kept', async () => {
    const { seen } = await walk({
      mcp: challenging(),
      pages: { [path]: response(200, { ...resource, more: 'x'.repeat(300_000) }) },
      plans: ['walk'],
    });
    expect(observed(seen['resource-metadata'])?.attempts[0]).toMatchObject({ document: null });
  });
});
