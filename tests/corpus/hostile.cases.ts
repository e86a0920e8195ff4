import assert from 'node:assert/strict';
import { asks, redirect, respond, routes, when, type Call, type Handler } from '../../clinic/http-call.ts';
import { sampleTools } from '../../clinic/mcp-methods.ts';
import { bearerChallenge, challenge, guardedServer, resourceMetadata } from '../../clinic/oauth.ts';
import { legacySseServer } from '../../clinic/legacy-sse-server.ts';
import { renderText } from '../../lib/report/formats/render-text.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, openAndStrict, ready } from '../support/expectations.ts';
import { byteByByte, endless, gzipBomb, nested } from '../support/hostile-handlers.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataPath = '/.well-known/oauth-protected-resource/mcp';
const json = { 'content-type': 'application/json' };
const result =
  '{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"acme","version":"1.0.0"}}';

async function onInitialize(rig: Rig, handler: Handler): Promise<string> {
  await rig.host(host, routes({ '/mcp': when(asks('initialize'), handler, respond(400, json, '{}')) }));
  return url;
}

/** Servers that mean harm, or behave as if they did. */
export const hostileCases: readonly CorpusCase[] = [
  {
    name: 'a body without end',
    origin: 'http.body-too-large',
    start: (rig) => onInitialize(rig, endless(json, '[1,2,3,')),
    flags: { maxBodyBytes: 300_000 },
    expect: broken('http.body-too-large', 3),
  },
  {
    name: 'an event stream without end and without a reply',
    origin: 'http.body-too-large',
    start: (rig) => onInitialize(rig, endless({ 'content-type': 'text/event-stream' }, ': keep-alive\n\n')),
    flags: { maxBodyBytes: 300_000 },
    expect: broken('http.body-too-large', 3),
  },
  {
    name: 'a gigabyte announced, ten bytes sent',
    origin: 'transport.no-reply',
    start: (rig) =>
      onInitialize(rig, (_call, response) => {
        response.writeHead(200, { ...json, 'content-length': '1073741824' });
        response.write('{"jsonrpc"');
      }),
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('transport.no-reply', 3),
  },
  {
    name: 'a flood of headers',
    origin: 'http.malformed-answer',
    start: (rig) =>
      onInitialize(rig, (_call, response) => {
        for (let index = 0; index < 2_000; index += 1) response.setHeader(`x-flood-${String(index)}`, 'x'.repeat(200));
        response.writeHead(200, json);
        response.end(`{"jsonrpc":"2.0","id":1,"result":${result}}`);
      }),
    expect: broken('http.malformed-answer', 3),
  },
  {
    name: 'two hundred megabytes in a small compressed body',
    origin: 'http.body-too-large',
    start: (rig) => onInitialize(rig, gzipBomb(200)),
    flags: { maxBodyBytes: 1_000_000 },
    expect: broken('http.body-too-large', 3),
  },
  {
    name: 'JSON that is a hundred thousand arrays deep',
    origin: 'transport.malformed-json',
    start: (rig) => onInitialize(rig, respond(200, json, `{"jsonrpc":"2.0","id":1,"result":${nested(100_000)}}`)),
    expect: broken('transport.malformed-json', 3),
  },
  {
    name: 'headers that never end',
    origin: 'net.timeout',
    start: async (rig) => {
      await rig.rawTls(host, (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x-slow: 1\r\n'), 100);
        socket.on('close', () => {
          clearInterval(timer);
        });
      });
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('net.timeout', 3),
  },
  {
    name: 'a healthy reply, byte by byte',
    origin: 'transport.no-reply',
    start: async (rig) => {
      const slow = (call: Call): Handler => {
        const reply = `{"jsonrpc":"2.0","id":${JSON.stringify(call.message?.['id'])},"result":${asks('initialize')(call) ? result : JSON.stringify({ tools: sampleTools })}}`;
        return byteByByte(200, { 'content-type': 'text/event-stream' }, `event: message\ndata: ${reply}\n\n`);
      };
      const mcp = rig.mcp({ sessions: false });
      await rig.host(
        host,
        routes({
          '/mcp': (call, response) =>
            (asks('initialize')(call) || asks('tools/list')(call) ? slow(call) : mcp)(call, response),
        }),
      );
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'names in bytes that are no UTF-8',
    origin: 'transport.malformed-json',
    start: async (rig) => {
      const mcp = rig.mcp({ sessions: false });
      const spoilt: Handler = (call, response) => {
        const reply = `{"jsonrpc":"2.0","id":${JSON.stringify(call.message?.['id'])},"result":${result}}`;
        const [before = '', after = ''] = reply.split('acme');
        response.writeHead(200, json);
        response.end(Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from(after)]));
      };
      await rig.host(host, routes({ '/mcp': when(asks('initialize'), spoilt, mcp) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'terminal commands in names',
    origin: 'C041',
    start: async (rig) => {
      const name = '\u001b]0;owned\u0007\u001b[2J\u001b[31mnotes\u202e\u009b1m';
      const tools = [{ ...sampleTools[0], name, title: name, description: name }];
      await rig.host(host, routes({ '/mcp': rig.mcp({ name, tools }) }));
      return url;
    },
    expect: broken('tools.name-invalid', 11, 'tools.description-steers-model', ...openAndStrict),
    also: (_rig, report) => {
      const text = renderText(report, { color: false, width: 80 });
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    },
  },
  {
    name: 'two hundred thousand tools',
    origin: 'tools.list-heavy',
    start: async (rig) => {
      const schema = { type: 'object', properties: { a: { pattern: '^(a+)+$' }, b: { $ref: '#' } } };
      const tools = Array.from({ length: 200_000 }, (_, index) =>
        index % 20 === 0 ? { name: `t${String(index)}`, inputSchema: schema } : { name: 'x y' },
      );
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools }) }));
      return url;
    },
    expect: broken(
      'tools.name-invalid',
      11,
      'tools.schema-invalid',
      'tools.name-duplicate',
      'tools.title-missing',
      'tools.hint-missing',
      'tools.description-missing',
      'tools.list-heavy',
      ...openAndStrict,
    ),
  },
  {
    name: 'an error text full of terminal commands',
    origin: 'transport.initialize-error',
    start: (rig) =>
      onInitialize(
        rig,
        respond(
          200,
          json,
          '{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"\\u001b[2J\\u001b[1;31mAll is well\\u001b[0m"}}',
        ),
      ),
    expect: broken('transport.initialize-error', 3),
    also: (_rig, report) => {
      assert.ok(!renderText(report, { color: false, width: 80 }).includes('\u001b'));
    },
  },
  {
    name: 'resource metadata at the cloud’s own metadata service',
    origin: 'auth.prm-not-found',
    start: async (rig) => {
      await rig.trap('169.254.169.254');
      const lure = challenge(bearerChallenge('http://169.254.169.254/latest/meta-data/'));
      await rig.host(host, routes({ '/mcp': lure }));
      return url;
    },
    expect: broken('auth.prm-not-found', 5),
  },
  {
    name: 'resource metadata that leads on to this machine',
    origin: 'auth.prm-not-found',
    start: async (rig) => {
      const trap = await rig.trap();
      await rig.host(
        host,
        routes({
          '/mcp': challenge(bearerChallenge(`${origin}${metadataPath}`)),
          [metadataPath]: redirect(302, `https://127.0.0.1:${trap.port}/metadata`),
        }),
      );
      return url;
    },
    expect: broken('auth.prm-not-found', 5),
  },
  {
    name: 'an authorization server in a private network',
    origin: 'auth.as-unreachable',
    start: async (rig) => {
      await rig.trap('10.0.0.5');
      const document = resourceMetadata(url, 'https://10.0.0.5/oauth');
      await rig.host(host, guardedServer(origin, { resourceDocument: document, serverDocument: null }));
      return url;
    },
    expect: broken('auth.as-unreachable', 6),
  },
  {
    name: 'a redirect to this machine',
    origin: 'http.redirect-insecure',
    start: async (rig) => {
      const trap = await rig.trap();
      await rig.host(host, redirect(307, `http://127.0.0.1:${trap.port}/latest/api/token`));
      return url;
    },
    expect: broken('http.redirect-insecure', 3),
  },
  {
    name: 'a message endpoint in the private network',
    origin: 'transport.sse-fallback-broken',
    start: async (rig) => {
      await rig.trap('10.0.0.5');
      await rig.host(host, legacySseServer({ endpoint: (path) => `https://10.0.0.5${path}` }));
      return `${origin}/sse`;
    },
    expect: broken('transport.sse-fallback-broken', 3),
  },
];
