import assert from 'node:assert/strict';
import { neverAnswer, notFound, redirect, respond, respondHtml, respondJson } from '../../clinic/http-call.ts';
import { guardedServer, resourceMetadata, serverMetadata } from '../../clinic/oauth.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const elsewhere = 'login.acme.dev';

type Pieces = NonNullable<Parameters<typeof guardedServer>[1]>;

/** A guarded server that answers at its own endpoints as `more` says. */
function answering(more: NonNullable<Pieces['more']>): (rig: Rig) => Promise<string> {
  return async (rig) => {
    await rig.host(host, guardedServer(origin, { more }));
    return url;
  };
}

/** A guarded server whose metadata names these endpoints. */
async function naming(rig: Rig, members: Readonly<Record<string, string>>): Promise<string> {
  await rig.host(host, guardedServer(origin, { serverDocument: { ...serverMetadata(origin), ...members } }));
  return url;
}

function endpointsAt(base: string): Readonly<Record<string, string>> {
  return {
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    registration_endpoint: `${base}/register`,
  };
}

/** The addresses that authorization server metadata names. */
export const signInEndpointCases: readonly CorpusCase[] = [
  {
    name: 'n8n: a proxy ends TLS, and the metadata names what stands behind it',
    origin: 'C107',
    start: (rig) => naming(rig, endpointsAt(`http://${host}`)),
    expect: broken('auth.endpoint-not-https', 6),
  },
  {
    name: 'the endpoints of the developer’s own machine',
    origin: 'auth.endpoint-private-host',
    start: async (rig) => {
      const trap = await rig.trap();
      return naming(rig, endpointsAt(`http://localhost:${String(trap.port)}`));
    },
    expect: broken('auth.endpoint-private-host', 6, 'auth.endpoint-not-https'),
  },
  {
    name: 'a token endpoint in the company’s network',
    origin: 'auth.endpoint-private-host',
    start: async (rig) => {
      await rig.trap('sso.acme.internal');
      return naming(rig, { token_endpoint: 'https://sso.acme.internal/token' });
    },
    expect: broken('auth.endpoint-private-host', 6),
  },
  {
    name: 'nobody listens where the endpoints stand',
    origin: 'auth.endpoint-unreachable',
    start: async (rig) => {
      await rig.dead(elsewhere);
      return naming(rig, endpointsAt(`https://${elsewhere}`));
    },
    expect: broken('auth.endpoint-unreachable', 6),
    also: (_rig, report) => assert.match(report.findings[0]?.title ?? '', /endpoints at login\.acme\.dev cannot/),
  },
  {
    name: 'the token endpoint’s certificate is for another name',
    origin: 'auth.endpoint-unreachable',
    start: async (rig) => {
      await rig.host(elsewhere, notFound, { tls: { names: ['other.acme.dev'] } });
      return naming(rig, { token_endpoint: `https://${elsewhere}/token` });
    },
    expect: broken('auth.endpoint-unreachable', 6),
  },
  {
    name: 'the sign-in page is not where the metadata says',
    origin: 'auth.endpoint-unreachable',
    start: answering({ '/authorize': notFound }),
    expect: degraded('auth.endpoint-unreachable'),
  },
  {
    name: 'Django: a slash is missing from the token endpoint',
    origin: 'C108',
    start: answering({
      '/token': redirect(301, '/token/'),
      '/token/': respond(405, { allow: 'POST' }),
    }),
    expect: degraded('auth.endpoint-unreachable'),
    also: (_rig, report) =>
      assert.match(report.findings[0]?.detail ?? '', /redirect \(301\) to https:\/\/mcp\.acme\.dev\/token\//),
  },
  {
    name: 'the token endpoint’s app is not running',
    origin: 'auth.endpoint-unreachable',
    start: answering({ '/token': respondHtml(502, '<h1>502 Bad Gateway</h1>', { server: 'nginx' }) }),
    expect: degraded('auth.endpoint-unreachable'),
  },
  {
    name: 'the token endpoint never answers',
    origin: 'http.too-slow',
    start: answering({ '/token': neverAnswer }),
    flags: { stepTimeoutMs: 1_500 },
    expect: degraded('auth.endpoint-unreachable', 'http.too-slow'),
  },
  {
    name: 'a registration endpoint that nobody needs is down',
    origin: 'auth.endpoint-unreachable',
    start: async (rig) => {
      await rig.dead(elsewhere);
      return naming(rig, { registration_endpoint: `https://${elsewhere}/register` });
    },
    expect: degraded('auth.endpoint-unreachable'),
  },
  {
    name: 'Express: endpoints that take POST and know no GET',
    origin: 'auth.endpoint-unreachable',
    start: answering({ '/token': notFound, '/register': notFound }),
    expect: signInNeeded(),
    also: (rig, report) => {
      assert.deepEqual(
        report.skipped.filter(({ code }) => code === 'auth.endpoint-unreachable'),
        [{ code: 'auth.endpoint-unreachable', because: 'not-asked' }],
      );
      const endpoints = ['/authorize', '/token', '/register'];
      const asked = rig.log.requests.filter(({ path }) => endpoints.includes(path));
      assert.deepEqual(new Set(asked.map(({ method }) => method)), new Set(['GET']));
    },
  },
  {
    name: 'a sign-in page that leads on, and endpoints that refuse GET in words of their own',
    origin: 'auth.endpoint-unreachable',
    start: answering({
      '/authorize': redirect(302, '/login'),
      '/token': respond(400, { 'content-type': 'application/json' }, '{"error":"invalid_request"}'),
      '/register': respond(401, { 'www-authenticate': 'Bearer' }),
    }),
    expect: signInNeeded(),
  },
  {
    name: 'a server that is not public yet, endpoints and all',
    origin: 'auth.endpoint-not-https',
    start: async (rig) => {
      const local = 'http://mcp.localhost';
      const resource = resourceMetadata(`${local}/mcp`, local);
      await rig.host('mcp.localhost', guardedServer(local, { resourceDocument: resource }), { tls: 'plain' });
      return `${local}/mcp`;
    },
    flags: { local: true },
    expect: signInNeeded(),
  },
  {
    name: 'a sign-in service that is only just not ready',
    origin: 'auth.as-unreachable',
    start: (rig) => {
      let asked = 0;
      const document = respondJson(200, serverMetadata(origin));
      const busy = respond(503, { 'retry-after': '1' });
      return answering({
        '/.well-known/oauth-authorization-server': (call, response) => {
          asked += 1;
          return (asked === 1 ? busy : document)(call, response);
        },
      })(rig);
    },
    expect: signInNeeded(),
  },
  {
    name: 'resource metadata that cannot be seen at the moment',
    origin: 'auth.prm-absent-origin-fallback',
    start: answering({ '/.well-known/oauth-protected-resource/mcp': respond(503, {}) }),
    expect: degraded('auth.prm-absent-origin-fallback'),
    also: (_rig, { findings }) => {
      const finding = findings.find(({ code }) => code === 'auth.prm-absent-origin-fallback');
      assert.equal(finding?.confidence, 'likely');
      assert.match(finding.detail, /was not seen/);
    },
  },
];
