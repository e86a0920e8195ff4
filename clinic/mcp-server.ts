import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Json, JsonObject } from '../lib/kernel/json.ts';
import { mediaType } from '../lib/parsing/media-type.ts';
import { legacyVersions } from '../lib/standards/protocol.ts';
import { respond, respondJson, type Call, type Handler } from './http-call.ts';
import { resultOf, rpcError, type McpServerOptions } from './mcp-methods.ts';
import { isModern, modernHandler } from './mcp-modern.ts';

/**
 * A small correct MCP endpoint over Streamable HTTP: the initialize era with sessions, the stateless 2026-07-28 era, or both.
 * What a sample breaks, it breaks with an option or with a handler put before this one.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http
 */
export function mcpServer(options: McpServerOptions = {}): Handler {
  const sessions = new Set<string>();
  const modern = modernHandler(options);
  return (call, response) => {
    if (options.modern === true && isModern(call)) return modern(call, response);
    if (options.legacy?.length === 0) return refuseLegacy(call, response, modern);
    if (call.method === 'GET') return listen(call, response, options);
    if (call.method === 'DELETE') return endSession(call, response, sessions);
    if (call.method !== 'POST') return notAllowed(call, response);
    return post(call, response, options, sessions);
  };
}

function post(
  call: Call,
  response: ServerResponse,
  options: McpServerOptions,
  sessions: Set<string>,
): void | Promise<void> {
  const { message } = call;
  if (!acceptsBoth(call)) return refuse(406, -32000, 'Not Acceptable')(call, response);
  if (message === null) return refuse(400, -32700, 'Parse error')(call, response);
  const keepsSessions = options.sessions !== false;
  if (message['method'] === 'initialize') return open(call, response, options, keepsSessions ? sessions : null);
  if (keepsSessions) {
    const sessionId = call.headers['mcp-session-id'];
    if (typeof sessionId !== 'string') {
      return refuse(400, -32000, 'Bad Request: Mcp-Session-Id header is required')(call, response);
    }
    if (!sessions.has(sessionId)) return refuse(404, -32001, 'Session not found')(call, response);
  }
  const version = call.headers['mcp-protocol-version'];
  if (typeof version === 'string' && !spoken(options).includes(version)) {
    return refuse(400, -32000, `Bad Request: Unsupported protocol version: ${version}`)(call, response);
  }
  return reply(call, response, options, {});
}

function open(
  call: Call,
  response: ServerResponse,
  options: McpServerOptions,
  sessions: Set<string> | null,
): void | Promise<void> {
  const sessionId = (options.newSessionId ?? randomUUID)();
  sessions?.add(sessionId);
  return reply(call, response, options, sessions ? { 'mcp-session-id': sessionId } : {});
}

/** Writes the reply to a request as JSON or as an event; notifications get 202. */
function reply(
  call: Call,
  response: ServerResponse,
  options: McpServerOptions,
  headers: Record<string, string>,
): void | Promise<void> {
  const message = call.message ?? {};
  const { id } = message;
  if (id === undefined) return respond(202, headers)(call, response);
  const answer: JsonObject = { jsonrpc: '2.0', id, ...resultOf(message, options, spoken(options)) };
  const text = JSON.stringify(options.change?.(answer, message) ?? answer);
  if (options.replies === 'sse') {
    return respond(
      200,
      { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', ...headers },
      `event: message\ndata: ${text}\n\n`,
    )(call, response);
  }
  return respond(200, { 'content-type': 'application/json', ...headers }, text)(call, response);
}

function listen(call: Call, response: ServerResponse, options: McpServerOptions): void | Promise<void> {
  if (options.stream !== 'silent') return notAllowed(call, response);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
}

function endSession(call: Call, response: ServerResponse, sessions: Set<string>): void | Promise<void> {
  const known = sessions.delete(String(call.headers['mcp-session-id']));
  return respond(known ? 204 : 404, {})(call, response);
}

function refuseLegacy(call: Call, response: ServerResponse, modern: Handler): void | Promise<void> {
  if (call.method !== 'POST') return notAllowed(call, response);
  return modern(call, response);
}

function notAllowed(call: Call, response: ServerResponse): void | Promise<void> {
  return respondJson(
    405,
    { jsonrpc: '2.0', error: rpcError(-32000, 'Method not allowed.'), id: null },
    { allow: 'POST, DELETE' },
  )(call, response);
}

function refuse(status: number, code: number, text: string): Handler {
  return (call, response) => {
    const id: Json = call.message?.['id'] ?? null;
    return respondJson(status, { jsonrpc: '2.0', error: rpcError(code, text), id })(call, response);
  };
}

function acceptsBoth(call: Call): boolean {
  const accepted = new Set((call.headers.accept ?? '').split(',').map(mediaType));
  return accepted.has('application/json') && accepted.has('text/event-stream');
}

function spoken(options: McpServerOptions): readonly string[] {
  return options.legacy ?? legacyVersions;
}
