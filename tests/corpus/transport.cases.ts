import { legacySseServer } from '../../clinic/legacy-sse-server.ts';
import { asks, respond, respondJson, routes, when, type Handler } from '../../clinic/http-call.ts';
import { rpcError } from '../../clinic/mcp-methods.ts';
import { proxyTo, sdkV1GuardedApp, sdkV2, startPlain } from '../support/official-servers.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;

function answering(method: string, handler: Handler): Handler {
  return when(asks(method), handler, respond(400, { 'content-type': 'text/plain' }, 'Bad Request'));
}

function text(status: number, type: string, body: string): Handler {
  return respond(status, { 'content-type': type }, body);
}

const goodReply =
  '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"acme","version":"1.0.0"}}}';

/** Is it MCP, and can the first request be understood? */
export const transportCases: readonly CorpusCase[] = [
  {
    name: 'the bare host was typed, the endpoint is at /mcp',
    origin: 'C026',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return `https://${host}/`;
    },
    expect: broken('transport.wrong-path', 3),
  },
  {
    name: 'a page was typed, the endpoint with sign-in is at /mcp',
    origin: 'C162',
    start: async (rig) => {
      const challenge = {
        'www-authenticate': `Bearer resource_metadata="https://${host}/.well-known/oauth-protected-resource/mcp"`,
      };
      await rig.host(host, routes({ '/mcp': respondJson(401, { error: 'invalid_token' }, challenge) }));
      return `https://${host}/connect`;
    },
    expect: broken('transport.wrong-path', 3),
  },
  {
    name: 'a health check that says OK to everything',
    origin: 'transport.not-mcp',
    start: async (rig) => {
      await rig.host(host, text(200, 'text/plain', 'OK'));
      return url;
    },
    expect: broken('transport.not-mcp', 3),
  },
  {
    name: 'legacy HTTP+SSE alone',
    origin: 'transport.sse-only',
    start: async (rig) => {
      await rig.host(host, legacySseServer());
      return `https://${host}/sse`;
    },
    expect: degraded('transport.sse-only', 'auth.open'),
  },
  {
    name: 'legacy HTTP+SSE, and a POST to its stream is a server error',
    origin: 'transport.sse-fallback-broken',
    start: async (rig) => {
      await rig.host(host, legacySseServer({ onPost: text(500, 'text/plain', 'Internal Server Error') }));
      return `https://${host}/sse`;
    },
    expect: broken('transport.sse-fallback-broken', 3, 'auth.open'),
  },
  {
    name: 'both transports on one URL',
    origin: 'transport.legacy-and-streamable',
    start: async (rig) => {
      const sse = legacySseServer({ path: '/mcp' });
      const mcp = rig.mcp();
      await rig.host(
        host,
        when((call) => call.url.pathname === '/mcp' && call.method !== 'GET', mcp, sse),
      );
      return url;
    },
    expect: ready('transport.legacy-and-streamable', ...openAndStrict),
  },
  {
    name: 'a route for GET alone',
    origin: 'transport.post-not-allowed',
    start: async (rig) => {
      await rig.host(host, respond(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }, 'Method Not Allowed'));
      return url;
    },
    expect: broken('transport.post-not-allowed', 3),
  },
  {
    name: '406 whatever is accepted',
    origin: 'C092',
    start: async (rig) => {
      const error = rpcError(-32000, 'Not Acceptable: Client must accept text/event-stream');
      await rig.host(host, routes({ '/mcp': respondJson(406, { jsonrpc: '2.0', error, id: null }) }));
      return url;
    },
    expect: broken('transport.accept-rejected', 3),
  },
  {
    name: 'a good reply called text/plain',
    origin: 'transport.content-type-wrong',
    start: async (rig) => {
      await rig.host(
        host,
        routes({ '/mcp': answering('initialize', text(200, 'text/plain; charset=utf-8', goodReply)) }),
      );
      return url;
    },
    expect: broken('transport.content-type-wrong', 3),
  },
  {
    name: 'a PHP notice before the JSON',
    origin: 'transport.malformed-json',
    start: async (rig) => {
      const body = `<br />\n<b>Notice</b>: Undefined index: id in <b>/srv/mcp.php</b> on line <b>12</b><br />\n${goodReply}`;
      await rig.host(host, routes({ '/mcp': answering('initialize', text(200, 'application/json', body)) }));
      return url;
    },
    expect: broken('transport.malformed-json', 3),
  },
  {
    name: 'a result without the JSON-RPC envelope',
    origin: 'transport.malformed-jsonrpc',
    start: async (rig) => {
      const body =
        '{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"acme","version":"1.0.0"}}';
      await rig.host(host, routes({ '/mcp': answering('initialize', text(200, 'application/json', body)) }));
      return url;
    },
    expect: broken('transport.malformed-jsonrpc', 3),
  },
  {
    name: 'a reply with another id',
    origin: 'transport.malformed-jsonrpc',
    start: async (rig) => {
      const body = goodReply.replace('"id":1', '"id":"00000000"');
      await rig.host(host, routes({ '/mcp': answering('initialize', text(200, 'application/json', body)) }));
      return url;
    },
    expect: broken('transport.malformed-jsonrpc', 3),
  },
  {
    name: 'JSON lines in place of events',
    origin: 'transport.malformed-sse',
    start: async (rig) => {
      await rig.host(
        host,
        routes({ '/mcp': answering('initialize', text(200, 'text/event-stream', `${goodReply}\n`)) }),
      );
      return url;
    },
    expect: broken('transport.malformed-sse', 3),
  },
  {
    name: 'a stream on which the reply never comes',
    origin: 'transport.no-reply',
    start: async (rig) => {
      const silent: Handler = (_call, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(': connected\n\n');
      };
      await rig.host(host, routes({ '/mcp': answering('initialize', silent) }));
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('transport.no-reply', 3),
  },
  {
    name: 'initialize fails inside the server',
    origin: 'transport.initialize-error',
    start: async (rig) => {
      const failing: Handler = (call, response) =>
        respondJson(200, {
          jsonrpc: '2.0',
          id: call.message?.['id'] ?? null,
          error: rpcError(-32603, 'Database is not configured'),
        })(call, response);
      await rig.host(host, routes({ '/mcp': failing }));
      return url;
    },
    expect: broken('transport.initialize-error', 3),
  },
  {
    name: '421 for a host name that the server does not know',
    origin: 'C094',
    start: async (rig) => {
      await rig.host(host, text(421, 'text/plain', 'Invalid Host header'));
      return url;
    },
    expect: broken('transport.host-not-allowed', 3),
  },
  {
    name: 'the official v1 app, guarded for localhost, behind a public name',
    origin: 'C094',
    start: async (rig) => {
      const plain = await startPlain(sdkV1GuardedApp());
      rig.keep(plain);
      await rig.host(host, proxyTo(plain.port));
      return url;
    },
    expect: broken('transport.host-not-allowed', 3),
  },
  {
    name: 'a version that nobody speaks',
    origin: 'transport.version-unsupported',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ legacy: ['2023-01-01'] }) }));
      return url;
    },
    expect: broken('transport.version-unsupported', 3, 'auth.open', 'transport.version-header-strict'),
  },
  {
    name: 'refuses the newest version in place of offering its own',
    origin: 'C140',
    start: async (rig) => {
      const refuse: Handler = (call, response) =>
        respondJson(200, {
          jsonrpc: '2.0',
          id: call.message?.['id'] ?? null,
          error: rpcError(-32602, 'Unsupported protocolVersion'),
        })(call, response);
      const mcp = rig.mcp({ legacy: ['2024-11-05'] });
      await rig.host(
        host,
        routes({ '/mcp': when((call) => asks('initialize')(call) && !call.body.includes('2024-11-05'), refuse, mcp) }),
      );
      return url;
    },
    expect: broken('transport.version-not-negotiated', 3),
  },
  {
    name: 'hangs on the newest version',
    origin: 'C142',
    start: async (rig) => {
      const mcp = rig.mcp({ legacy: ['2024-11-05'] });
      await rig.host(
        host,
        routes({
          '/mcp': when(
            (call) => asks('initialize')(call) && !call.body.includes('2024-11-05'),
            () => undefined,
            mcp,
          ),
        }),
      );
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('transport.version-not-negotiated', 3),
  },
  {
    name: 'the official v2 server without the older era',
    origin: 'transport.modern-only',
    start: async (rig) => {
      const plain = await startPlain(sdkV2('reject'));
      rig.keep(plain);
      await rig.host(host, proxyTo(plain.port));
      return url;
    },
    expect: degraded('transport.modern-only', 'auth.open'),
  },
];
