import { describe, expect, it } from 'vitest';
import type { EvidenceMap, NearbyPath, RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { endpoint } from '../../../../lib/checks/transport/endpoint.ts';
import { replyShape } from '../../../../lib/checks/transport/reply-shape.ts';
import {
  answer,
  discovered,
  failedRpc,
  initialize,
  initialized,
  judged,
  result,
  rpcError,
  type Evidence,
} from './evidence.ts';

const page = answer(200, 'text/html; charset=utf-8', '<!doctype html><title>Acme</title>');
const notFoundPage = answer(404, 'text/html', '<h1>Not Found</h1>');

function nearby(path: string, { exchange, reply }: RpcEvidence, rest: Partial<NearbyPath> = {}): NearbyPath {
  const url = `https://mcp.acme-tools.com${path}`;
  return { url, transport: 'streamable-http', exchange, reply, looksLikeMcp: reply.kind === 'result', ...rest };
}

function refusedWith(evidence: RpcEvidence, rest: Evidence = {}): Evidence {
  return { initialize: initialize(evidence), ...rest };
}

describe('the endpoint', () => {
  it('says nothing about one that answers as MCP', () => {
    const said = judged(endpoint, { initialize: initialize() });
    expect(said.found).toEqual([]);
    expect(said.passed).toHaveLength(5);
  });

  it('judges the form with the slash when only that one works', () => {
    const evidence = { ...initialized('2025-11-25'), url: 'https://mcp.acme-tools.com/mcp/' };
    const said = judged(endpoint, refusedWith(notFoundPage, { 'slash-form': evidence }));
    expect(said.found).toEqual([]);
    expect(said.passed).toContain('transport.not-mcp');
  });

  it.each(['refused', 'timeout', 'dns', 'tls-expired'] as const)('cannot be judged after %s', (reason) => {
    const said = judged(endpoint, refusedWith(failedRpc(reason)));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual([]);
    expect(new Set(Object.values(said.skipped))).toEqual(new Set(['not-reached']));
  });

  it('is not known to be MCP behind a 401, which only shows that POST is taken', () => {
    const said = judged(endpoint, refusedWith(answer(401, 'application/json', '{"error":"invalid_token"}')));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual(['transport.post-not-allowed']);
    expect(said.skipped['transport.not-mcp']).toBe('needs-sign-in');
  });

  it('treats a 401 to initialize as a sign-in although the modern request met an error', () => {
    const said = judged(
      endpoint,
      refusedWith(answer(401, 'text/plain', 'Unauthorized'), { discover: rpcError(400, -32600, 'Bad request') }),
    );
    expect(said.skipped['transport.wrong-path']).toBe('needs-sign-in');
  });
});

describe('transport.wrong-path', () => {
  const tried = { tried: [nearby('/api/mcp', notFoundPage), nearby('/mcp', initialized('2025-11-25'))] };

  it.each([
    ['a missing page', notFoundPage],
    ['a web page', page],
    ['405', answer(405, 'text/plain', 'Method Not Allowed')],
    ['another API', answer(400, 'application/json', '{"error":"no such query"}')],
  ])('names the endpoint that answers nearby, after %s', (_what, first) => {
    const said = judged(endpoint, refusedWith(first, { 'nearby-paths': tried }));
    expect(said.found).toEqual(['transport.wrong-path']);
    expect(said.finding('transport.wrong-path').values).toMatchObject({
      target: 'https://mcp.acme-tools.com/mcp',
      slash: 'no',
    });
    expect(said.passed).toEqual([]);
  });

  it('silences the complaint about the reply', () => {
    expect(judged(replyShape, refusedWith(page, { 'nearby-paths': tried })).found).toEqual([]);
  });

  it('prefers a path without the slash that Claude strips, and says so when there is no other', () => {
    const slashOnly = { tried: [nearby('/mcp/', initialized('2025-11-25'))] };
    const withSlash = judged(endpoint, refusedWith(notFoundPage, { 'nearby-paths': slashOnly }));
    expect(withSlash.finding('transport.wrong-path').values['slash']).toBe('yes');
    const two = { tried: [...slashOnly.tried, nearby('/v1/mcp', initialized('2025-11-25'))] };
    const said = judged(endpoint, refusedWith(notFoundPage, { 'nearby-paths': two }));
    expect(said.finding('transport.wrong-path').values['target']).toBe('https://mcp.acme-tools.com/v1/mcp');
  });

  it('takes a nearby sign-in challenge for the endpoint when the probe says that it looks like one', () => {
    const challenge = nearby('/mcp', answer(401, 'application/json', '{}'), { looksLikeMcp: true });
    const said = judged(endpoint, refusedWith(notFoundPage, { 'nearby-paths': { tried: [challenge] } }));
    expect(said.found).toEqual(['transport.wrong-path']);
  });

  it('is not found where no nearby path answers', () => {
    const none: EvidenceMap['nearby-paths'] = { tried: [nearby('/mcp', notFoundPage)] };
    const said = judged(endpoint, refusedWith(notFoundPage, { 'nearby-paths': none }));
    expect(said.found).toEqual([]);
    expect(said.skipped['transport.wrong-path']).toBe('not-applicable');
  });

  it('is not found while this URL works, whatever else does', () => {
    expect(judged(endpoint, { initialize: initialize(), 'nearby-paths': tried }).found).toEqual([]);
  });

  it('is no explanation for a server that refuses in JSON-RPC', () => {
    const refused = refusedWith(rpcError(400, -32603, 'Internal error'), { 'nearby-paths': tried });
    expect(judged(endpoint, refused).found).toEqual([]);
  });

  it('was not asked for in a quick run', () => {
    expect(judged(endpoint, refusedWith(notFoundPage)).skipped['transport.wrong-path']).toBe('not-asked');
  });
});

describe('refusals that the endpoint itself explains', () => {
  it('finds transport.post-not-allowed, also in the clothes of a JSON-RPC error', () => {
    const plain = judged(endpoint, refusedWith(answer(405, 'text/plain', 'Method Not Allowed')));
    expect(plain.found).toEqual(['transport.post-not-allowed']);
    expect(plain.finding('transport.post-not-allowed').values['allow']).toBe('none');
    const wrapped = refusedWith(rpcError(405, -32000, 'Method not allowed.'));
    expect(judged(endpoint, wrapped).found).toEqual(['transport.post-not-allowed']);
    expect(judged(replyShape, wrapped).found).toEqual([]);
  });

  it('leaves 405 to transport.sse-only where the older transport works', () => {
    const sse: EvidenceMap['legacy-sse'] = {
      stream: answer(200, 'text/event-stream', 'event: endpoint\ndata: /messages\n\n').exchange,
      endpoint: 'https://mcp.acme-tools.com/messages',
      refusedEndpoint: false,
      initialize: initialized('2024-11-05'),
      listing: null,
      asClient: true,
    };
    const said = judged(endpoint, refusedWith(answer(405, 'text/plain', ''), { 'legacy-sse': sse }));
    expect(said.found).toEqual([]);
    expect(said.passed).toContain('transport.post-not-allowed');
  });

  it('finds transport.accept-rejected in the official libraries’ 406', () => {
    const words = 'Not Acceptable: Client must accept both application/json and text/event-stream';
    const refused = refusedWith(rpcError(406, -32000, words));
    const said = judged(endpoint, refused);
    expect(said.found).toEqual(['transport.accept-rejected']);
    expect(said.finding('transport.accept-rejected').values['said']).toBe(words);
    expect(judged(replyShape, refused).found).toEqual([]);
  });

  it.each([
    ['the Python library', answer(421, 'text/plain', 'Invalid Host header')],
    ['the TypeScript library', rpcError(403, -32000, 'Invalid Host header: mcp.acme-tools.com')],
  ])('finds transport.host-not-allowed in the answer of %s', (_who, first) => {
    const said = judged(endpoint, refusedWith(first));
    expect(said.found).toEqual(['transport.host-not-allowed']);
    expect(said.finding('transport.host-not-allowed').values['host']).toBe('mcp.acme-tools.com');
  });

  it.each([
    ['an API that wants something else', answer(400, 'application/json', '{"error":"unknown field jsonrpc"}')],
    ['a text', answer(200, 'text/plain', 'OK')],
    ['an unsupported media type', answer(415, 'text/plain', 'Unsupported Media Type')],
  ])('finds transport.not-mcp in %s', (_what, first) => {
    const said = judged(endpoint, refusedWith(first));
    expect(said.found).toEqual(['transport.not-mcp']);
    expect(said.passed).toEqual([]);
  });

  it('leaves pages, missing pages and broken origins to the checks of HTTP', () => {
    const outage = answer(502, 'text/html', '<h1>502 Bad Gateway</h1>');
    for (const first of [page, notFoundPage, outage]) {
      const said = judged(endpoint, refusedWith(first));
      expect(said.found).toEqual([]);
      expect(said.passed).toEqual([]);
    }
  });

  it('leaves a 400 that an older version cures to the versions', () => {
    const refused = answer(400, 'text/plain', 'Unsupported protocol version');
    const older = { tried: [{ ...initialized('2025-06-18'), version: '2025-06-18' }] };
    expect(judged(endpoint, refusedWith(refused, { 'older-version': older })).found).toEqual([]);
  });

  it('passes everything for a server of 2026-07-28 alone', () => {
    const said = judged(endpoint, refusedWith(rpcError(400, -32022, 'no'), { discover: discovered('2026-07-28') }));
    expect(said.passed).toHaveLength(5);
  });

  it.each([
    ['an unknown method', rpcError(404, -32601, 'Method not found')],
    ['a list of older versions', result({ supportedVersions: ['2025-11-25'] })],
  ])('leaves a page for initialize to the http checks when the modern request met %s', (_what, discover) => {
    expect(judged(endpoint, refusedWith(page, { discover })).found).toEqual([]);
  });
});
