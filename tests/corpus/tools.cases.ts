import { isJsonObject, stringMember, type JsonObject } from '../../lib/kernel/json.ts';
import { routes } from '../../clinic/http-call.ts';
import { rpcError, sampleTools } from '../../clinic/mcp-methods.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;

function forListing(make: (request: JsonObject) => JsonObject): (reply: JsonObject, request: JsonObject) => JsonObject {
  return (reply, request) => (request['method'] === 'tools/list' ? make(request) : reply);
}

/** What the listing shows. */
export const toolsCases: readonly CorpusCase[] = [
  {
    name: 'the listing is an error',
    origin: 'C180',
    start: async (rig) => {
      const change = forListing((request) => ({
        jsonrpc: '2.0',
        id: request['id'] ?? null,
        error: rpcError(-32603, 'Cannot read properties of undefined'),
      }));
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: broken('tools.list-failed', 11, ...openAndStrict),
  },
  {
    name: 'resources alone, and an honest “method not found” for tools',
    origin: 'tools.none',
    start: async (rig) => {
      const change = (reply: JsonObject, request: JsonObject): JsonObject => {
        if (request['method'] === 'tools/list') {
          return { jsonrpc: '2.0', id: request['id'] ?? null, error: rpcError(-32601, 'Method not found') };
        }
        const result = reply['result'];
        if (request['method'] !== 'initialize' || !isJsonObject(result)) return reply;
        return { ...reply, result: { ...result, capabilities: { resources: {} } } };
      };
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: degraded('tools.none', ...openAndStrict),
  },
  {
    name: 'the listing holds no list',
    origin: 'tools.list-failed',
    start: async (rig) => {
      const change = forListing((request) => ({ jsonrpc: '2.0', id: request['id'] ?? null, result: { tools: {} } }));
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: broken('tools.list-failed', 11, ...openAndStrict),
  },
  {
    name: 'the listing is a list of words',
    origin: 'tools.list-failed',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools: ['a', 'b', null, 5] }) }));
      return url;
    },
    expect: broken('tools.list-failed', 11, ...openAndStrict),
  },
  {
    name: 'a cursor that is no text',
    origin: 'tools.list-failed',
    start: async (rig) => {
      const change = forListing((request) => ({
        jsonrpc: '2.0',
        id: request['id'] ?? null,
        result: { tools: [{ ...sampleTools[0], name: 'one' }], nextCursor: {} },
      }));
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: degraded('tools.list-failed', ...openAndStrict),
  },
  {
    name: 'the second page is an error',
    origin: 'tools.list-failed',
    start: async (rig) => {
      const change = forListing((request) => {
        const id = request['id'] ?? null;
        if (stringMember(request['params'], 'cursor') !== undefined)
          return { jsonrpc: '2.0', id, error: rpcError(-32603, 'boom') };
        const tools = [{ ...sampleTools[0], name: 'one' }];
        return { jsonrpc: '2.0', id, result: { tools, nextCursor: 'next' } };
      });
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: degraded('tools.list-failed', ...openAndStrict),
  },
  {
    name: 'an empty list',
    origin: 'C050',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools: [] }) }));
      return url;
    },
    expect: degraded('tools.none', ...openAndStrict),
  },
  {
    name: 'a cursor that comes back',
    origin: 'tools.pagination-broken',
    start: async (rig) => {
      const change = forListing((request) => ({
        jsonrpc: '2.0',
        id: request['id'] ?? null,
        result: { tools: [{ ...sampleTools[0], name: 'one' }], nextCursor: 'again' },
      }));
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: degraded('tools.pagination-broken', ...openAndStrict),
  },
  {
    name: 'pages without end',
    origin: 'tools.pagination-broken',
    start: async (rig) => {
      const change = forListing((request) => {
        const page = Number(stringMember(request['params'], 'cursor')?.slice('page-'.length) ?? 0) + 1;
        return {
          jsonrpc: '2.0',
          id: request['id'] ?? null,
          result: {
            tools: [{ ...sampleTools[0], name: `tool_${String(page)}` }],
            nextCursor: `page-${String(page)}`,
          },
        };
      });
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: degraded('tools.pagination-broken', ...openAndStrict),
  },
];
