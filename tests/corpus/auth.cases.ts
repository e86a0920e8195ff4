import { asks, redirect, respond, respondHtml, respondJson, routes, when, type Call } from '../../clinic/http-call.ts';
import { rpcError } from '../../clinic/mcp-methods.ts';
import { bearerChallenge, challenge, guardedServer, resourceMetadata, serverMetadata } from '../../clinic/oauth.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready, signInNeeded } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataPath = '/.well-known/oauth-protected-resource/mcp';

/** How a server asks for a sign-in, or does not. */
export const authCases: readonly CorpusCase[] = [
  {
    name: 'an open server with an empty list of authorization servers',
    origin: 'C095',
    start: async (rig) => {
      const document = { resource: url, authorization_servers: [] };
      await rig.host(host, routes({ '/mcp': rig.mcp(), [metadataPath]: respondJson(200, document) }));
      return url;
    },
    expect: broken('auth.metadata-on-open-server', 5, 'transport.version-header-strict'),
  },
  {
    name: 'an open listing, and calls that ask for a sign-in',
    origin: 'auth.partial',
    start: async (rig) => {
      const refuse = challenge(bearerChallenge(`${origin}${metadataPath}`));
      await rig.host(host, guardedServer(origin, { onMcp: when(asks('tools/call'), refuse, rig.mcp()) }));
      return url;
    },
    expect: ready('auth.partial', 'transport.version-header-strict'),
  },
  {
    name: '401 without a challenge, metadata at the well-known path',
    origin: 'auth.challenge-missing',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { onMcp: challenge(null) }));
      return url;
    },
    expect: degraded('auth.challenge-missing'),
  },
  {
    name: 'a challenge that names no metadata',
    origin: 'C074',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { onMcp: challenge('Bearer realm="acme"') }));
      return url;
    },
    expect: degraded('auth.challenge-without-metadata-url', 'auth.bogus-token-no-error-code'),
  },
  {
    name: 'a refusal for want of a token dressed as 200',
    origin: 'C154',
    start: async (rig) => {
      const refusal = { jsonrpc: '2.0', id: 1, error: rpcError(-32001, 'Unauthorized: missing access token') };
      await rig.host(
        host,
        guardedServer(origin, {
          onMcp: (call, response) =>
            respondJson(
              200,
              { ...refusal, id: call.message?.['id'] ?? null },
              { 'www-authenticate': bearerChallenge(`${origin}${metadataPath}`) },
            )(call, response),
        }),
      );
      return url;
    },
    expect: broken('auth.challenge-on-success', 4),
  },
  {
    name: 'a challenge header on an answer that did answer',
    origin: 'auth.open',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { headers: { 'www-authenticate': 'Bearer realm="acme"' } });
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'metadata and a challenge with everything, and a plain “no such tool”',
    origin: 'auth.tools-open-behind-login',
    start: async (rig) => {
      const headers = { 'www-authenticate': bearerChallenge(`${origin}${metadataPath}`) };
      await rig.host(host, guardedServer(origin, { onMcp: rig.mcp() }), { headers });
      return url;
    },
    expect: ready('auth.tools-open-behind-login', 'transport.version-header-strict'),
  },
  {
    name: 'no token is answered by 403',
    origin: 'auth.wrong-status',
    start: async (rig) => {
      const refuse = respondJson(403, { error: 'unauthorized', message: 'Missing bearer token' });
      await rig.host(host, guardedServer(origin, { onMcp: refuse }));
      return url;
    },
    expect: broken('auth.wrong-status', 4),
  },
  {
    name: 'no token is answered by 400',
    origin: 'auth.wrong-status',
    start: async (rig) => {
      const error = rpcError(-32600, 'Authentication required');
      await rig.host(host, guardedServer(origin, { onMcp: respondJson(400, { jsonrpc: '2.0', id: null, error }) }));
      return url;
    },
    expect: broken('auth.wrong-status', 4),
  },
  {
    name: 'no token leads to the app’s own sign-in page',
    origin: 'C177',
    start: async (rig) => {
      await rig.host(
        host,
        guardedServer(origin, {
          onMcp: redirect(302, '/login?next=%2Fmcp'),
          more: {
            '/login': respondHtml(
              200,
              '<form action="/login" method="post"><input type="password" name="password"></form>',
            ),
          },
        }),
      );
      return url;
    },
    expect: broken('auth.wrong-status', 4),
  },
  {
    name: 'HTTP Basic alone',
    origin: 'C147',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': challenge('Basic realm="acme"', 'Unauthorized') }));
      return url;
    },
    expect: broken('auth.static-credential-only', 4),
  },
  {
    name: 'an API key in a header of its own',
    origin: 'C148',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': respondJson(401, { error: 'Missing X-API-Key header' }) }));
      return url;
    },
    expect: broken('auth.static-credential-only', 4, 'auth.challenge-missing'),
  },
  {
    name: '401 and no metadata anywhere',
    origin: 'C096',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': challenge('Bearer') }));
      return url;
    },
    expect: broken('auth.prm-not-found', 5),
  },
  {
    name: 'no metadata, but the three endpoints of old at the origin',
    origin: 'C019',
    start: async (rig) => {
      await rig.host(
        host,
        routes({
          '/mcp': challenge('Bearer'),
          '/authorize': respond(400, { 'content-type': 'text/plain' }, 'missing client_id'),
          '/token': respondJson(405, { error: 'invalid_request' }, { allow: 'POST' }),
          '/register': respondJson(405, { error: 'invalid_request' }, { allow: 'POST' }),
        }),
      );
      return url;
    },
    expect: degraded(
      'auth.default-endpoints-only',
      'auth.challenge-without-metadata-url',
      'auth.bogus-token-no-error-code',
    ),
  },
  {
    name: 'a gateway asks everybody for a sign-in, and an app answers the well-known paths',
    origin: 'auth.prm-not-found',
    start: async (rig) => {
      const app = respondHtml(200, '<div id="app"></div>');
      await rig.host(
        host,
        when((call) => call.url.pathname.startsWith('/.well-known/'), app, challenge('Bearer')),
      );
      return url;
    },
    expect: broken('auth.prm-not-found', 5),
  },
  {
    name: 'an open server that answers every other address with an empty list',
    origin: 'auth.open',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }, respondJson(200, [])));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'only the origin’s own authorization server metadata',
    origin: 'C082',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { onMcp: challenge('Bearer'), resourceDocument: null }));
      return url;
    },
    expect: degraded(
      'auth.prm-absent-origin-fallback',
      'auth.challenge-without-metadata-url',
      'auth.bogus-token-no-error-code',
    ),
  },
  {
    name: 'one authorization server of two is used',
    origin: 'auth.prm-several-authorization-servers',
    start: async (rig) => {
      const document = { ...resourceMetadata(url, origin), authorization_servers: [origin, 'https://auth.acme.dev'] };
      await rig.host(host, guardedServer(origin, { resourceDocument: document }));
      await rig.host(
        'auth.acme.dev',
        routes({
          '/.well-known/oauth-authorization-server': respondJson(200, serverMetadata('https://auth.acme.dev')),
        }),
      );
      return url;
    },
    expect: signInNeeded('auth.prm-several-authorization-servers'),
  },
  {
    name: 'metadata behind a limit that was used up',
    origin: 'http.rate-limited',
    start: async (rig) => {
      const busy = respondJson(429, { error: 'slow down' }, { 'ratelimit-reset': '40' });
      const isWellKnown = (call: Call): boolean => call.url.pathname.startsWith('/.well-known/');
      await rig.host(host, when(isWellKnown, busy, guardedServer(origin)));
      return url;
    },
    expect: { verdict: 'unknown', primary: null, stop: null, findings: ['http.rate-limited'] },
  },
  {
    name: 'metadata behind a limit that only the first place has',
    origin: 'http.rate-limited',
    start: async (rig) => {
      const busy = respondJson(429, { error: 'slow down' }, { 'retry-after': '40' });
      const isServerDocument = (call: Call): boolean => call.url.pathname === '/.well-known/oauth-authorization-server';
      await rig.host(host, when(isServerDocument, busy, guardedServer(origin)));
      return url;
    },
    expect: { verdict: 'unknown', primary: null, stop: null, findings: ['http.rate-limited'] },
  },
];
