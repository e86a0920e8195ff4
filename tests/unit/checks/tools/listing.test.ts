import { describe, expect, it } from 'vitest';
import type { EvidenceMap, Listing, RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { listing } from '../../../../lib/checks/tools/listing.ts';
import {
  answer,
  discovered,
  exchange,
  failedRpc,
  initialize,
  initialized,
  judged,
  listed,
  listingFailed,
  notInitialized,
  result,
  rpcError,
  type Evidence,
} from '../transport/evidence.ts';

const promptsOnly = initialize(
  result({ protocolVersion: '2025-11-25', capabilities: { prompts: {} }, serverInfo: { name: 'p', version: '1' } }),
);

function withList(list: Listing, rest: Evidence = {}): Evidence {
  return { initialize: initialize(), discover: notInitialized, listing: list, ...rest };
}

const failures: readonly (readonly [string, RpcEvidence, object])[] = [
  ['an error', rpcError(200, -32603, 'tools[3] has no name'), { how: 'error', rpcCode: -32603 }],
  ['an HTTP error', answer(500, 'text/plain', 'boom'), { how: 'http', status: 500 }],
  ['silence', failedRpc('timeout'), { how: 'silence' }],
  ['a reset', failedRpc('reset'), { how: 'broken' }],
  [
    'JSON that is cut off',
    answer(200, 'application/json', '{"jsonrpc":', { kind: 'malformed-json', problem: 'ends too early' }),
    { how: 'malformed' },
  ],
  ['an unknown method in spite of the capability', rpcError(200, -32601, 'Method not found'), { rpcCode: -32601 }],
];

describe('tools.list-failed', () => {
  it.each(failures)('is found after %s', (_what, page, values) => {
    const said = judged(listing, withList(listingFailed(page)));
    expect(said.found).toEqual(['tools.list-failed']);
    expect(said.finding('tools.list-failed').values).toMatchObject({ page: 1, what: 'answer', ...values });
    expect(said.passed).toEqual([]);
  });

  it('names the page that failed', () => {
    const said = judged(listing, withList(listingFailed(rpcError(200, -32602, 'bad cursor'), [result({})])));
    expect(said.finding('tools.list-failed')).toMatchObject({ severity: 'problem', values: { page: 2 } });
  });

  it('is found when “tools” is no list', () => {
    const list: Listing = { era: 'legacy', pages: [result({ tools: {} })], tools: [], end: 'not-a-list' };
    expect(judged(listing, withList(list)).finding('tools.list-failed').values['what']).toBe('notAList');
  });

  it.each([
    ['no name', { description: 'x' }, 'name'],
    ['a number for a name', { name: 7 }, 'name'],
    ['nothing of an object', 'search', 'object'],
  ])('is likely when one tool has %s', (_what, tool, fault) => {
    const said = judged(listing, withList(listed([{ name: 'one' }, tool])));
    expect(said.found).toEqual(['tools.list-failed']);
    expect(said.finding('tools.list-failed')).toMatchObject({
      confidence: 'likely',
      values: { what: 'badTool', position: 2, fault },
    });
  });

  it('is certain when nothing in the list is an object', () => {
    const said = judged(listing, withList(listed(['a', 'b', null, 5])));
    expect(said.found).toEqual(['tools.list-failed']);
    expect(said.finding('tools.list-failed')).toMatchObject({
      confidence: 'certain',
      values: { what: 'notAList', fault: 'object' },
    });
  });

  it.each([[{}], [[]], [2], [true]])('is likely when nextCursor is %j', (nextCursor) => {
    const pages = [result({ tools: [], nextCursor })];
    const said = judged(listing, withList({ ...listed(), pages }));
    expect(said.found).toEqual(['tools.list-failed']);
    expect(said.finding('tools.list-failed')).toMatchObject({ confidence: 'likely', values: { what: 'badCursor' } });
  });

  it('only warns when nextCursor is null, as some libraries write for the end', () => {
    const pages = [result({ tools: [], nextCursor: null })];
    const said = judged(listing, withList({ ...listed(), pages }));
    expect(said.found).toEqual(['tools.list-failed']);
    expect(said.finding('tools.list-failed')).toMatchObject({
      severity: 'warning',
      confidence: 'likely',
      values: { what: 'badCursor', fault: 'null' },
    });
  });

  it('is found on the older transport', () => {
    const sse: EvidenceMap['legacy-sse'] = {
      stream: exchange(200, '', { 'content-type': 'text/event-stream' }),
      endpoint: 'https://mcp.acme-tools.com/messages',
      refusedEndpoint: false,
      initialize: initialized('2024-11-05'),
      listing: listingFailed(rpcError(200, -32603, 'boom')),
      asClient: true,
    };
    const said = judged(listing, { initialize: initialize(answer(405, 'text/plain', '')), 'legacy-sse': sse });
    expect(said.found).toEqual(['tools.list-failed']);
  });

  it('is not found in a list that came', () => {
    const said = judged(listing, withList(listed()));
    expect(said.found).toEqual([]);
    expect(said.passed).toHaveLength(3);
  });

  it.each([
    ['401', answer(401, 'application/json', '{}')],
    ['403 that asks for a token', rpcError(403, -32001, 'Authentication required')],
  ])('leaves %s to the sign-in', (_what, page) => {
    const said = judged(listing, withList(listingFailed(page)));
    expect(new Set(Object.values(said.skipped))).toEqual(new Set(['needs-sign-in']));
  });
});

describe('tools.none', () => {
  it('is found in an empty list', () => {
    const said = judged(listing, withList(listed([])));
    expect(said.found).toEqual(['tools.none']);
    expect(said.finding('tools.none').values).toMatchObject({ capability: 'declared' });
  });

  it.each([
    ['knows no tools/list', listingFailed(rpcError(200, -32601, 'Method not found'))],
    ['answers it with nothing', listed([])],
  ])('is found in a server of prompts alone that %s', (_what, list) => {
    const said = judged(listing, withList(list, { initialize: promptsOnly }));
    expect(said.found).toEqual(['tools.none']);
    expect(said.finding('tools.none').values).toMatchObject({ capability: 'missing' });
  });

  it('reads the capability of 2026-07-28 from server/discover', () => {
    const modern: Listing = { ...listed([]), era: 'modern' };
    const evidence = withList(modern, { initialize: promptsOnly, discover: discovered('2026-07-28') });
    expect(judged(listing, evidence).finding('tools.none').values).toMatchObject({ capability: 'declared' });
  });

  it('is likely where tools are listed without the capability, by which some clients go', () => {
    const said = judged(listing, withList(listed(), { initialize: promptsOnly }));
    expect(said.found).toEqual(['tools.none']);
    expect(said.finding('tools.none')).toMatchObject({
      confidence: 'likely',
      values: { capability: 'undeclared', count: 1 },
    });
  });

  it('is not found where there is a tool', () => {
    expect(judged(listing, withList(listed())).passed).toContain('tools.none');
  });
});

describe('tools.pagination-broken', () => {
  it.each([
    ['cursor-repeated', 'repeated'],
    ['too-many-pages', 'endless'],
  ] as const)('is found at %s', (end, how) => {
    const pages = [result({}), result({})];
    const said = judged(listing, withList({ ...listed(), pages, end }));
    expect(said.found).toEqual(['tools.pagination-broken']);
    expect(said.finding('tools.pagination-broken').values).toEqual({ how, pages: 2 });
  });

  it('is not found in a list of several pages that ends', () => {
    const said = judged(listing, withList({ ...listed(), pages: [result({}), result({})] }));
    expect(said.passed).toContain('tools.pagination-broken');
  });
});

it.each([
  ['a sign-in', { initialize: initialize(answer(401, 'text/plain', '')) }, 'needs-sign-in'],
  ['a dead connection', { initialize: initialize(failedRpc('dns')) }, 'not-reached'],
  ['a refused initialize', { initialize: initialize(rpcError(200, -32603, 'boom')) }, 'not-reached'],
  ['no listing', { initialize: initialize() }, 'not-asked'],
] as const)('nothing is said about the tools after %s', (_what, evidence, because) => {
  const said = judged(listing, evidence);
  expect(said.passed).toEqual([]);
  expect(new Set(Object.values(said.skipped))).toEqual(new Set([because]));
});
