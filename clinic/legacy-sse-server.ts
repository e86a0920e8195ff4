import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../lib/kernel/json.ts';
import { respond, type Handler } from './http-call.ts';
import { resultOf, type McpServerOptions } from './mcp-methods.ts';

/**
 * The transport before Streamable HTTP: GET opens a stream that names a message endpoint, replies come on the stream.
 * @see https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse
 */
export function legacySseServer(
  options: McpServerOptions & {
    readonly path?: string;
    readonly messages?: string;
    /** How POST on the stream's own path is answered; default 405, on which clients fall back. */
    readonly onPost?: Handler;
    /** How a message is acknowledged; default 202. */
    readonly accepted?: Handler;
    /** Replaces the address in the endpoint event. */
    readonly endpoint?: (path: string) => string;
  } = {},
): Handler {
  const path = options.path ?? '/sse';
  const messages = options.messages ?? '/messages';
  const accepted = options.accepted ?? respond(202, { 'content-type': 'text/plain' }, 'Accepted');
  const streams = new Map<string, ServerResponse>();
  const refusePost =
    options.onPost ?? respond(405, { allow: 'GET', 'content-type': 'text/plain' }, 'Method Not Allowed');
  return (call, response) => {
    if (call.url.pathname === path && call.method === 'GET') {
      const id = randomUUID();
      streams.set(id, response);
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      const endpoint = `${messages}?sessionId=${id}`;
      response.write(`event: endpoint\ndata: ${options.endpoint?.(endpoint) ?? endpoint}\n\n`);
      return;
    }
    if (call.url.pathname === path) return refusePost(call, response);
    const stream = streams.get(call.url.searchParams.get('sessionId') ?? '');
    if (call.url.pathname !== messages || stream === undefined) {
      return respond(404, { 'content-type': 'text/plain' }, 'Not Found')(call, response);
    }
    const message = call.message ?? {};
    if (message['id'] !== undefined) {
      const answer: JsonObject = { jsonrpc: '2.0', id: message['id'], ...resultOf(message, options, ['2024-11-05']) };
      stream.write(`event: message\ndata: ${JSON.stringify(options.change?.(answer, message) ?? answer)}\n\n`);
    }
    return accepted(call, response);
  };
}
