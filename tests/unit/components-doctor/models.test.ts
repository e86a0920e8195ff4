import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoute, writeRoute, type Route } from '../../../components/doctor/route.ts';
import { tabKeys } from '../../../components/run/tab-key.ts';
import { browserTabKeys } from '../../../components/interference/browser-model.ts';
import { cellsOf } from '../../../components/exchanges/exchange-cells.ts';
import { historyItems } from '../../../components/history/history-items.ts';
import { factRows } from '../../../lib/report/words/fact-rows.ts';
import { fileName } from '../../../components/report/save-report.ts';
import { openReport } from '../../../components/report/open-report.ts';
import { panelRun } from '../../../components/sidepanel/panel-model.ts';
import { encodeReport } from '../../../lib/report/formats/encode.ts';
import type { ReportEntry } from '../../../lib/storage/reports.ts';
import { run } from '../../browser/gallery/sample-runs.ts';
import { sampleFailure, sampleReport, sampleResponse } from '../report/sample-report.ts';

describe('routes', () => {
  const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ kind: fc.constant('start' as const), text: fc.string({ unit: 'grapheme' }) }),
    fc.record({ kind: fc.constant('allow' as const), id }),
    fc.record({ kind: fc.constant('compare' as const), after: id, before: fc.option(id) }),
    fc.record({ kind: fc.constant('browser' as const), find: fc.boolean(), tab: fc.constantFrom(...browserTabKeys) }),
    fc.record({
      kind: fc.constant('run' as const),
      id,
      tab: fc.constantFrom(...tabKeys.filter((key) => key !== 'overview')),
      finding: fc.option(id),
      exchange: fc.option(id),
    }),
  );

  it('come back from their addresses', () => {
    fc.assert(
      fc.property(route, (wanted) => {
        expect(readRoute(writeRoute(wanted))).toEqual(wanted);
      }),
    );
  });

  it('read what other pages write', () => {
    expect(readRoute('#check=https%3A%2F%2Fa.dev%2F%3Fa%3Db%26c')).toEqual({
      kind: 'start',
      text: 'https://a.dev/?a=b&c',
    });
    expect(readRoute('#run=r1')).toMatchObject({ kind: 'run', id: 'r1', tab: 'overview' });
    expect(readRoute('#run=r1&finding=dns.not-found')).toMatchObject({ tab: 'findings', finding: 'dns.not-found' });
    expect(readRoute('#browser')).toEqual({ kind: 'browser', find: false, tab: 'answer' });
    expect(readRoute('#browser=find&tab=seen')).toEqual({ kind: 'browser', find: true, tab: 'seen' });
    expect(readRoute('#run=r1&exchange=e3')).toMatchObject({ tab: 'exchanges', exchange: 'e3' });
  });

  it('take anything else for the start', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== 'browser');
        expect(readRoute(`#${text.replaceAll('=', '')}`)).toEqual({ kind: 'start', text: '' });
      }),
    );
    expect(readRoute('')).toEqual({ kind: 'start', text: '' });
    expect(readRoute('#tab=report')).toEqual({ kind: 'start', text: '' });
  });
});

describe('the history', () => {
  const entry: ReportEntry = {
    id: 'old',
    url: 'https://old.dev/mcp',
    host: 'old.dev',
    createdAt: '2026-11-20T10:00:00Z',
    verdict: 'broken',
    headline: 'Broken',
    bytes: 1_234,
  };

  it('has each check once, what goes on first, then the newest', () => {
    const at = Date.parse(entry.createdAt);
    const items = historyItems(
      [
        run({ id: 'new', startedAt: at + 2 }),
        run({ id: 'under-way', phase: 'running', startedAt: at - 2 }),
        run({ id: 'kept', startedAt: at + 1 }),
      ],
      [entry, { ...entry, id: 'kept', bytes: 77 }],
    );
    expect(items.map(({ id, bytes }) => [id, bytes])).toEqual([
      ['under-way', 0],
      ['new', 0],
      ['kept', 77],
      ['old', 1_234],
    ]);
  });
});

describe('the side panel’s run', () => {
  it('is the newest of the tab beside it, else one under way, else the newest', () => {
    const runs = [
      run({ id: 'a' }),
      run({ id: 'b', tabId: 7 }),
      run({ id: 'c', tabId: 7 }),
      run({ id: 'd', phase: 'running' }),
    ];
    expect(panelRun(runs, 7)?.id).toBe('b');
    expect(panelRun(runs, 8)?.id).toBe('d');
    expect(panelRun(runs.slice(0, 3), null)?.id).toBe('a');
    expect(panelRun([], 7)).toBeNull();
  });
});

describe('the cells of an exchange', () => {
  it('tell what was asked and what came of it', () => {
    expect(cellsOf(sampleResponse())).toEqual({
      method: 'POST',
      host: 'mcp.acme.dev',
      path: '/mcp',
      rpc: 'initialize',
      status: '403',
      tone: 'degraded',
      type: 'html',
      size: '20 B',
      time: '90 ms',
    });
    expect(cellsOf(sampleFailure())).toMatchObject({
      status: 'connection refused',
      tone: 'broken',
      type: '',
      size: '',
    });
  });

  it('are harmless whatever a foreign report holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (url, type) => {
        const cells = cellsOf(sampleResponse({ url, headers: { 'content-type': type } }));
        expect(Object.values(cells).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('a saved report', () => {
  it('has a name that every file system takes', () => {
    expect(fileName(sampleReport(), 'json')).toBe('connector-doctor mcp.acme.dev 2026-11-20.json');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (host, createdAt) => {
        const name = fileName({ target: { url: '', host }, createdAt }, 'md');
        expect(name).toMatch(/^connector-doctor( [\p{L}\p{N}.-]+)*\.md$/u);
        expect(name).not.toContain('/');
      }),
    );
  });

  it('is read back, and a damaged one is told what is wrong with it', async () => {
    const text = encodeReport(sampleReport());
    expect(await openReport({ kind: 'file', file: new File([text], 'a.json') })).toMatchObject({
      kind: 'report',
      name: 'a.json',
    });
    expect(await openReport({ kind: 'file', file: new File([text.slice(0, 90)], 'a.json') })).toMatchObject({
      kind: 'problem',
      words: 'It ends in the middle: the file was cut off.',
    });
    expect(await openReport({ kind: 'file', file: new File(['{}'], 'a\u202e.json') })).toMatchObject({
      kind: 'problem',
      name: 'a‹U+202E›.json',
    });
  });
});

describe('what was learned', () => {
  it('stands in rows, without those of which nothing is known', () => {
    const rows = Object.fromEntries(factRows(sampleReport()).map(({ label, value }) => [label, value]));
    expect(rows).toMatchObject({
      Address: 'https://mcp.acme.dev/mcp',
      Server: 'acme 1.0.0',
      Transport: 'Streamable HTTP',
      Certificate: 'Acme CA, until 2027-01-01',
      'Sign-in': 'none',
      'Seen from': 'the command line, Linux',
      Requests: '14 requests in 840 ms',
    });
    expect(rows).not.toHaveProperty('Scopes');
  });
});
