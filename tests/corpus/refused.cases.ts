import assert from 'node:assert/strict';
import {
  asks,
  redirect,
  respond,
  respondHtml,
  respondJson,
  routes,
  when,
  type Handler,
} from '../../clinic/http-call.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;

function says(report: Report, code: FindingCode, words: RegExp): void {
  const finding = report.findings.find((each) => each.code === code);
  assert.match(`${finding?.title ?? ''} ${finding?.detail ?? ''} ${JSON.stringify(finding?.fix)}`, words);
}

/** Only what calls itself as this program does is met by the first handler. */
function ownNameIsMet(by: Handler, otherwise: Handler): Handler {
  return when((call) => /connector-doctor/i.test(call.headers['user-agent'] ?? ''), by, otherwise);
}

/** Servers that refuse the first request for a reason that their answer tells, or that the run can prove. */
export const refusedCases: readonly CorpusCase[] = [
  {
    name: 'one of two instances is down',
    origin: 'http.gateway-error',
    start: async (rig) => {
      const down = respondHtml(502, '<html><title>502 Bad Gateway</title></html>', { server: 'nginx' });
      await rig.host(host, routes({ '/mcp': when(asks('initialize'), down, rig.mcp()) }));
      return url;
    },
    expect: broken('http.gateway-error', 3),
    also: (_rig, report) => {
      says(report, 'http.gateway-error', /several instances/);
      assert.equal(report.findings[0]?.confidence, 'likely');
    },
  },
  {
    name: 'WordPress is being updated',
    origin: 'http.gateway-error',
    start: async (rig) => {
      const body =
        '<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Briefly unavailable for scheduled maintenance. Check back in a minute.</body></html>';
      await rig.host(host, respondHtml(503, body, { 'retry-after': '600' }));
      return url;
    },
    expect: broken('http.gateway-error', 3),
    also: (_rig, report) => {
      says(report, 'http.gateway-error', /down for maintenance.*wait 600 seconds/s);
    },
  },
  {
    name: 'our own User-Agent alone is refused',
    origin: 'http.own-user-agent-refused',
    start: async (rig) => {
      await rig.host(host, ownNameIsMet(respond(403, { 'content-type': 'text/plain' }, 'Forbidden'), rig.mcp()));
      return url;
    },
    expect: {
      verdict: 'unknown',
      primary: 'http.own-user-agent-refused',
      stop: null,
      findings: ['auth.wrong-status', 'http.own-user-agent-refused'],
    },
    also: (_rig, report) => {
      const others = report.findings.filter(({ code }) => code !== 'http.own-user-agent-refused');
      assert.ok(others.every(({ explainedBy }) => explainedBy === 'http.own-user-agent-refused'));
    },
  },
  {
    name: 'Django wants a CSRF token',
    origin: 'http.csrf-protection',
    start: async (rig) => {
      const body =
        '<!DOCTYPE html><html lang="en"><head><title>403 Forbidden</title><style>html * { padding:0 }</style></head><body><h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p></body></html>';
      await rig.host(host, respondHtml(403, body, { 'x-frame-options': 'DENY' }));
      return url;
    },
    expect: broken('http.csrf-protection', 3),
  },
  {
    name: 'Laravel wants a CSRF token',
    origin: 'http.csrf-protection',
    start: async (rig) => {
      await rig.host(host, respondJson(419, { message: 'CSRF token mismatch.' }));
      return url;
    },
    expect: broken('http.csrf-protection', 3),
  },
  {
    name: 'Rails wants a CSRF token',
    origin: 'http.csrf-protection',
    start: async (rig) => {
      const body =
        '<!DOCTYPE html><html><head><title>The change you wanted was rejected (422)</title></head><body><h1>The change you wanted was rejected.</h1></body></html>';
      await rig.host(host, respondHtml(422, body));
      return url;
    },
    expect: broken('http.csrf-protection', 3),
  },
  {
    name: 'a list of allowed addresses',
    origin: 'http.address-not-allowed',
    start: async (rig) => {
      await rig.host(host, respondJson(403, { error: 'IP address not allowed' }));
      return url;
    },
    expect: {
      verdict: 'unknown',
      primary: 'http.address-not-allowed',
      stop: null,
      findings: ['http.address-not-allowed'],
    },
  },
  {
    name: 'requests without Origin are refused',
    origin: 'http.origin-required',
    start: async (rig) => {
      const refuse = respond(403, { 'content-type': 'text/plain' }, 'Forbidden: Origin header required');
      await rig.host(
        host,
        when(
          (call) => call.headers.origin === undefined,
          refuse,
          respondJson(200, { jsonrpc: '2.0', id: 70, result: {} }),
        ),
      );
      return url;
    },
    expect: broken('http.origin-required', 3),
    also: (_rig, report) => {
      assert.equal(report.findings[0]?.confidence, 'certain');
    },
  },
  {
    name: 'Amazon API Gateway knows no such route',
    origin: 'http.not-found',
    start: async (rig) => {
      const headers = { 'x-amzn-errortype': 'MissingAuthenticationTokenException', 'x-amz-apigw-id': 'AbC=' };
      await rig.host(host, respondJson(403, { message: 'Missing Authentication Token' }, headers));
      return url;
    },
    expect: broken('http.not-found', 3),
    also: (_rig, report) => {
      says(report, 'http.not-found', /no such path, method or stage/);
    },
  },
  {
    name: 'CSRF protection on a server that publishes sign-in metadata',
    origin: 'http.csrf-protection',
    start: async (rig) => {
      const refuse = respondJson(403, { detail: 'CSRF Failed: CSRF cookie not set.' });
      const guarded = guardedServer(`https://${host}`);
      await rig.host(
        host,
        when((call) => call.url.pathname === '/mcp', refuse, guarded),
      );
      return url;
    },
    expect: broken('http.csrf-protection', 3),
  },
  {
    name: 'moved to a page on another host that is no MCP server',
    origin: 'http.redirect-cross-host',
    start: async (rig) => {
      await rig.host(host, redirect(302, 'https://www.acme.dev/welcome'));
      await rig.host('www.acme.dev', respondHtml(200, '<!doctype html><html><body>Welcome</body></html>'));
      return url;
    },
    expect: broken('http.redirect-cross-host', 3),
    also: (_rig, report) => {
      says(report, 'http.redirect-cross-host', /not the one to enter/);
    },
  },
  {
    name: 'moved to another host that is down',
    origin: 'http.redirect-cross-host',
    start: async (rig) => {
      await rig.host(host, redirect(307, 'https://www.acme.dev/mcp'));
      await rig.dead('www.acme.dev');
      return url;
    },
    expect: broken('http.redirect-cross-host', 3, 'net.refused'),
  },
  {
    name: 'a sound server, read to 100 bytes alone',
    origin: 'http.body-too-large',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return url;
    },
    flags: { maxBodyBytes: 100, resolver: false },
    expect: { verdict: 'unknown', primary: 'http.body-too-large', stop: null, findings: ['http.body-too-large'] },
    also: (_rig, report) => {
      says(report, 'http.body-too-large', /100 bytes.*--max-body/s);
    },
  },
];
