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
