import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { renderHar } from '../../../../lib/report/formats/render-har.ts';
import { asItIs, prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { sampleFailure, sampleReport, sampleResponse } from '../sample-report.ts';
import { hostileReports } from './hostile-report.ts';

const validate = schemaValidator();

const redirected = sampleResponse({
  redirects: [
    { status: 307, from: 'https://mcp.acme.dev/mcp', to: 'https://mcp.acme.dev/v2?a=1&b=%20x' },
    { status: 302, from: 'https://mcp.acme.dev/v2?a=1&b=%20x', to: 'https://login.acme.dev/' },
  ],
  finalUrl: 'https://login.acme.dev/',
  status: 200,
  requestHeaders: { authorization: 'Bearer [redacted]', cookie: 'a=b; c=d=e', 'content-type': 'application/json' },
  headers: {
    'content-type': 'text/html',
    'set-cookie': 'x=[redacted]; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure, y=; HttpOnly; Domain=acme.dev',
  },
  remoteAddress: '2001:db8::1',
});

const report = sampleReport({
  verdict: 'broken',
  exchanges: [
    redirected,
    sampleFailure({
      id: 'e2',
      step: null,
      remoteAddress: null,
      timing: { startedAt: 1_795_000_001_000, headersMs: null, durationMs: 12 },
    }),
    sampleResponse({ id: 'e3', body: 'a\u0000\u0001ü', bodyTruncated: true, bodyEnd: 'limit', bodyBytes: 70_000 }),
    sampleResponse({
      id: 'e4',
      requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
      requestBody: 'grant_type=authorization_code&code=%5Bredacted%5D',
      body: 'half \ud800',
    }),
  ],
});

afterEach(() => void speak(null));

describe('renderHar', () => {
  it('is valid for the schema of HAR 1.2, in both languages', () => {
    for (const language of [null, german]) {
      speak(language);
      for (const each of [report, sampleReport()]) expect(problemsOf(renderHar(each))).toEqual([]);
    }
  });

  it('stays valid whatever servers answer', () => {
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        expect(problemsOf(renderHar(hostile))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('writes each redirect as a request of its own, as clients follow it', () => {
    const entries = entriesOf(report, 'e1');
    expect(
      entries.map(({ request, response }) => [request.method, request.url, response.status, response.redirectURL]),
    ).toEqual([
      ['POST', 'https://mcp.acme.dev/mcp', 307, 'https://mcp.acme.dev/v2?a=1&b=%20x'],
      ['POST', 'https://mcp.acme.dev/v2?a=1&b=%20x', 302, 'https://login.acme.dev/'],
      ['GET', 'https://login.acme.dev/', 200, ''],
    ]);
    expect(entries.map(({ request }) => request.postData?.text !== undefined)).toEqual([true, true, false]);
    expect(entries.map(({ request }) => request.headers.map(({ name }) => name))).toEqual([
      ['authorization', 'cookie', 'content-type'],
      ['authorization', 'cookie', 'content-type'],
      [],
    ]);
    expect(entries[1]?.request.queryString).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: ' x' },
    ]);
    expect(entries.map(({ serverIPAddress }) => serverIPAddress)).toEqual([undefined, undefined, '2001:db8::1']);
  });

  it('leads readers to addresses that are ones', () => {
    const url = 'https://mcp.acme.dev/a|b^c?d={e}&f=[g]%zz#h#i';
    const { entries } = logOf(
      sampleReport({ exchanges: [sampleResponse({ url, finalUrl: url }), sampleFailure({ url: '' })] }),
    );
    expect(entries.map(({ request }) => request.url)).toEqual([
      'https://mcp.acme.dev/a%7Cb%5Ec?d=%7Be%7D&f=%5Bg%5D%25zz#h%23i',
      'about:invalid#',
    ]);
  });

  it('reads cookies one by one', () => {
    const [first, , last] = entriesOf(report, 'e1');
    expect(first?.request.cookies).toEqual([
      { name: 'a', value: 'b' },
      { name: 'c', value: 'd=e' },
    ]);
    expect(last?.response.cookies).toEqual([
      { name: 'x', value: '[redacted]', path: '/', expires: '2026-10-21T07:28:00.000Z', secure: true },
      { name: 'y', value: '', domain: 'acme.dev', httpOnly: true },
    ]);
    expect(last?.response.headers.filter(({ name }) => name === 'set-cookie')).toHaveLength(2);
  });

  it('has times that add up', () => {
    for (const { time, timings } of logOf(report).entries) {
      const known = Object.values(timings).filter((ms) => ms >= 0);
      expect(known.reduce((sum, ms) => sum + ms, 0)).toBe(time);
    }
    const last = entriesOf(report, 'e1').at(-1);
    expect(last).toMatchObject({ time: 90, timings: { wait: 80, receive: 10 } });
  });

  it('shows a request without an answer as a failed one', () => {
    const [entry] = entriesOf(report, 'e2');
    expect(entry).toMatchObject({
      time: 12,
      response: { status: 0, _error: 'refused: connect ECONNREFUSED' },
      _step: null,
      comment: 'e2: connection refused (connect ECONNREFUSED)',
    });
    expect(entry).not.toHaveProperty('serverIPAddress');
  });

  it('writes bodies so that they come out the same', () => {
    const [{ response: binary } = {}] = entriesOf(report, 'e3');
    expect(binary?.content).toMatchObject({
      encoding: 'base64',
      size: 70_000,
      comment: expect.stringContaining('beginning'),
    });
    expect(Buffer.from(binary?.content.text ?? '', 'base64').toString()).toBe('a\u0000\u0001ü');
    const [form] = entriesOf(report, 'e4');
    expect(form?.response.content.text).toBe('half \ufffd');
    expect(form?.request.postData).toEqual({
      mimeType: 'application/x-www-form-urlencoded',
      text: 'grant_type=authorization_code&code=%5Bredacted%5D',
      params: [
        { name: 'grant_type', value: 'authorization_code' },
        { name: 'code', value: '[redacted]' },
      ],
    });
  });

  it('holds no request that was left out', () => {
    const prepared = prepareReport(report, { ...asItIs, withhold: ['exchanges'] });
    const log = logOf(prepared);
    expect(log).toMatchObject({ pages: [], entries: [], comment: expect.stringContaining('left the requests out') });
    expect(problemsOf(renderHar(prepared))).toEqual([]);
  });

  it('speaks the reader’s language, and translates no name', () => {
    speak(german);
    const [entry] = entriesOf(report, 'e1');
    expect(entry?.comment).toContain('e1, Schritt 3 (');
    expect(entry).toMatchObject({ _exchange: 'e1', _step: 3, _resourceType: 'fetch' });
  });
});

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Entry {
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Pair[];
    readonly cookies: readonly Pair[];
    readonly queryString: readonly Pair[];
    readonly postData?: { readonly text: string };
  };
  readonly response: {
    readonly status: number;
    readonly redirectURL: string;
    readonly headers: readonly Pair[];
    readonly cookies: readonly Pair[];
    readonly content: { readonly text?: string };
  };
  readonly timings: Readonly<Record<string, number>>;
  readonly serverIPAddress?: string;
  readonly comment: string;
  readonly _exchange: string;
}

interface Log {
  readonly entries: readonly Entry[];
}

function logOf(of: Report): Log {
  return (JSON.parse(renderHar(of)) as { readonly log: Log }).log;
}

function entriesOf(of: Report, id: string): readonly Entry[] {
  return logOf(of).entries.filter(({ _exchange }) => _exchange === id);
}

function problemsOf(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

function schemaValidator() {
  const schemas = createRequire(import.meta.url)('har-schema') as Readonly<Record<string, Record<string, unknown>>>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats['default'](ajv);
  for (const schema of Object.values(schemas)) {
    // The validator knows later drafts, which put no empty fragment after a name.
    const { $schema: _draft, $id, ...rest } = schema;
    ajv.addSchema({ ...rest, $id: String($id).replace(/#$/, '') });
  }
  const compiled = ajv.getSchema('har.json');
  if (compiled === undefined) throw new Error('har-schema has no har.json');
  return compiled;
}
