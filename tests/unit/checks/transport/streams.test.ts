import { describe, expect, it } from 'vitest';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../../../lib/kernel/exchange.ts';
import { endpoint } from '../../../../lib/checks/transport/endpoint.ts';
import { legacySse } from '../../../../lib/checks/transport/legacy-sse.ts';
import { listenStream } from '../../../../lib/checks/transport/listen-stream.ts';
import { streamDelivery } from '../../../../lib/checks/transport/stream-delivery.ts';
import {
  answer,
  discovered,
  exchange,
  failedExchange,
  failedRpc,
  initialize,
  initialized,
  judged,
  listed,
  rpcError,
  type Evidence,
} from './evidence.ts';

const eventStream = { 'content-type': 'text/event-stream' };

describe('GET on the endpoint', () => {
  function get(answered: Exchange, rest: Evidence = {}): Evidence {
    return { initialize: initialize(), 'listen-stream': { exchange: answered, endpointEvent: false }, ...rest };
  }

  it('finds transport.get-hangs when not even a head comes', () => {
    const said = judged(listenStream, get(failedExchange('timeout')));
    expect(said.found).toEqual(['transport.get-hangs']);
    expect(said.finding('transport.get-hangs').values).toEqual({ seconds: 10 });
    expect(said.passed).toEqual([]);
  });

  it('takes a silent event stream as normal', () => {
    const silent = exchange(200, '', eventStream, { bodyEnd: 'aborted', chunks: [] });
    const said = judged(listenStream, get(silent));
    expect(said.found).toEqual([]);
    expect(said.passed).toHaveLength(3);
  });

  it.each([
    ['a page', exchange(200, '<h1>Acme MCP</h1>', { 'content-type': 'text/html' })],
    ['JSON', exchange(200, '{"status":"ok"}')],
    ['an error', exchange(500, '', {})],
    ['a refusal', exchange(403, 'no', {})],
  ])('finds transport.get-not-405-or-stream after %s', (_what, answered) => {
    expect(judged(listenStream, get(answered)).found).toEqual(['transport.get-not-405-or-stream']);
  });

  it.each([400, 404, 406, 409])('takes %i as fine', (status) => {
    expect(judged(listenStream, get(exchange(status, '', {}))).passed).toHaveLength(3);
  });

  it('finds transport.get-405-without-allow only without the header', () => {
    expect(judged(listenStream, get(exchange(405, '', {}))).found).toEqual(['transport.get-405-without-allow']);
    expect(judged(listenStream, get(exchange(405, '', { allow: 'POST' }))).passed).toHaveLength(3);
  });

  it.each([
    ['GET wants a sign-in', get(exchange(401, '', {})), 'needs-sign-in'],
    ['POST wants a sign-in', { initialize: initialize(answer(401, 'application/json', '{}')) }, 'needs-sign-in'],
    ['GET came too often', get(exchange(429, '', {})), 'not-reached'],
    ['the server asks to wait', get(exchange(503, '', { 'retry-after': '1' })), 'not-reached'],
    ['GET met a reset', get(failedExchange('reset')), 'not-reached'],
    ['nothing answers', { initialize: initialize(failedRpc('refused')) }, 'not-reached'],
    ['GET was not asked', { initialize: initialize() }, 'not-asked'],
  ] as const)('cannot be judged when %s', (_what, evidence, because) => {
    const said = judged(listenStream, evidence);
    expect(said.passed).toEqual([]);
    expect(new Set(Object.values(said.skipped))).toEqual(new Set([because]));
  });
});

