import { gzipSync } from 'node:zlib';
import { asks, respond, routes, when, type Call, type Handler } from '../../clinic/http-call.ts';
import { legacySseServer } from '../../clinic/legacy-sse-server.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { degraded, openAndStrict, ready } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const events = { 'content-type': 'text/event-stream' };

/** Everything but initialize goes to the minimal server, without sessions; initialize is answered by `write`. */
async function openingWith(rig: Rig, write: (reply: string) => Handler): Promise<string> {
  const opening: Handler = (call, response) => write(initializeReply(call))(call, response);
  await rig.host(host, routes({ '/mcp': when(asks('initialize'), opening, rig.mcp({ sessions: false })) }));
  return url;
}

function initializeReply(call: Call): string {
  const result = {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'acme', version: '1.0.0' },
  };
  return JSON.stringify({ jsonrpc: '2.0', id: call.message?.['id'] ?? null, result });
}

/** Unusual forms that the standards allow, and that must not be held against a server. */
export const healthyFormCases: readonly CorpusCase[] = [
  {
    name: 'a reply on a stream that stays open afterwards',
    origin: 'C169',
    start: (rig) =>
      openingWith(rig, (reply) => (_call, response) => {
        response.writeHead(200, events);
        response.write(`event: message\ndata: ${reply}\n\n`);
      }),
    expect: ready(...openAndStrict),
  },
  {
    name: 'events with CR LF, comments, ids, several data lines and a notification first',
    origin: 'transport.malformed-sse',
    start: (rig) =>
      openingWith(rig, (reply) => {
        const notification =
          '{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"hello"}}';
        const comma = reply.indexOf(',') + 1;
        const lines = [': hello', '', 'id: 1', 'retry: 3000', `data: ${notification}`, ''];
        const last = ['id: 2', 'event: message', `data:${reply.slice(0, comma)}`, `data:${reply.slice(comma)}`, '', ''];
        return respond(200, events, [...lines, ...last].join('\r\n'));
      }),
    expect: ready(...openAndStrict),
  },
  {
    name: 'a media type in capitals, with a parameter, and a byte order mark',
    origin: 'transport.content-type-wrong',
    start: (rig) =>
      openingWith(rig, (reply) =>
        respond(200, { 'content-type': 'Application/JSON; charset="UTF-8"' }, `\ufeff${reply}`),
      ),
    expect: ready(...openAndStrict),
  },
  {
    name: 'a compressed reply',
    origin: 'transport.malformed-json',
    start: (rig) =>
      openingWith(rig, (reply) => (_call, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync(reply));
      }),
    expect: ready(...openAndStrict),
  },
  {
    name: 'the newest version alone, whatever is offered',
    origin: 'C141',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ legacy: ['2025-11-25'] }) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'an older version, offered in place of the newest',
    origin: 'C139',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ legacy: ['2025-03-26', '2024-11-05'] }) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'DELETE is not offered',
    origin: 'transport.session-not-kept',
    start: async (rig) => {
      const refuse = respond(405, { allow: 'POST', 'content-type': 'text/plain' }, 'Method Not Allowed');
      await rig.host(host, routes({ '/mcp': when((call) => call.method === 'DELETE', refuse, rig.mcp()) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'looked at with --thorough',
    origin: 'transport.wrong-path',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp(), '/v1/mcp': rig.mcp() }));
      return url;
    },
    flags: { thorough: true },
    expect: ready(...openAndStrict),
  },
  {
    name: 'legacy HTTP+SSE that answers messages by 200 with a body',
    origin: 'C171',
    start: async (rig) => {
      await rig.host(host, legacySseServer({ accepted: respond(200, { 'content-type': 'text/plain' }, 'ok') }));
      return `${origin}/sse`;
    },
    expect: degraded('transport.sse-only', 'auth.open'),
  },
];
