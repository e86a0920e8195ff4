import { describe, expect, it } from 'vitest';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';
import { replyShape } from '../../../../lib/checks/transport/reply-shape.ts';
import {
  answer,
  discovered,
  exchange,
  failedRpc,
  initialize,
  judged,
  result,
  rpcError,
  type Evidence,
} from './evidence.ts';

function first(evidence: RpcEvidence, rest: Evidence = {}): Evidence {
  return { initialize: initialize(evidence), ...rest };
}

const broken: readonly (readonly [string, RpcEvidence])[] = [
  [
    'transport.content-type-wrong',
    answer(200, 'text/plain', '{"jsonrpc":"2.0","id":1,"result":{}}', {
      kind: 'wrong-content-type',
      contentType: 'text/plain',
    }),
  ],
  [
    'transport.malformed-json',
    answer(200, 'application/json', 'Warning: undefined index\n{"jsonrpc":"2.0"', {
      kind: 'malformed-json',
      problem: 'the text ends too early',
    }),
  ],
  [
    'transport.malformed-jsonrpc',
    answer(200, 'application/json', '{"id":1,"result":{}}', {
      kind: 'malformed-jsonrpc',
      problem: 'the member jsonrpc is missing',
    }),
  ],
  [
    'transport.malformed-sse',
    answer(200, 'text/event-stream', 'hello\n\n', { kind: 'malformed-sse', problem: 'no event holds data' }),
  ],
  ['transport.no-reply', answer(200, 'text/event-stream', '', { kind: 'none' })],
  ['transport.initialize-error', rpcError(200, -32603, 'Database is down')],
];

