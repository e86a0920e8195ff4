import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../../../lib/kernel/json.ts';
import { observed } from '../../../../lib/kernel/observation.ts';
import { challenging, response, walk, working } from './sign-in-walk.ts';

const origin = 'https://mcp.acme.dev';
const path = `${origin}/.well-known/oauth-protected-resource/mcp`;
const root = `${origin}/.well-known/oauth-protected-resource`;
const resource = { resource: `${origin}/mcp`, authorization_servers: [origin] };
const server = { issuer: origin, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token` };
const prerequisite = { status: 'unavailable', because: 'prerequisite' };
const notAsked = { status: 'unavailable', because: 'not-asked' };

describe('an open server', () => {
  it('is asked for metadata at both places', async () => {
    const { asked, seen } = await walk({ mcp: working(), pages: { [root]: response(200, resource) } });
    expect([...asked].sort()).toEqual([root, path]);
    expect(observed(seen['open-metadata'])?.chosen).toBe(1);
  });

  it('is asked to call a tool that it does not have when it serves metadata', async () => {
    const { requests, seen } = await walk({ mcp: working(challenging()), pages: { [path]: response(200, resource) } });
    expect(observed(seen['made-up-call'])?.exchange).toMatchObject({ status: 401 });
    const calls = requests
      .map(({ body }): unknown => JSON.parse(body ?? 'null'))
      .filter((body) => isJsonObject(body) && body['method'] === 'tools/call');
    expect(calls).toMatchObject([{ params: { name: 'connector-doctor-made-up-tool', arguments: {} } }]);
  });

  it.each([
    ['none', {}],
    ['an empty list', { [path]: response(200, { ...resource, authorization_servers: [] }) }],
    ['no URL', { [path]: response(200, { ...resource, authorization_servers: ['auth'] }) }],
  ])('is not asked for a call when its metadata names %s', async (_name, pages) => {
    const { seen } = await walk({ mcp: working(), pages });
    expect(seen['made-up-call']).toEqual(prerequisite);
  });

  it('is asked for nothing of it in the walk alone', async () => {
    const { asked, seen } = await walk({ mcp: working(), plans: ['walk'] });
    expect(asked).toEqual([]);
    expect(seen['open-metadata']).toEqual(notAsked);
  });

  it('never sees the wider look', async () => {
    const { seen } = await walk({ mcp: working(), thorough: true });
    expect(seen['metadata-without-challenge']).toEqual(prerequisite);
    expect(seen['misplaced-resource-metadata']).toEqual(prerequisite);
    expect(seen['misplaced-server-metadata']).toEqual(prerequisite);
  });
});

describe('metadata without a challenge', () => {
  it.each([400, 403, 404, 500])('is looked for after %i', async (status) => {
    const { seen } = await walk({ mcp: () => response(status), pages: { [path]: response(200, resource) } });
    expect(observed(seen['metadata-without-challenge'])?.chosen).toBe(0);
  });

  it('is not looked for after a 401, or without an answer', async () => {
    expect((await walk({ mcp: challenging() })).seen['metadata-without-challenge']).toEqual(prerequisite);
    expect((await walk({ mcp: () => 'timeout' })).seen['metadata-without-challenge']).toEqual(prerequisite);
  });
});

describe('misplaced resource metadata', () => {
  const below = `${origin}/mcp/.well-known/oauth-protected-resource`;

  it('is found below the MCP path', async () => {
    const { seen } = await walk({ mcp: challenging(), pages: { [below]: response(200, resource) } });
    const found = observed(seen['misplaced-resource-metadata']);
    expect(found?.attempts[found.chosen ?? -1]?.url).toBe(below);
    expect(found?.attempts.length).toBeLessThanOrEqual(8);
  });

  it('is found below the parent of a deeper path', async () => {
    const parent = `${origin}/functions/v1/.well-known/oauth-protected-resource`;
    const { seen } = await walk({
      endpoint: `${origin}/functions/v1/mcp`,
      mcp: challenging(),
      pages: { [parent]: response(200, resource) },
    });
    const found = observed(seen['misplaced-resource-metadata']);
    expect(found?.attempts[found.chosen ?? -1]?.url).toBe(parent);
  });

  it('is not taken from any JSON that a server gives for any address', async () => {
    const { seen } = await walk({ mcp: challenging(), pages: { [below]: response(200, { status: 'ok' }) } });
    expect(observed(seen['misplaced-resource-metadata'])?.chosen).toBeNull();
  });

  it('is not looked for where an older way in is found, unless everything is asked', async () => {
    const pages = { [`${origin}/.well-known/oauth-authorization-server`]: response(200, server) };
    expect((await walk({ mcp: challenging(), pages })).seen['misplaced-resource-metadata']).toEqual(notAsked);
    const thorough = await walk({ mcp: challenging(), pages, thorough: true });
    expect(thorough.seen['misplaced-resource-metadata'].status).toBe('observed');
  });
});

describe('misplaced authorization server metadata', () => {
  const issuer = 'https://auth.acme.dev/tenants/acme';
  const pages = { [path]: response(200, { ...resource, authorization_servers: [issuer] }) };

  it.each([
    [`${issuer}/.well-known/oauth-authorization-server`, 'rfc8414-appended'],
    ['https://auth.acme.dev/.well-known/oauth-authorization-server', 'rfc8414-root'],
    ['https://auth.acme.dev/.well-known/openid-configuration', 'oidc-root'],
  ])('is found at %s', async (url, form) => {
    const { seen } = await walk({ mcp: challenging(), pages: { ...pages, [url]: response(200, server) } });
    const found = observed(seen['misplaced-server-metadata']);
    expect(found?.attempts[found.chosen ?? -1]).toMatchObject({ url, form });
  });

  it('is not looked for on a host that does not answer, nor for an issuer without a path', async () => {
    const inserted = 'https://auth.acme.dev/.well-known/oauth-authorization-server/tenants/acme';
    const silent = await walk({ mcp: challenging(), pages: { ...pages, [inserted]: 'timeout' } });
    expect(silent.seen['misplaced-server-metadata']).toEqual(prerequisite);
    const plain = await walk({ mcp: challenging(), pages: { [path]: response(200, resource) } });
    expect(plain.seen['misplaced-server-metadata']).toEqual(prerequisite);
  });
});

describe('later authorization servers', () => {
  const servers = ['https://a.acme.dev', 'https://b.acme.dev', 'https://c.acme.dev', 'https://d.acme.dev'];
  const pages = { [path]: response(200, { ...resource, authorization_servers: servers }) };

  it('are asked, two at most, when the first fails', async () => {
    const well = 'https://c.acme.dev/.well-known/openid-configuration';
    const { asked, seen } = await walk({ mcp: challenging(), pages: { ...pages, [well]: response(200, server) } });
    const later = observed(seen['later-servers'])?.servers;
    expect(later?.map(({ issuer, chosen }) => [issuer, chosen])).toEqual([
      ['https://b.acme.dev', null],
      ['https://c.acme.dev', 1],
    ]);
    expect(asked.some((url) => url.startsWith('https://d.acme.dev'))).toBe(false);
  });

  it('are left alone when the first works', async () => {
    const well = 'https://a.acme.dev/.well-known/oauth-authorization-server';
    const { seen } = await walk({ mcp: challenging(), pages: { ...pages, [well]: response(200, server) } });
    expect(seen['later-servers']).toEqual(prerequisite);
  });
});
