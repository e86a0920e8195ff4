import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEndpointWatcher, createReplyWatcher } from '../../../lib/parsing/sse-reply.ts';

const reply = JSON.stringify({ jsonrpc: '2.0', id: 3, result: {} });

function pieces(text: string, cuts: readonly number[]): readonly string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

describe('the watcher for a reply', () => {
  it('sees it wherever the stream is cut, and not before it is whole', () => {
    const line = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(line, fc.array(fc.nat(200)), fc.boolean(), (end, cuts, mark) => {
        const before = ['id: 1', 'data:', '', ': ping', '', 'data: {"jsonrpc":"2.0","method":"x"}', '', ''].join(end);
        const text = `${mark ? '\uFEFF' : ''}${before}event: message${end}data: ${reply}`;
        const watcher = createReplyWatcher(3);
        expect(pieces(text, cuts).map((piece) => watcher.push(piece))).not.toContain(true);
        watcher.push(`${end}${end}`);
        expect(watcher.push(end)).toBe(true);
      }),
    );
  });

  it.each([
    ['an error', '{"jsonrpc":"2.0","id":3,"error":{"code":1,"message":""}}', true],
    ['a batch', `[{"jsonrpc":"2.0","method":"x"},${reply}]`, true],
    ['an id as text', '{"jsonrpc":"2.0","id":"3","result":{}}', true],
    ['no id', '{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":""}}', true],
    ['another request’s reply', '{"jsonrpc":"2.0","id":2,"result":{}}', false],
    ['a request with the same id', '{"jsonrpc":"2.0","id":3,"method":"ping"}', false],
    ['no JSON', 'nonsense', false],
  ])('%s', (_, data, seen) => {
    expect(createReplyWatcher(3).push(`data: ${data}\n\n`)).toBe(seen);
  });

  it('stays true, and ignores a body that is no stream', () => {
    const watcher = createReplyWatcher(3);
    watcher.push(`data: ${reply}\n\n`);
    expect(watcher.push('more')).toBe(true);
    expect(createReplyWatcher(3).push(`${reply}\n\n`)).toBe(false);
    expect(createReplyWatcher(3).push(`event: other\ndata: ${reply}\n\n`)).toBe(false);
  });
});

describe('the watcher for the legacy endpoint', () => {
  it('gives its data once the event is whole', () => {
    const watcher = createEndpointWatcher();
    expect(watcher.push(': hi\n\nevent: endpoint\nda')).toBeUndefined();
    expect(watcher.push('ta: /messages?id=1\n')).toBeUndefined();
    expect(watcher.push('\n')).toBe('/messages?id=1');
    expect(watcher.push('event: endpoint\ndata: /other\n\n')).toBe('/messages?id=1');
  });

  it('takes no other event for it', () => {
    expect(createEndpointWatcher().push('data: /messages\n\nevent: message\ndata: /x\n\n')).toBeUndefined();
  });
});
