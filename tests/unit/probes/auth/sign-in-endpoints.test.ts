import { describe, expect, it } from 'vitest';
import { observed } from '../../../../lib/kernel/observation.ts';
import { callSignIn } from '../../../../lib/probes/auth/call-sign-in.ts';
import { signInEndpoints } from '../../../../lib/probes/auth/sign-in-endpoints.ts';
import { challenging, response, walk, working, type Walk } from './sign-in-walk.ts';

const origin = 'https://mcp.acme.dev';
const path = `${origin}/.well-known/oauth-protected-resource/mcp`;
const root = `${origin}/.well-known/oauth-protected-resource`;
const atOrigin = `${origin}/.well-known/oauth-authorization-server`;
const resource = { resource: `${origin}/mcp`, authorization_servers: [origin] };
const endpoints = {
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  registration_endpoint: `${origin}/register`,
};
const server = { issuer: origin, ...endpoints };
const prerequisite = { status: 'unavailable', because: 'prerequisite' };

function look(wishes: Partial<Walk>) {
  return walk({ mcp: challenging(), more: [callSignIn, signInEndpoints], ...wishes });
}

function guarded(document: object, more: Partial<Walk> = {}) {
  const pages = { [path]: response(200, resource), [atOrigin]: response(200, { issuer: origin, ...document }) };
  return look({ ...more, pages: { ...pages, ...more.pages } });
}

describe('the endpoints of the authorization server', () => {
  it('are asked with GET, without the person’s own headers, and no redirect is followed', async () => {
    const { requests, seen } = await guarded(endpoints);
    const asked = requests.filter(({ url }) => Object.values(endpoints).includes(url));
    expect(asked.map(({ method, maxRedirects }) => [method, maxRedirects])).toEqual([
      ['GET', 0],
      ['GET', 0],
      ['GET', 0],
    ]);
    expect(asked.every(({ headers, body }) => headers['x-own'] === undefined && body === undefined)).toBe(true);
    expect(observed(seen['sign-in-endpoints'])?.endpoints.map(({ role }) => role)).toEqual([
      'authorization',
      'token',
      'registration',
    ]);
  });

  it.each([
    ['http://mcp.acme.dev/token', 'not-https'],
    ['https://10.0.0.7/token', 'private-address'],
    ['https://localhost/token', 'private-address'],
    ['/token', 'invalid-url'],
    ['https://user:secret@mcp.acme.dev/token', 'invalid-url'],
  ] as const)('at %s are not asked', async (url, refused) => {
    const { requests, seen } = await guarded({ ...endpoints, token_endpoint: url });
    expect(requests.some((request) => request.url === url)).toBe(false);
    expect(observed(seen['sign-in-endpoints'])?.endpoints).toContainEqual({
      role: 'token',
      url,
      exchange: null,
      refused,
    });
  });

  it('may be private where the target itself is', async () => {
    const { seen } = await guarded(
      { ...endpoints, token_endpoint: 'http://localhost/token' },
      { local: true, privateAllowed: true },
    );
    const token = observed(seen['sign-in-endpoints'])?.endpoints.find(({ role }) => role === 'token');
    expect(token).toMatchObject({ refused: null, exchange: { status: 404 } });
  });

  it('that are not named, or are no text, are left out', async () => {
    const { seen } = await guarded({ ...endpoints, registration_endpoint: '', token_endpoint: 7 });
    expect(observed(seen['sign-in-endpoints'])?.endpoints.map(({ role }) => role)).toEqual(['authorization']);
  });

  it('are not asked without metadata, nor in the walk alone', async () => {
    expect((await look({})).seen['sign-in-endpoints']).toEqual(prerequisite);
    const quick = await guarded(endpoints, { plans: ['walk'] });
    expect(quick.seen['sign-in-endpoints']).toEqual({ status: 'unavailable', because: 'not-asked' });
    expect(quick.asked).toEqual([path, atOrigin]);
  });
});

describe('a sign-in that calls alone ask for', () => {
  const pages = { [path]: response(200, resource), [atOrigin]: response(200, server) };

  it('is followed to its endpoints', async () => {
    const { asked, seen } = await look({ mcp: working(challenging()), pages });
    expect(observed(seen['call-sign-in'])).toMatchObject({
      resource: { chosen: 0 },
      server: { issuer: origin, chosen: 0 },
    });
    expect(asked).toEqual(expect.arrayContaining([atOrigin, ...Object.values(endpoints)]));
    expect(seen['authorization-server']).toEqual(prerequisite);
  });

  it('is looked for first where the call’s challenge says', async () => {
    const named = `${origin}/own.json`;
    const other = { ...resource, authorization_servers: ['https://auth.acme.dev'] };
    const { asked, seen } = await look({
      mcp: working(challenging(`Bearer resource_metadata="${named}"`)),
      pages: { ...pages, [named]: response(200, other) },
    });
    const found = observed(seen['call-sign-in']);
    expect(found?.resource.attempts[found.resource.chosen ?? -1]).toMatchObject({ url: named, form: 'challenge' });
    expect(found?.server?.issuer).toBe('https://auth.acme.dev');
    expect(asked.filter((url) => url === path)).toHaveLength(1);
  });

  it('is not asked twice where the challenge names a well-known place', async () => {
    const { asked, seen } = await look({
      mcp: working(challenging(`Bearer resource_metadata="${root}"`)),
      pages: { ...pages, [root]: response(200, { ...resource, authorization_servers: ['https://auth.acme.dev'] }) },
    });
    expect(asked.filter((url) => url === root)).toHaveLength(1);
    expect(observed(seen['call-sign-in'])?.server?.issuer).toBe('https://auth.acme.dev');
  });

  it('falls back to the well-known places', async () => {
    const { seen } = await look({
      mcp: working(challenging(`Bearer resource_metadata="${origin}/lost.json"`)),
      pages,
    });
    expect(observed(seen['call-sign-in'])).toMatchObject({
      resource: { chosen: 1, attempts: [{ form: 'challenge' }, { form: 'path' }, { form: 'root' }] },
      server: { issuer: origin },
    });
  });

  it('has no server where the metadata begins with something else', async () => {
    const broken = { ...resource, authorization_servers: ['auth.acme.dev:443', origin] };
    const { seen } = await look({ mcp: working(challenging()), pages: { ...pages, [path]: response(200, broken) } });
    expect(observed(seen['call-sign-in'])?.server).toBeNull();
    expect(seen['sign-in-endpoints']).toEqual(prerequisite);
  });

  it.each([
    ['calls ask for nothing', working()],
    ['calls are refused otherwise', working(() => response(403))],
  ])('is not looked for where %s', async (_name, mcp) => {
    const { asked, seen } = await look({ mcp, pages });
    expect(seen['call-sign-in']).toEqual(prerequisite);
    expect(asked).not.toContain(atOrigin);
  });
});
