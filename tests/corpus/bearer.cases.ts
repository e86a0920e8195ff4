import assert from 'node:assert/strict';
import {
  asks,
  respond,
  respondHtml,
  respondJson,
  routes,
  when,
  type Call,
  type Handler,
} from '../../clinic/http-call.ts';
import { rpcError } from '../../clinic/mcp-methods.ts';
import { bearerChallenge, challenge, guardedServer, resourceMetadata } from '../../clinic/oauth.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { degraded, openAndStrict, ready, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataUrl = `${origin}/.well-known/oauth-protected-resource/mcp`;
const asks401 = challenge(bearerChallenge(metadataUrl));

const nginx =
  '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>';
const cloudflare =
  '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked</body></html>';

function carriesToken({ headers }: Call): boolean {
  return headers.authorization !== undefined;
}

/** A guarded server that answers in this way as soon as a request carries a token. */
function answering(withToken: (rig: Rig) => Handler): CorpusCase['start'] {
  return async (rig) => {
    await rig.host(host, guardedServer(origin, { onMcp: when(carriesToken, withToken(rig), asks401) }));
    return url;
  };
}

function valuesOf(report: Report, code: string) {
  return report.findings.find((finding) => finding.code === code)?.values;
}

/** Of the exchanges that prove it, in the order in which a report shows them. */
function statusesSeen({ findings, exchanges }: Report, code: string) {
  const ids = findings.find((finding) => finding.code === code)?.evidence ?? [];
  const proofs = ids.map((id) => exchanges.find((exchange) => exchange.id === id));
  return proofs.map((exchange) => (exchange?.kind === 'response' ? exchange.status : null));
}

const refusedInRpc: Handler = (call, response) =>
  respondJson(200, { jsonrpc: '2.0', id: call.message?.['id'] ?? null, error: rpcError(-32_001, 'Invalid token') })(
    call,
    response,
  );

/** What servers, and what stands before them, answer to a token that nobody issued. */
export const bearerCases: readonly CorpusCase[] = [
  {
    name: 'nginx refuses whatever carries an Authorization header',
    origin: 'C002',
    start: answering(() => respondHtml(403, nginx, { server: 'nginx' })),
    expect: degraded('auth.bearer-blocked-at-edge'),
    also: (_rig, report) => {
      assert.equal(valuesOf(report, 'auth.bearer-blocked-at-edge')?.['vendor'], 'nginx');
      assert.deepEqual(statusesSeen(report, 'auth.bearer-blocked-at-edge'), [403, 401]);
    },
  },
  {
    name: 'a firewall rule of Cloudflare’s against what looks like an attack',
    origin: 'auth.bearer-blocked-at-edge',
    start: answering(() => respondHtml(403, cloudflare, { server: 'cloudflare', 'cf-ray': '8a-FRA' })),
    expect: degraded('auth.bearer-blocked-at-edge'),
  },
  {
    name: 'a gateway that nobody knows refuses with a page of its own',
    origin: 'C003',
    start: answering(() => respondHtml(403, '<html><body><h1>Request rejected</h1></body></html>')),
    expect: degraded('auth.bearer-blocked-at-edge'),
  },
  {
    name: 'a token that is no JWT breaks the server',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => respondJson(500, { error: 'JsonWebTokenError: jwt malformed' })),
    expect: degraded('auth.bogus-token-not-401'),
  },
  {
    name: 'a bad token is a bad request',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => respondJson(400, { error: 'invalid_request', error_description: 'Malformed token' })),
    expect: degraded('auth.bogus-token-not-401'),
  },
  {
    name: 'a bad token is forbidden, in the app’s own words',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => respondJson(403, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer' })),
    expect: degraded('auth.bogus-token-not-401'),
  },
  {
    name: 'a bad token is refused inside of a success',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => refusedInRpc),
    expect: degraded('auth.bogus-token-not-401'),
  },
  {
    name: 'any token opens the door',
    origin: 'auth.bogus-token-not-401',
    start: answering((rig) => rig.mcp()),
    expect: degraded('auth.bogus-token-not-401'),
    also: (rig, report) => {
      assert.equal(valuesOf(report, 'auth.bogus-token-not-401')?.['how'], 'accepted');
      const { opened, deleted } = rig.log.sessions();
      assert.equal(opened.length, 1);
      assert.deepEqual(deleted, opened);
    },
  },
  {
    name: 'the listing alone wants a token, and breaks over one that it does not know',
    origin: 'auth.bogus-token-not-401',
    start: async (rig) => {
      const refuse = when(carriesToken, respond(500, { 'content-type': 'text/plain' }, 'jwt malformed'), asks401);
      await rig.host(host, guardedServer(origin, { onMcp: when(asks('tools/list'), refuse, rig.mcp()) }));
      return url;
    },
    expect: degraded('auth.bogus-token-not-401', 'transport.version-header-strict'),
  },
  {
    name: 'a 401 to a bad token that names no error',
    origin: 'auth.bogus-token-no-error-code',
    start: answering(() => challenge(`Bearer resource_metadata="${metadataUrl}"`)),
    expect: signInNeeded('auth.bogus-token-no-error-code'),
  },
  {
    name: 'sign-in metadata for this endpoint, and nothing that asks for it',
    origin: 'auth.tools-open-behind-login',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { onMcp: rig.mcp() }));
      return url;
    },
    expect: ready('auth.tools-open-behind-login', 'transport.version-header-strict'),
  },
  {
    name: 'a bad token is refused as it should be',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => asks401),
    expect: signInNeeded(),
    also: (_rig, report) => {
      const sent = report.exchanges.filter(({ requestHeaders }) => 'authorization' in requestHeaders);
      assert.deepEqual(
        sent.map(({ method, url: asked }) => [method, asked]),
        [['POST', url]],
      );
    },
  },
  {
    name: 'too many requests, just when the token came',
    origin: 'auth.bogus-token-not-401',
    start: answering(() => respondJson(429, { error: 'too_many_requests' }, { 'retry-after': '1' })),
    expect: signInNeeded(),
  },
  {
    name: 'a public endpoint beside one that asks for a sign-in, whose metadata stands at the root',
    origin: 'auth.tools-open-behind-login',
    start: async (rig) => {
      const root = '/.well-known/oauth-protected-resource';
      const document = resourceMetadata(`${origin}/mcp/oauth`, origin);
      await rig.host(host, routes({ '/mcp': rig.mcp(), '/mcp/oauth': asks401, [root]: respondJson(200, document) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
];
