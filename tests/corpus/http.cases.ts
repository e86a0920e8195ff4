import { asks, redirect, respond, respondHtml, respondJson, routes, when } from '../../clinic/http-call.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, openAndStrict, ready } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const page = '<!doctype html><html><head><title>Acme</title></head><body><div id="root"></div></body></html>';

/** A session stays with the origin that gave it, so what follows a redirect to another one goes without. */
const withoutItsSession: readonly FindingCode[] = ['auth.open', 'tools.list-failed', 'transport.ping-failed'];

/** Redirects, and answers that some app or server gives in place of MCP. */
export const httpCases: readonly CorpusCase[] = [
  {
    name: 'moved to another host',
    origin: 'http.redirect-cross-host',
    start: async (rig) => {
      await rig.host(host, redirect(308, 'https://www.acme.dev/mcp'));
      await rig.host('www.acme.dev', routes({ '/mcp': rig.mcp() }));
      return url;
    },
    expect: broken('http.redirect-cross-host', 3, ...withoutItsSession),
  },
  {
    name: 'a redirect down to plain http behind a proxy',
    origin: 'C027',
    start: async (rig) => {
      await rig.host(host, redirect(307, `http://${host}/mcp/`));
      await rig.host(host, routes({ '/mcp/': rig.mcp() }), { tls: 'plain' });
      return url;
    },
    expect: broken('http.redirect-insecure', 3, ...withoutItsSession),
  },
  {
    name: 'Django appends the slash by 301',
    origin: 'C108',
    start: async (rig) => {
      await rig.host(
        host,
        routes({
          '/mcp': redirect(301, '/mcp/'),
          '/mcp/': when((call) => call.method === 'POST', rig.mcp(), respond(405, { allow: 'POST' })),
        }),
      );
      return url;
    },
    expect: broken('http.redirect-changes-method', 3),
  },
  {
    name: 'FastMCP mounted at /mcp leads to /mcp/ by 307',
    origin: 'C027',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': redirect(307, '/mcp/'), '/mcp/': rig.mcp() }));
      return url;
    },
    expect: ready('http.redirect-same-host', ...openAndStrict),
  },
  {
    name: 'two addresses that lead to each other',
    origin: 'http.redirect-loop',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': redirect(308, '/mcp/'), '/mcp/': redirect(308, '/mcp') }));
      return url;
    },
    expect: broken('http.redirect-loop', 3),
  },
  {
    name: 'a redirect that never ends, each time to a new address',
    origin: 'http.redirect-loop',
    start: async (rig) => {
      let turns = 0;
      await rig.host(
        host,
        redirect(307, () => `/mcp?turn=${String((turns += 1))}`),
      );
      return url;
    },
    expect: broken('http.redirect-loop', 3),
  },
  {
    name: 'the app limits how often it may be asked',
    origin: 'C155',
    start: async (rig) => {
      await rig.host(host, respondJson(429, { error: 'Too many requests' }, { 'retry-after': '30' }));
      return url;
    },
    expect: broken('http.rate-limited', 3),
  },
  {
    name: 'an exception in the app',
    origin: 'http.server-error',
    start: async (rig) => {
      await rig.host(host, respond(500, { 'content-type': 'text/html' }, '<h1>Internal Server Error</h1>'));
      return url;
    },
    expect: broken('http.server-error', 3),
  },
  {
    name: 'nginx reaches no app behind it',
    origin: 'http.gateway-error',
    start: async (rig) => {
      const body =
        '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>';
      await rig.host(host, respondHtml(502, body, { server: 'nginx' }));
      return url;
    },
    expect: broken('http.gateway-error', 3),
  },
  {
    name: 'nothing is there on any path',
    origin: 'http.not-found',
    start: async (rig) => {
      await rig.host(host, routes({}));
      return url;
    },
    expect: broken('http.not-found', 3),
  },
  {
    name: 'an n8n workflow that is not active',
    origin: 'C106',
    start: async (rig) => {
      const body = {
        code: 404,
        message: 'The requested webhook "POST notes" is not registered.',
        hint: 'The workflow must be active for a production URL to run successfully.',
      };
      await rig.host(host, respondJson(404, body));
      return `https://${host}/mcp/notes`;
    },
    expect: broken('http.not-found', 3),
  },
  {
    name: 'a web page answers everything',
    origin: 'C040',
    start: async (rig) => {
      await rig.host(host, respondHtml(200, page));
      return `https://${host}/generate`;
    },
    expect: broken('http.html-response', 3),
  },
  {
    name: 'the server chokes on one method alone',
    origin: 'tools.list-failed',
    start: async (rig) => {
      await rig.host(
        host,
        routes({ '/mcp': when(asks('tools/list'), respond(500, { 'content-type': 'text/plain' }, 'boom'), rig.mcp()) }),
      );
      return url;
    },
    expect: broken('tools.list-failed', 11, ...openAndStrict),
  },
];
