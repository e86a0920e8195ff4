import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyEnd } from '../../../lib/kernel/exchange.ts';
import type { RpcReply } from '../../../lib/kernel/rpc-reply.ts';
import { readRpcReply } from '../../../lib/parsing/rpc-reply.ts';

const json = 'application/json';
const events = 'text/event-stream';

function read(text: string, more: { contentType?: string; status?: number; end?: BodyEnd } = {}): RpcReply {
  return readRpcReply({ status: 200, contentType: json, end: 'complete', id: 1, text, ...more });
}

const result = { jsonrpc: '2.0', id: 1, result: { a: 1 } };
const good = JSON.stringify(result);
const failure = { code: -32600, message: 'no' };

function body(members: object): string {
  return JSON.stringify({ jsonrpc: '2.0', ...members });
}

describe('a JSON body', () => {
  it.each([json, 'Application/JSON; charset=utf-8', 'application/json;', 'application/json, application/json'])(
    'holds the reply under %s',
    (contentType) => expect(read(good, { contentType })).toEqual({ kind: 'result', via: 'json', result: { a: 1 } }),
  );

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${good}`).kind).toBe('result');
  });

  it('may be a batch with the reply inside', () => {
    expect(read(JSON.stringify([body({}), { jsonrpc: '2.0', method: 'x' }, result])).kind).toBe('result');
    expect(read('[]').kind).toBe('malformed-jsonrpc');
  });

  it('may hold an error, with our id or without any', () => {
    expect(read(body({ id: 1, error: { ...failure, data: 7 } }))).toEqual({
      kind: 'error',
      via: 'json',
      error: { ...failure, data: 7 },
    });
    for (const id of [{}, { id: null }, { id: 'server-error' }]) {
      expect(read(body({ ...id, error: failure }), { status: 400 })).toMatchObject({ kind: 'error-without-id' });
    }
  });

  it.each([
    ['its id is the text "1"', body({ id: '1', result: {} })],
    ['its id is missing', body({ result: {} })],
    ['its id is null', body({ id: null, result: {} })],
    ['its id is another', body({ id: 7, result: {} })],
    ['its id is neither', body({ id: {}, result: {} })],
    ['no jsonrpc member', JSON.stringify({ id: 1, result: {} })],
    ['not "2.0"', JSON.stringify({ ...result, jsonrpc: '1.0' })],
    ['both a result and an error', body({ id: 1, result: {}, error: null })],
    ['neither a result nor an error', body({ id: 1 })],
    ['not a reply', body({ id: 1, method: 'ping' })],
    ['its error is no object', body({ id: 1, error: 'no' })],
    ['no numeric code', body({ id: 1, error: { code: 'x', message: '' } })],
    ['its error has no message', body({ id: 1, error: { code: 1 } })],
    ['no JSON object', '"hello"'],
  ])('that is no valid reply is malformed: %s', (problem, text) => {
    expect(read(text)).toEqual({ kind: 'malformed-jsonrpc', problem: expect.stringContaining(problem) });
  });

  it.each([
    ['web page', '<html></html>'],
    ['breaks off', '{"jsonrpc":"2.0",'],
    ['event stream', `event: message\ndata: ${good}\n\n`],
    ['not JSON', 'hello'],
  ])('that is no JSON says what it looks like: %s', (problem, text) => {
    expect(read(text)).toEqual({ kind: 'malformed-json', problem: expect.stringContaining(problem) });
  });

  it('nested without measure is refused', () => {
    for (const text of [
      '['.repeat(100_000),
      '['.repeat(100_000) + ']'.repeat(100_000),
      `{"a":${'['.repeat(600)}${']'.repeat(600)}}`,
    ]) {
      expect(read(text).kind).toBe('malformed-json');
    }
  });

  it.each(['timeout', 'reset', 'limit', 'aborted'] as const)('that ended by %s is no reply', (end) => {
    expect(read(good, { end })).toEqual({ kind: 'none' });
    expect(read('', { end })).toEqual({ kind: 'none' });
  });
});

describe('an empty body', () => {
  it('is empty, as is what comes with 202 and 204', () => {
    expect(read('').kind).toBe('empty');
    expect(read(' \n', { contentType: events }).kind).toBe('empty');
    expect(read('Accepted', { status: 202 }).kind).toBe('empty');
    expect(read('', { status: 204, contentType: '' }).kind).toBe('empty');
  });
});

describe('another media type', () => {
  it.each([
    'text/plain',
    'text/html',
    '',
    'application/problem+json',
    'application/json, text/event-stream',
    'xapplication/json',
  ])('with a JSON-RPC reply in it is the wrong one: “%s”', (contentType) => {
    expect(read(good, { contentType })).toEqual({ kind: 'wrong-content-type', contentType });
    expect(read(`data: ${good}\n\n`, { contentType }).kind).toBe('wrong-content-type');
  });

  it('with anything else is just that', () => {
    expect(read('<html>data: 1\n\n</html>', { contentType: 'text/html' })).toEqual({
      kind: 'other-type',
      contentType: 'text/html',
    });
    expect(read('{"error":"unauthorized"}', { contentType: 'text/plain' }).kind).toBe('other-type');
  });
});

describe('an event stream', () => {
  const stream = (text: string, end: BodyEnd = 'complete'): RpcReply => read(text, { contentType: events, end });

  it.each(['\n', '\r\n', '\r'])('holds the reply, whatever ends its lines: %j', (line) => {
    const text = [': hello', 'id: 7', 'data:', '', 'event: message', `data: ${good}`, '', ''].join(line);
    expect(stream(text)).toEqual({ kind: 'result', via: 'sse', result: { a: 1 } });
  });

  it('may begin with a byte order mark and bring notifications first, and the reply on several lines', () => {
    const note = body({ method: 'notifications/message' });
    const lines = JSON.stringify(result, null, 1).replaceAll('\n', '\ndata: ');
    expect(stream(`\uFEFFdata: ${note}\n\ndata: ${lines}\n\n`, 'timeout').kind).toBe('result');
  });

  it('holds one message an event, as the official clients read it', () => {
    const note = body({ method: 'notifications/message' });
    expect(stream(`data: [${note},${good}]\n\n`, 'enough').kind).toBe('malformed-jsonrpc');
    expect(stream(`data: [${note}]\n\ndata: ${good}\n\n`, 'enough').kind).toBe('result');
  });

  it('takes the valid reply among others', () => {
    const others = `data: ${body({ id: 9, result: {} })}\n\ndata: nonsense\n\n`;
    expect(stream(`${others}data: ${good}\n\n`).kind).toBe('result');
  });

  it('without a reply so far has none', () => {
    expect(stream(': ping\n\n', 'timeout')).toEqual({ kind: 'none' });
    expect(stream('id: 1\ndata:\n\n')).toEqual({ kind: 'none' });
    expect(stream(`data: ${body({ method: 'notifications/message' })}\n\n`)).toEqual({ kind: 'none' });
    expect(stream(`data: ${good}`, 'timeout')).toEqual({ kind: 'none' });
    expect(stream(`event: endpoint\ndata: /messages\n\ndata: ${body({ id: 9, result: {} })}\n\n`, 'enough')).toEqual({
      kind: 'none',
    });
  });

  it.each([
    ['not ended by an empty line', `data: ${good}\n`],
    ['a name of its own', `event: reply\ndata: ${good}\n\n`],
    ['without the “data:”', good],
    ['cannot be read', 'data: hello\n\n'],
    ['no event', 'hello\n\n'],
  ])('that clients cannot read is malformed: %s', (problem, text) => {
    expect(stream(text)).toEqual({ kind: 'malformed-sse', problem: expect.stringContaining(problem) });
  });

  it('with a broken reply says what is broken', () => {
    expect(stream(`data: ${body({ id: '1', result: {} })}\n\n`)).toMatchObject({ kind: 'malformed-jsonrpc' });
    expect(stream(`data: ${body({ id: 9, result: {} })}\n\n`)).toMatchObject({ kind: 'malformed-jsonrpc' });
  });
});

describe('any body', () => {
  it('is read without throwing, and a reply comes back as it was sent', () => {
    const types = fc.constantFrom(json, events, 'text/html', '', 'nonsense;;', 'text/event-stream; charset=utf-8');
    const ends = fc.constantFrom<BodyEnd>('complete', 'enough', 'limit', 'timeout', 'aborted', 'reset');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((value) => `data: ${value}\n\n`),
    );
    fc.assert(
      fc.property(texts, types, ends, fc.integer({ min: 100, max: 599 }), (text, contentType, end, status) => {
        expect(read(text, { contentType, end, status }).kind).toMatch(/^[a-z-]+$/);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, asStream) => {
        const text = body({ id: 1, result: value });
        const reply = asStream ? read(`data: ${text}\n\n`, { contentType: events }) : read(text);
        const sent = (JSON.parse(text) as { result: unknown }).result;
        expect(reply).toEqual({ kind: 'result', via: asStream ? 'sse' : 'json', result: sent });
      }),
    );
  });
});
