import type { JsonObject } from '../../lib/kernel/json.ts';
import {
  asks,
  neverAnswer,
  respond,
  respondHtml,
  respondJson,
  routes,
  when,
  type Call,
  type Handler,
} from '../../clinic/http-call.ts';
import { rpcError } from '../../clinic/mcp-methods.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const plainRefusal = (status: number, words: string): Handler =>
  respondJson(status, { jsonrpc: '2.0', id: null, error: rpcError(-32000, words) });

/** What goes wrong after the first request: versions, sessions, streams. */
export const sessionCases: readonly CorpusCase[] = [
  {
    name: 'requests with a browser’s Origin are refused',
    origin: 'transport.origin-rejected',
    start: async (rig) => {
      const guarded = when((call) => call.headers.origin !== undefined, plainRefusal(403, 'Invalid Origin'), rig.mcp());
      await rig.host(host, routes({ '/mcp': guarded }));
      return url;
    },
    expect: ready('transport.origin-rejected', ...openAndStrict),
  },
  {
    name: 'MCP-Protocol-Version is refused whatever it says',
    origin: 'C138',
    start: async (rig) => {
      const strict = when(
        (call) => call.headers['mcp-protocol-version'] !== undefined && call.method === 'POST',
        plainRefusal(400, 'Bad Request: unexpected header MCP-Protocol-Version'),
        rig.mcp(),
      );
      await rig.host(host, routes({ '/mcp': strict }));
      return url;
    },
    expect: broken('transport.version-header-rejected', 10, 'auth.open', 'tools.list-failed', 'transport.ping-failed'),
  },
  {
    name: 'versions that are not checked at all',
    origin: 'transport.version-header-strict',
    start: async (rig) => {
      const mcp = rig.mcp();
      await rig.host(
        host,
        routes({
          '/mcp': (call, response) => {
            const headers = { ...call.headers };
            delete headers['mcp-protocol-version'];
            return mcp({ ...call, headers }, response);
          },
        }),
      );
      return url;
    },
    expect: ready('auth.open'),
  },
  {
    name: '2026-07-28 beside the initialize era',
    origin: 'transport.dual-era',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ modern: true }) }));
      return url;
    },
    expect: ready('transport.dual-era', ...openAndStrict),
  },
  {
    name: 'headers and body of 2026-07-28 may disagree',
    origin: 'transport.header-mismatch-unchecked',
    start: async (rig) => {
      const modern = rig.mcp({ modern: true });
      await rig.host(
        host,
        routes({
          '/mcp': (call, response) => {
            const version = '2026-07-28';
            const body = call.body.replace('2026-07-27', version);
            if (body === call.body) return modern(call, response);
            const message = JSON.parse(body) as typeof call.message;
            return modern(
              { ...call, body, message, headers: { ...call.headers, 'mcp-protocol-version': version } },
              response,
            );
          },
        }),
      );
      return url;
    },
    expect: ready('transport.dual-era', 'transport.header-mismatch-unchecked', ...openAndStrict),
  },
  {
    name: 'a notification is refused',
    origin: 'transport.initialized-rejected',
    start: async (rig) => {
      await rig.host(
        host,
        routes({ '/mcp': when(asks('notifications/initialized'), plainRefusal(400, 'Missing id'), rig.mcp()) }),
      );
      return url;
    },
    expect: degraded('transport.initialized-rejected', ...openAndStrict),
  },
  {
    name: 'two instances that know nothing of each other’s sessions',
    origin: 'transport.session-not-kept',
    start: async (rig) => {
      const instances = [rig.mcp(), rig.mcp()] as const;
      await rig.host(
        host,
        routes({ '/mcp': (call, response) => instances[asks('initialize')(call) ? 0 : 1](call, response) }),
      );
      return url;
    },
    expect: broken('transport.session-not-kept', 11, 'auth.open', 'tools.list-failed', 'transport.ping-failed'),
  },
  {
    name: 'a made-up session is a bad request',
    origin: 'C052',
    start: async (rig) => {
      const mcp = rig.mcp();
      const stale = when(
        (call) => /^0{8}-/.test(String(call.headers['mcp-session-id'])),
        plainRefusal(400, 'Bad Request: No valid session ID provided'),
        mcp,
      );
      await rig.host(host, routes({ '/mcp': stale }));
      return url;
    },
    expect: ready('transport.stale-session-not-404', ...openAndStrict),
  },
  {
    name: 'GET gives a web page',
    origin: 'transport.get-not-405-or-stream',
    start: async (rig) => {
      await rig.host(
        host,
        routes({ '/mcp': when((call) => call.method === 'GET', respondHtml(200, '<h1>Acme MCP</h1>'), rig.mcp()) }),
      );
      return url;
    },
    expect: ready('transport.get-not-405-or-stream', ...openAndStrict),
  },
  {
    name: 'GET never answers',
    origin: 'C051',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': when((call) => call.method === 'GET', neverAnswer, rig.mcp()) }));
      return url;
    },
    flags: { stepTimeoutMs: 2_000 },
    expect: degraded('transport.get-hangs', ...openAndStrict),
  },
  {
    name: 'GET gets no answer while the server is busy with our other requests',
    origin: 'transport.get-hangs',
    start: async (rig) => {
      let gets = 0;
      const first = when((call) => call.method === 'GET' && (gets += 1) === 1, neverAnswer, rig.mcp());
      await rig.host(host, routes({ '/mcp': first }));
      return url;
    },
    flags: { stepTimeoutMs: 2_000 },
    expect: ready(...openAndStrict),
  },
  {
    name: 'too many requests for all that only explains',
    origin: 'transport.get-not-405-or-stream',
    start: async (rig) => {
      const busy = respondJson(429, { error: 'slow down' }, { 'retry-after': '1' });
      const isBeside = (call: Call): boolean => call.method === 'GET' || asks('ping')(call);
      await rig.host(host, routes({ '/mcp': when(isBeside, busy, rig.mcp()) }));
      return url;
    },
    expect: ready('auth.open'),
  },
  {
    name: '405 to GET without Allow',
    origin: 'C051',
    start: async (rig) => {
      await rig.host(
        host,
        routes({
          '/mcp': when((call) => call.method === 'GET', respond(405, { 'content-type': 'text/plain' }), rig.mcp()),
        }),
      );
      return url;
    },
    expect: ready('transport.get-405-without-allow', ...openAndStrict),
  },
  {
    name: 'a proxy holds the event stream back',
    origin: 'C168',
    start: async (rig) => {
      const held: Handler = async (call, response) => {
        const result = {
          protocolVersion: '2025-11-25',
          capabilities: { tools: {} },
          serverInfo: { name: 'acme', version: '1.0.0' },
        };
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.flushHeaders();
        await new Promise((resolve) => setTimeout(resolve, 900));
        const reply = JSON.stringify({ jsonrpc: '2.0', id: call.message?.['id'] ?? null, result });
        response.end(`: ping\n\n: ping\n\nevent: message\ndata: ${reply}\n\n`);
      };
      await rig.host(host, routes({ '/mcp': when(asks('initialize'), held, rig.mcp({ sessions: false })) }));
      return url;
    },
    expect: degraded('transport.stream-buffered', ...openAndStrict),
  },
  {
    name: 'ping is unknown',
    origin: 'transport.ping-failed',
    start: async (rig) => {
      const change = (reply: JsonObject, request: JsonObject) =>
        request['method'] === 'ping'
          ? { jsonrpc: '2.0', id: request['id'] ?? null, error: rpcError(-32601, 'Method not found') }
          : reply;
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: ready('transport.ping-failed', ...openAndStrict),
  },
];
