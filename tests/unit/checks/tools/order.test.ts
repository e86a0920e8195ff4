import { describe, expect, it } from 'vitest';
import { order } from '../../../../lib/checks/tools/order.ts';
import {
  answer,
  exchange,
  initialize,
  judged,
  listed,
  listingFailed,
  notInitialized,
  rpcError,
  type Evidence,
} from '../transport/evidence.ts';

function twice(first: readonly string[], second: readonly string[] | undefined): Evidence {
  const repeat = {
    what: 'mcp',
    as: 'claude',
    userAgent: 'Claude-User',
    exchange: exchange(200, '{}'),
    plain: exchange(200, '{}'),
    ...(second && { tools: second }),
  } as const;
  return {
    initialize: initialize(),
    discover: notInitialized,
    listing: listed(first.map((name) => ({ name }))),
    'user-agents': { repeats: [repeat] },
  };
}

describe('tools.order-unstable', () => {
  it('is found when two tools have changed places', () => {
    const said = judged(order, twice(['a', 'b', 'c'], ['a', 'c', 'b']));
    expect(said.found).toEqual(['tools.order-unstable']);
    expect(said.finding('tools.order-unstable').values).toEqual({ first: 'b', second: 'c' });
  });

  it('is found on a page that is no longer the first of them', () => {
    expect(judged(order, twice(['a', 'b', 'c', 'd'], ['d', 'a'])).found).toEqual(['tools.order-unstable']);
  });

  it.each([
    ['the same list', ['a', 'b', 'c']],
    ['its first page', ['a', 'b']],
    ['fewer tools, as another client may get', ['a', 'c']],
    ['more tools', ['a', 'x', 'b', 'y', 'c']],
    ['a name that stands there twice', ['b', 'a', 'b', 'c']],
  ])('is not found for %s', (_what, second) => {
    const said = judged(order, twice(['a', 'b', 'c'], second));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual(['tools.order-unstable']);
  });

  it.each([
    ['one tool alone', twice(['a'], ['a']), 'not-applicable'],
    ['two lists that have nothing in common', twice(['a', 'b'], ['c', 'd']), 'not-applicable'],
    ['a repeat without a list', twice(['a', 'b'], undefined), 'not-reached'],
    [
      'a list that failed',
      { ...twice([], ['a', 'b']), listing: listingFailed(rpcError(200, -32603, 'boom')) },
      'not-reached',
    ],
  ])('is not judged by %s', (_what, evidence, because) => {
    expect(judged(order, evidence).skipped).toEqual({ 'tools.order-unstable': because });
  });

  it('is not judged without a repeat, nor before a sign-in', () => {
    const { 'user-agents': _repeats, ...alone } = twice(['a', 'b'], ['b', 'a']);
    expect(judged(order, alone).skipped).toEqual({ 'tools.order-unstable': 'not-asked' });
    const refused = { ...answer(401, 'text/plain', ''), sessionIssued: false, offeredVersion: '2025-11-25' };
    expect(judged(order, { initialize: refused }).skipped).toEqual({ 'tools.order-unstable': 'needs-sign-in' });
  });
});