describe('the older transport', () => {
  const stream = exchange(200, 'event: endpoint\ndata: /messages?sessionId=1\n\n', eventStream);
  const sse: EvidenceMap['legacy-sse'] = {
    stream,
    endpoint: 'https://mcp.acme-tools.com/messages',
    refusedEndpoint: false,
    initialize: initialized('2024-11-05'),
    listing: listed(),
    asClient: true,
  };
  const postRefused = initialize(answer(405, 'text/plain', 'Method Not Allowed'));

  it('finds transport.sse-only', () => {
    const said = judged(legacySse, { initialize: postRefused, 'legacy-sse': sse });
    expect(said.found).toEqual(['transport.sse-only']);
    expect(said.finding('transport.sse-only').severity).toBe('problem');
  });

  it('finds transport.sse-fallback-broken where clients do not come to it', () => {
    const evidence = {
      initialize: initialize(answer(500, 'text/plain', 'boom')),
      'legacy-sse': { ...sse, asClient: false },
    };
    const said = judged(legacySse, evidence);
    expect(said.found).toEqual(['transport.sse-fallback-broken']);
    expect(said.passed).not.toContain('transport.sse-only');
    expect(said.finding('transport.sse-fallback-broken').values).toMatchObject({
      why: 'post',
      how: 'http',
      status: 500,
    });
  });

  it.each([
    ['endpoint', { endpoint: null, refusedEndpoint: true, initialize: null }],
    ['message', { initialize: answer(500, 'text/plain', 'boom') }],
    ['message', { initialize: failedRpc('timeout') }],
  ])('finds transport.sse-fallback-broken where the stream leads nowhere (%s)', (why, broken) => {
    const evidence = { initialize: postRefused, 'legacy-sse': { ...sse, listing: null, ...broken } };
    const said = judged(legacySse, evidence);
    expect(said.found).toEqual(['transport.sse-fallback-broken']);
    expect(said.finding('transport.sse-fallback-broken').values['why']).toBe(why);
    expect(judged(endpoint, evidence).found).toEqual([]);
  });

  it('leaves a stream that opens and never replies to the checks of the reply', () => {
    const silent = { exchange: exchange(202, 'Accepted', {}), reply: { kind: 'none' } as const };
    const said = judged(legacySse, { initialize: postRefused, 'legacy-sse': { ...sse, initialize: silent } });
    expect(said.found).toEqual([]);
  });

  it('takes a sign-in on the stream for a server of the older transport, likely', () => {
    const guarded = { ...sse, stream: exchange(401, '', {}), endpoint: null, initialize: null, listing: null };
    const evidence = { initialize: postRefused, 'legacy-sse': guarded };
    const said = judged(legacySse, evidence);
    expect(said.found).toEqual(['transport.sse-only']);
    expect(said.finding('transport.sse-only').confidence).toBe('likely');
    expect(judged(endpoint, evidence).found).toEqual([]);
  });

  it('notes both transports at one address', () => {
    const listen = { exchange: stream, endpointEvent: true };
    const said = judged(legacySse, { initialize: initialize(), 'listen-stream': listen });
    expect(said.found).toEqual(['transport.legacy-and-streamable']);
  });

  it('finds nothing in a server of Streamable HTTP alone', () => {
    const listen = { exchange: exchange(405, '', {}), endpointEvent: false };
    expect(judged(legacySse, { initialize: initialize(), 'listen-stream': listen }).passed).toHaveLength(3);
  });

  it('finds nothing where GET opens no such stream', () => {
    const page = { ...sse, stream: exchange(404, '', {}), endpoint: null, initialize: null, listing: null };
    const said = judged(legacySse, { initialize: postRefused, 'legacy-sse': page });
    expect(said.found).toEqual([]);
    expect(said.skipped['transport.sse-only']).toBe('not-applicable');
  });

  it.each([
    ['a sign-in comes first', { initialize: initialize(answer(401, 'text/plain', '')) }, 'needs-sign-in'],
    ['nothing answers', { initialize: initialize(failedRpc('dns')) }, 'not-reached'],
    ['it was not looked for', { initialize: postRefused }, 'not-asked'],
  ] as const)('cannot be judged when %s', (_what, evidence, because) => {
    const said = judged(legacySse, evidence);
    expect(said.passed).toEqual([]);
    expect(said.skipped['transport.sse-only']).toBe(because);
  });
});

describe('transport.stream-buffered', () => {
  const reply = 'event: message\ndata: {"jsonrpc":"2.0","id":1,"result":{}}\n\n';
  const priming = 'id: 1\ndata:\n\n';

  function streamed(body: string, ...atMs: readonly number[]): Evidence {
    const chunks = atMs.map((at) => ({ atMs: at, bytes: 10 }));
    const streamedExchange: ResponseExchange = exchange(200, body, eventStream, { chunks });
    return { initialize: initialize({ ...initialized('2025-11-25'), exchange: streamedExchange }) };
  }

  it.each([
    ['a priming event', priming],
    ['a keep-alive', ': ping\n\n'],
    ['a notification', 'data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n'],
    ['CRLF line ends', 'id: 1\r\ndata:\r\n\r\n'],
  ])('is likely when %s came together with the reply, long after the head', (_what, before) => {
    const said = judged(streamDelivery, streamed(before + reply, 1_520, 1_530));
    expect(said.found).toEqual(['transport.stream-buffered']);
    expect(said.finding('transport.stream-buffered')).toMatchObject({
      confidence: 'likely',
      values: { blocks: 2, heldMs: 1_500 },
    });
  });

  it.each([
    ['the first part came at once', priming + reply, [25, 1_530]],
    ['the parts came one after the other', priming + reply, [900, 1_530]],
    ['everything came soon', priming + reply, [200, 201]],
  ] as const)('is not found when %s', (_what, body, atMs) => {
    expect(judged(streamDelivery, streamed(body, ...atMs)).passed).toEqual(['transport.stream-buffered']);
  });

  it('cannot be told from a late reply alone, or from JSON', () => {
    const late = judged(streamDelivery, streamed(reply, 5_000));
    expect(late.skipped['transport.stream-buffered']).toBe('not-applicable');
    const json = judged(streamDelivery, { initialize: initialize() });
    expect(json.skipped['transport.stream-buffered']).toBe('not-applicable');
  });

  it('is seen in the listing as well', () => {
    const held = exchange(200, priming + reply, eventStream, { chunks: [{ atMs: 3_000, bytes: 90 }] });
    const pages = [{ exchange: held, reply: initialized('2025-11-25').reply }];
    const said = judged(streamDelivery, { initialize: initialize(), listing: { ...listed(), pages } });
    expect(said.found).toEqual(['transport.stream-buffered']);
  });

  it('cannot be told where nothing works', () => {
    const refused = { initialize: initialize(rpcError(200, -32603, 'boom')) };
    expect(judged(streamDelivery, refused).skipped['transport.stream-buffered']).toBe('not-reached');
    expect(judged(streamDelivery, { ...refused, discover: discovered('2026-07-28') }).found).toEqual([]);
  });
});
