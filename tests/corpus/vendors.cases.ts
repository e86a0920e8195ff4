import assert from 'node:assert/strict';
import { respond, type Handler } from '../../clinic/http-call.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const html = { 'content-type': 'text/html; charset=utf-8' };

interface VendorAnswer {
  readonly what: string;
  readonly code: FindingCode;
  /** How the finding must call the product. */
  readonly vendor: RegExp;
  readonly answer: Handler;
  readonly host?: string;
}

function page(status: number, headers: Record<string, string>, body: string): Handler {
  return respond(status, { ...html, ...headers }, body);
}

/** Answers as the products give them, each before a server that nobody gets to see. */
const answers: readonly VendorAnswer[] = [
  {
    what: 'Akamai denies access',
    code: 'http.waf-block',
    vendor: /Akamai/,
    answer: page(
      403,
      { server: 'AkamaiGHost', 'mime-version': '1.0' },
      '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n You don\'t have permission to access "http&#58;&#47;&#47;mcp&#46;acme&#46;dev&#47;mcp" on this server.<P>\nReference&#32;&#35;18&#46;4f1a2b3c&#46;1758000000&#46;1a2b3c4\n</BODY>\n</HTML>',
    ),
  },
  {
    what: 'Imperva names an incident',
    code: 'http.waf-block',
    vendor: /Imperva/,
    answer: page(
      403,
      { 'x-iinfo': '8-12345678-0 0NNN RT(1758000000000 0) q(0 -1 -1 -1) r(0 -1)', 'x-cdn': 'Imperva' },
      '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=8-12345678-0&incident_id=1234000560012345678">Request unsuccessful. Incapsula incident ID: 1234000560012345678</iframe></body></html>',
    ),
  },
  {
    what: 'Vercel’s checkpoint',
    code: 'http.bot-challenge',
    vendor: /Vercel/,
    answer: page(
      429,
      { server: 'Vercel', 'x-vercel-id': 'fra1::abc', 'x-vercel-mitigated': 'challenge' },
      '<!DOCTYPE html><html><head><title>Vercel Security Checkpoint</title></head><body></body></html>',
    ),
  },
  {
    what: 'Azure Front Door’s firewall',
    code: 'http.waf-block',
    vendor: /Azure Front Door/,
    answer: page(
      403,
      { 'x-azure-ref': '20260901T120000Z-17c9d8f7b6a5' },
      "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN'><html><head><title>Service unavailable</title></head><body><h2>The request is blocked.</h2>20260901T120000Z-17c9d8f7b6a5</body></html>",
    ),
  },
  {
    what: 'an AWS load balancer’s firewall',
    code: 'http.waf-block',
    vendor: /AWS/,
    answer: page(
      403,
      { server: 'awselb/2.0' },
      '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n',
    ),
  },
  {
    what: 'Fastly’s firewall',
    code: 'http.waf-block',
    vendor: /Fastly/,
    answer: page(
      406,
      { 'x-served-by': 'cache-fra-eddf8230042-FRA', via: '1.1 varnish' },
      '<html><head><title>406 Not Acceptable</title></head><body>Not Acceptable</body></html>',
    ),
  },
  {
    what: 'Google’s identity-aware proxy',
    code: 'http.login-wall',
    vendor: /Google|Identity-Aware/,
    answer: respond(302, {
      location:
        'https://accounts.google.com/o/oauth2/v2/auth?client_id=1-x.apps.googleusercontent.com&response_type=code',
      'x-goog-iap-generated-response': 'true',
    }),
  },
  {
    what: 'oauth2-proxy’s own sign-in page',
    code: 'http.login-wall',
    vendor: /oauth2-proxy/i,
    answer: page(
      403,
      { 'set-cookie': '_oauth2_proxy=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT' },
      '<!DOCTYPE html><html><head><title>Sign In</title></head><body><form method="GET" action="/oauth2/start"><input type="hidden" name="rd" value="/mcp"><button type="submit">Sign in with Google</button></form><footer>Secured with OAuth2 Proxy version v7.6.0</footer></body></html>',
    ),
  },
  {
    what: 'Cloudflare’s quick tunnel without its other end',
    code: 'http.tunnel-offline',
    vendor: /Cloudflare/,
    host: 'notes-blue-sky-demo.trycloudflare.com',
    answer: respond(
      530,
      { 'content-type': 'text/plain; charset=UTF-8', server: 'cloudflare', 'cf-ray': '8f-FRA' },
      'error code: 1033',
    ),
  },
  {
    what: 'localtunnel without its other end',
    code: 'http.tunnel-offline',
    vendor: /localtunnel/i,
    host: 'brave-cats-sing.loca.lt',
    answer: page(503, { 'x-localtunnel-status': 'Tunnel Unavailable' }, '503 - Tunnel Unavailable'),
  },
  {
    what: 'Cloudflare cannot reach the origin',
    code: 'http.gateway-error',
    vendor: /Cloudflare/,
    answer: page(
      522,
      { server: 'cloudflare', 'cf-ray': '8f1c2d3e4f5a6b7c-FRA' },
      '<!DOCTYPE html><html><head><title>acme.dev | 522: Connection timed out</title></head><body>Error code 522</body></html>',
    ),
  },
];

/** Each product by name: the finding must say whose setting to change. */
export const vendorCases: readonly CorpusCase[] = answers.map(({ what, code, vendor, answer, host: own = host }) => ({
  name: what,
  origin: code,
  start: async (rig) => {
    await rig.host('accounts.google.com', page(200, {}, '<title>Sign in - Google Accounts</title>'));
    await rig.host(own, answer);
    return own === host ? url : `https://${own}/mcp`;
  },
  expect: broken(code, 3, ...(what.startsWith('Google') ? (['http.redirect-cross-host'] as const) : [])),
  also: (_rig, report) => {
    const finding = report.findings.find((each) => each.code === code);
    assert.match(`${finding?.title ?? ''} ${finding?.detail ?? ''} ${JSON.stringify(finding?.fix)}`, vendor);
  },
}));
