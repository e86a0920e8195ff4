import { describe, expect, it } from 'vitest';
import { sampleReport, sampleResponse } from '../sample-report.ts';
import type { Withheld } from '../../../../lib/kernel/report.ts';
import { without } from './planted.ts';

/** What becomes of an answer’s text. */
function answer(body: string, ...parts: readonly Withheld[]): string {
  const target = { url: 'https://mcp.quibblezorp.dev/mcp', host: 'mcp.quibblezorp.dev' };
  const [exchange] = without(sampleReport({ target, exchanges: [sampleResponse({ body })] }), ...parts).exchanges;
  return exchange?.kind === 'response' ? exchange.body : '';
}

describe('paths of files', () => {
  it.each([
    ['    at /home/hansvexnar/srv/vexapp/index.js:44:7', /^ {4}at \/home\/path-\d\/srv\/path-\d\/path-\d\.js:44:7$/],
    ['failed\n/var/www/vexapp/current/vex.rb: no', /^failed\n\/var\/www\/path-\d\/current\/path-\d: no$/],
    ['C:\\Users\\hansvexnar\\vexapp\\server.js:3', /^C:\\Users\\path-\d\\path-\d\\path-\d\.js:3$/],
    ['{"at":"D:\\\\Hans Vexnar\\\\vexapp.js"}', /^\{"at":"D:\\\\path-\d\\\\path-\d\.js"\}$/],
    ['see \\\\vexfs\\share\\vex.txt', /^see \\\\path-\d\\path-\d\\path-\d\.txt$/],
    ['~/vexuser/vexapp', /^~\/path-\d\/path-\d$/],
    ['file:///Users/vexuser/vexapp.js', /^file:\/\/\/Users\/path-\d\/path-\d\.js$/],
    ['Cannot POST /tenant-vex/mcp', /^Cannot POST \/path-\d\/mcp$/],
    ['GET /vextenant/mcp HTTP/1.1', /^GET \/path-\d\/mcp HTTP\/1\.1$/],
    ['No route matches [POST] /acct/vexcorp/mcp', /^No route matches \[POST\] \/path-\d\/path-\d\/mcp$/],
    ['arn:aws:s3:::vexcorp-b2', /^arn:aws:s3:::path-\d$/],
    ['projects/vexproj-123/locations', /^projects\/path-\d\/(?:path-\d|locations)$/],
  ])('%s', (text, expected) => {
    expect(answer(text, 'paths')).toMatch(expected);
  });

  it('and the name by which somebody signs in to the machine, wherever it stands', () => {
    expect(answer('/home/hansvexnar/x: HansVexnar may not write', 'paths')).not.toMatch(/hansvexnar/i);
  });

  it('leaves sentences alone', () => {
    const text = 'read/write and/or 1 / 2, text/html; */*, 12:30, </p> "\\n" \\u00e9 //';
    expect(answer(text, 'paths')).toBe(text);
  });
});

describe('hosts without an address around them', () => {
  it.each([
    'getaddrinfo ENOTFOUND pg1.vexnar-internal.zone',
    'getaddrinfo ENOTFOUND redis-vexnar',
    'connect ECONNREFUSED pg1.vexnar.company:5432',
    'could not translate host name "db.vexnar.systems" to address',
    'lookup api.vexnar.internal on 10.96.0.10:53: no such host',
    'no route to vexnar-db.default.svc.cluster.local',
    'upstream kubepod-vexnar.ns.svc is down',
    'server vexnar.solutions said no',
    'host vexnar.bank unreachable',
    'printer vexnar.lan',
    'realm="vexnar.cloud"',
    'https://vexnar.example.org.vexnar.zone/',
    'mail to x@vexnar.email',
  ])('%s', (text) => {
    expect(answer(text, 'host')).not.toMatch(/vexnar/);
  });

  it.each([
    'see index.md and main.rs, app.py:44, tools.0.name, user.profile.name',
    'err.message, this.state.show, Foo.run, event.data.id',
    'version 2.1.0, 1.2.3.4.5, e.g. this',
  ])('leaves alone what is none: %s', (text) => {
    expect(answer(text, 'host')).toBe(text);
  });
});