describe('the first reply', () => {
  it.each(broken)('%s is found', (code, evidence) => {
    expect(judged(replyShape, first(evidence)).found).toEqual([code]);
  });

  it.each(broken)('%s is not found in a good reply', (code) => {
    expect(judged(replyShape, { initialize: initialize() }).passed).toContain(code);
  });

  it.each(broken.slice(0, 5))('%s leaves the others unjudged', (_code, evidence) => {
    expect(judged(replyShape, first(evidence)).passed).toEqual([]);
  });

  it('passes the form of a reply that is an error', () => {
    const said = judged(replyShape, first(rpcError(400, -32600, 'Invalid Request')));
    expect(said.found).toEqual(['transport.initialize-error']);
    expect(said.passed).toHaveLength(5);
    expect(said.finding('transport.initialize-error').values).toMatchObject({
      asked: 'initialize',
      rpcCode: -32600,
      said: 'Invalid Request',
      status: 400,
    });
  });

  it('keeps long and many-lined words of the server short', () => {
    const said = judged(replyShape, first(rpcError(200, -32603, `boom\n\u001b[31m${'x'.repeat(5_000)}`)));
    const words = String(said.finding('transport.initialize-error').values['said']);
    expect(words.length).toBeLessThanOrEqual(200);
    expect(words).toMatch(/^boom \[31mx+…$/);
  });

  it.each([
    ['no protocolVersion', result({ capabilities: {}, serverInfo: {} }), /no protocolVersion/],
    ['a result that is a list', result([]), /not an object/],
  ])('finds transport.malformed-jsonrpc in an initialize result with %s', (_what, evidence, problem) => {
    const said = judged(replyShape, first(evidence));
    expect(said.found).toEqual(['transport.malformed-jsonrpc']);
    expect(said.finding('transport.malformed-jsonrpc').values['problem']).toMatch(problem);
  });

  const info = { name: 'notes', version: '1' };
  it.each([
    ['no serverInfo', { capabilities: {} }, /no serverInfo$/],
    ['a serverInfo without name', { capabilities: {}, serverInfo: { version: '1' } }, /no serverInfo\.name/],
    ['a serverInfo without version', { capabilities: {}, serverInfo: { name: 'a' } }, /no serverInfo\.version/],
    ['no capabilities', { serverInfo: info }, /no capabilities/],
  ])('finds transport.malformed-jsonrpc, likely, in an initialize result with %s', (_what, members, problem) => {
    const said = judged(replyShape, first(result({ protocolVersion: '2025-11-25', ...members })));
    expect(said.found).toEqual(['transport.malformed-jsonrpc']);
    const finding = said.finding('transport.malformed-jsonrpc');
    expect(finding).toMatchObject({ severity: 'blocker', confidence: 'likely' });
    expect(finding.values['problem']).toMatch(problem);
  });

  it.each([
    ['2025-06-18', ['transport.malformed-jsonrpc']],
    ['2025-03-26', []],
  ])('judges a reply in an array under %s', (protocolVersion, codes) => {
    const good = { protocolVersion, capabilities: {}, serverInfo: info };
    const body = JSON.stringify([{ jsonrpc: '2.0', id: 1, result: good }]);
    const batch: RpcEvidence = { exchange: exchange(200, body), reply: { kind: 'result', via: 'json', result: good } };
    expect(judged(replyShape, first(batch)).found).toEqual(codes);
  });

  it.each([[null], [[]], ['ok']])(
    'finds transport.malformed-jsonrpc, and no way in, when the result is %j',
    (value) => {
      const said = judged(replyShape, first(result(value)));
      expect(said.found).toEqual(['transport.malformed-jsonrpc']);
      expect(said.finding('transport.malformed-jsonrpc')).toMatchObject({ severity: 'blocker', confidence: 'certain' });
    },
  );

  it('calls a server slow to wake when the same request is answered later', () => {
    const woken = { ...result({ protocolVersion: '2025-11-25' }), version: '2025-11-25' };
    const tried = [{ ...result({ protocolVersion: '2025-06-18' }), version: '2025-06-18' }, woken];
    const said = judged(
      replyShape,
      first(failedRpc('timeout'), { discover: failedRpc('timeout'), 'older-version': { tried } }),
    );
    expect(said.found).toEqual(['transport.no-reply']);
    expect(said.finding('transport.no-reply')).toMatchObject({
      confidence: 'likely',
      values: { how: 'later', seconds: 10 },
    });
  });

  it('tells a stream that ends without a reply from one that stays silent', () => {
    const ended = answer(200, 'text/event-stream', ': bye\n\n', { kind: 'none' });
    expect(judged(replyShape, first(ended)).finding('transport.no-reply').values['how']).toBe('ended');
    const { exchange: open } = ended;
    if (open.kind === 'failure') throw new Error('no answer');
    const silent: RpcEvidence = { exchange: { ...open, bodyEnd: 'timeout' }, reply: { kind: 'none' } };
    expect(judged(replyShape, first(silent)).finding('transport.no-reply').values['how']).toBe('silent');
  });

  it('finds transport.no-reply when only initialize meets silence', () => {
    const unknownMethod = rpcError(404, -32601, 'Method not found');
    const said = judged(replyShape, first(failedRpc('timeout'), { discover: unknownMethod }));
    expect(said.found).toEqual(['transport.no-reply']);
  });

  it('leaves a reset to the network, although the modern request was answered', () => {
    const said = judged(replyShape, first(failedRpc('reset'), { discover: rpcError(404, -32601, 'Method not found') }));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual([]);
  });

  it('leaves silence on everything to the network', () => {
    const said = judged(replyShape, first(failedRpc('timeout'), { discover: failedRpc('timeout') }));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual([]);
    expect(said.skipped['transport.no-reply']).toBe('not-reached');
  });

  it('judges a broken initialize although the modern request met an unknown method', () => {
    const [, malformed] = broken[1] ?? [];
    if (!malformed) throw new Error('fixture is missing');
    const said = judged(replyShape, first(malformed, { discover: rpcError(404, -32601, 'Method not found') }));
    expect(said.found).toEqual(['transport.malformed-json']);
  });

  it('does not call a body past the reading limit silence', () => {
    const endless = exchange(200, 'x', { 'content-type': 'text/event-stream' }, { bodyEnd: 'limit' });
    const reply: RpcReply = { kind: 'none' };
    expect(judged(replyShape, first({ exchange: endless, reply })).found).toEqual([]);
  });

  it('needs the sign-in behind a 401', () => {
    const said = judged(replyShape, first(answer(401, 'application/json', '{}')));
    expect(said.passed).toEqual([]);
    expect(said.skipped['transport.initialize-error']).toBe('needs-sign-in');
  });

  it('says nothing about a refused initialize of a server that works in 2026-07-28', () => {
    const said = judged(replyShape, first(rpcError(400, -32022, 'no'), { discover: discovered('2026-07-28') }));
    expect(said.found).toEqual([]);
  });

  it('judges what the older transport answered when a client would have come there', () => {
    const said = judged(
      replyShape,
      first(answer(405, 'text/plain', ''), {
        'legacy-sse': {
          stream: answer(200, 'text/event-stream', 'event: endpoint\ndata: /m\n\n').exchange,
          endpoint: 'https://mcp.acme-tools.com/m',
          refusedEndpoint: false,
          initialize: { exchange: exchange(202, 'Accepted', {}), reply: { kind: 'none' } },
          listing: null,
          asClient: true,
        },
      }),
    );
    expect(said.found).toEqual(['transport.no-reply']);
  });
});
