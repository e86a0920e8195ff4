import { describe, expect, it } from 'vitest';
import { apps } from '../../../../lib/checks/apps/apps.ts';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import {
  answer,
  failedRpc,
  initialize,
  judged,
  listed,
  listingFailed,
  notInitialized,
  result,
  rpcError,
  type Evidence,
} from '../transport/evidence.ts';

const uri = 'ui://acme/chart';
const tool = { name: 'chart', _meta: { ui: { resourceUri: uri } } };
const good = 'text/html;profile=mcp-app';

function page(content: Json): RpcEvidence {
  return result({ contents: [content] });
}

function read(evidence: RpcEvidence, rest: Evidence = {}): Evidence {
  const reads = [{ uri, ...evidence }];
  return {
    initialize: initialize(),
    discover: notInitialized,
    listing: listed([tool]),
    'app-reads': { reads, unread: 0 },
    ...rest,
  };
}

describe('apps.present', () => {
  it.each([
    ['the present form', { ui: { resourceUri: uri } }],
    ['the older form', { 'ui/resourceUri': uri }],
  ])('is found for a tool that names an app in %s', (_what, meta) => {
    const said = judged(
      apps,
      read(page({ uri, mimeType: good, text: '…' }), { listing: listed([{ name: 'chart', _meta: meta }]) }),
    );
    expect(said.found).toEqual(['apps.present']);
    expect(said.finding('apps.present').values).toMatchObject({ tools: 1, count: 1, named: 'chart', uris: uri });
    expect(said.passed).toEqual(['apps.resource-missing', 'apps.mime-wrong']);
  });

  it('counts an app once that two tools name', () => {
    const listing = listed([tool, { ...tool, name: 'redraw' }]);
    const said = judged(apps, read(page({ uri, mimeType: good, text: '…' }), { listing }));
    expect(said.finding('apps.present').values).toMatchObject({ tools: 2, count: 1, named: 'chart, redraw' });
  });

  it.each([[{}], [{ ui: {} }], [{ ui: { visibility: ['app'] } }], [{ ui: uri }], [{ ui: { resourceUri: 7 } }]])(
    'is not found for _meta %j',
    (meta) => {
      const said = judged(apps, {
        initialize: initialize(),
        discover: notInitialized,
        listing: listed([{ name: 'chart', _meta: meta }]),
      });
      expect(said.found).toEqual([]);
      expect(said.passed).toEqual(['apps.present']);
      expect(said.skipped).toEqual({
        'apps.resource-missing': 'not-applicable',
        'apps.mime-wrong': 'not-applicable',
      });
    },
  );

  it('cannot be told from a list that failed', () => {
    const listing = listingFailed(rpcError(200, -32603, 'boom'));
    const said = judged(apps, { initialize: initialize(), discover: notInitialized, listing });
    expect(said.skipped).toMatchObject({ 'apps.present': 'not-reached', 'apps.mime-wrong': 'not-reached' });
  });

  it('waits for a sign-in', () => {
    const refused = { ...answer(401, 'text/plain', ''), sessionIssued: false, offeredVersion: '2025-11-25' };
    expect(judged(apps, { initialize: refused }).skipped).toMatchObject({ 'apps.present': 'needs-sign-in' });
  });
});

describe('apps.resource-missing', () => {
  it.each([
    [
      'an unknown resource',
      rpcError(200, -32002, 'Resource not found'),
      { what: 'answer', how: 'error', declared: 'no' },
    ],
    ['an HTTP error', answer(500, 'text/plain', 'boom'), { what: 'answer', how: 'http', status: 500 }],
    ['no contents', result({ contents: [] }), { what: 'empty' }],
    ['a result of another kind', result({ resource: uri }), { what: 'empty' }],
    ['an empty page', page({ uri, mimeType: good, text: '' }), { what: 'empty' }],
  ])('is found after %s', (_what, evidence, values) => {
    const said = judged(apps, read(evidence));
    expect(said.found).toEqual(['apps.present', 'apps.resource-missing']);
    expect(said.finding('apps.resource-missing')).toMatchObject({
      confidence: 'certain',
      values: { uri, tool: 'chart', ...values },
    });
  });

  it('is likely for an address that is no address of an app', () => {
    const listing = listed([{ name: 'chart', _meta: { ui: { resourceUri: 'https://acme.dev/chart' } } }]);
    const said = judged(apps, { initialize: initialize(), discover: notInitialized, listing });
    expect(said.finding('apps.resource-missing')).toMatchObject({ confidence: 'likely', values: { what: 'scheme' } });
    expect(said.skipped).toEqual({ 'apps.mime-wrong': 'not-asked' });
  });

  it.each([
    ['silence', failedRpc('timeout'), 'not-reached'],
    ['a lost connection', failedRpc('reset'), 'not-reached'],
    ['too many requests', answer(429, 'text/plain', 'slow down'), 'not-reached'],
    ['a gateway without its server', answer(502, 'text/html', '<html>'), 'not-reached'],
    ['a refused sign-in', answer(401, 'text/plain', ''), 'needs-sign-in'],
  ])('is not judged by %s', (_what, evidence, because) => {
    const said = judged(apps, read(evidence));
    expect(said.found).toEqual(['apps.present']);
    expect(said.skipped).toEqual({ 'apps.resource-missing': because, 'apps.mime-wrong': because });
  });
});

describe('apps.mime-wrong', () => {
  it.each([['text/html'], ['text/html+skybridge'], ['text/html;profile=other'], ['application/json;profile=mcp-app']])(
    'is found for %j',
    (mimeType) => {
      const said = judged(apps, read(page({ uri, mimeType, text: '…' })));
      expect(said.found).toEqual(['apps.present', 'apps.mime-wrong']);
      expect(said.finding('apps.mime-wrong').values).toMatchObject({ given: 'other', mimeType, wanted: good });
    },
  );

  it.each([[{}], [{ mimeType: '' }]])('is found where no type is given: %j', (type) => {
    const said = judged(apps, read(page({ uri, text: '…', ...type })));
    expect(said.finding('apps.mime-wrong').values).toMatchObject({ given: 'none' });
  });

  it.each([
    ['text/html; profile=mcp-app'],
    ['Text/HTML;PROFILE="MCP-App"'],
    ['text/html; charset=utf-8; profile=mcp-app'],
  ])('is not found for %j', (mimeType) => {
    expect(judged(apps, read(page({ uri, mimeType, blob: '…' }))).found).toEqual(['apps.present']);
  });

  it('is said once of several apps', () => {
    const other = 'ui://acme/note';
    const listing = listed([tool, { name: 'note', _meta: { ui: { resourceUri: other } } }]);
    const reads = [
      { uri, ...page({ uri, mimeType: 'text/html', text: '…' }) },
      { uri: other, ...page({ uri: other, text: '…' }) },
    ];
    const said = judged(apps, { ...read(page({})), listing, 'app-reads': { reads, unread: 0 } });
    expect(said.found).toEqual(['apps.present', 'apps.mime-wrong']);
    expect(said.finding('apps.mime-wrong').values).toMatchObject({
      count: 2,
      tool: 'chart, note',
      list: 'ui://acme/chart → text/html, ui://acme/note → –',
    });
  });

  it('looks at the content of this address where there are several', () => {
    const contents = [
      { uri: 'ui://acme/other', mimeType: 'text/css', text: '…' },
      { uri, mimeType: good, text: '…' },
    ];
    expect(judged(apps, read(result({ contents }))).found).toEqual(['apps.present']);
  });
});