describe('the name in the connector’s own host', () => {
  it.each([
    'QuibbleZorpServer failed',
    'myquibblezorp',
    'Quibble Zorp GmbH, Quibble-Zorp',
    'mcp_quibblezorp_dev.service',
    'ＱＵＩＢＢＬＥＺＯＲＰ and quibblezórp',
  ])('goes from within “%s”', (text) => {
    expect(answer(text, 'host').normalize('NFKD')).not.toMatch(/quib|zo.?rp/i);
  });
});

describe('what names a machine or a request', () => {
  const headers = {
    'x-served-by': 'cache-fra-eddf8230042-FRA',
    'cf-ray': '8f1c2d3e4f5a6b7c-FRA',
    'x-backend': 'web01zanzi',
    via: '1.1 zanzibox, 1.1 google',
    'content-disposition': 'attachment; filename="zanzifile-7.html"',
    'content-type': 'text/html',
    'x-cache': 'Error from cloudfront',
    etag: 'W/"64-sQIDLWJOsXcJ2WsVnU92"',
  };
  const exchange = sampleResponse({ headers, body: 'Ray 8f1c2d3e4f5a6b7c-FRA' });
  const prepared = without(sampleReport({ exchanges: [exchange] }), 'host');

  it('goes from headers, and from the text that repeats it', () => {
    expect(JSON.stringify(prepared.exchanges)).not.toMatch(/zanzi|eddf8230042|8f1c2d3e|sQIDLW/);
  });

  it('stays as far as answers are recognized by it', () => {
    expect(prepared.exchanges[0]).toMatchObject({
      headers: {
        'x-served-by': expect.stringMatching(/^cache-/) as string,
        'cf-ray': expect.stringMatching(/./) as string,
        via: expect.stringMatching(/google$/) as string,
        'content-type': 'text/html',
        'x-cache': 'Error from cloudfront',
      },
    });
  });

  it('is cut to the day in dates of certificates', () => {
    const certificate = { notBefore: '2026-01-02T03:04:05.000Z', notAfter: '2099-04-05T06:07:08.000Z' };
    const evidence = { certificate: { status: 'observed', value: { peer: { chain: [certificate] } } } };
    expect(without(sampleReport({ evidence }), 'host').evidence).toMatchObject({
      certificate: {
        value: { peer: { chain: [{ notBefore: '2026-01-02T00:00:00.000Z', notAfter: '2099-04-05T00:00:00.000Z' }] } },
      },
    });
  });
});

describe('private addresses in names', () => {
  it.each(['ip-10-42-7-9.eu-central-1.compute.internal', 'node_10_42_7_9', '10-42-7-9'])('go from %s', (text) => {
    expect(answer(text, 'addresses')).not.toMatch(/10[-_.]42[-_.]7[-_.]9/);
  });

  it('are no dates', () => {
    expect(answer('2026-10-12 10-12-2026', 'addresses')).toBe('2026-10-12 10-12-2026');
  });
});

describe('tools that are called by a plain word', () => {
  const tools = ['frobnicate', 'search', 'missing'].map((name) => ({ name, inputSchema: {} }));
  const evidence = { listing: { status: 'observed', value: { pages: [], tools } } };
  const exchange = sampleResponse({
    headers: { 'x-tool': 'frobnicate' },
    body: 'Unknown tool: Frobnicate. The search is missing.',
  });
  const prepared = without(sampleReport({ evidence, exchanges: [exchange] }), 'tools');

  it('go from headers and answers, unless the word may mean something else there', () => {
    expect(prepared.exchanges).toMatchObject([
      { headers: { 'x-tool': 'tool_1' }, body: 'Unknown tool: tool_1. The search is missing.' },
    ]);
  });
});
