import type { RpcEvidence } from '../../kernel/evidence.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Answer, Ask } from '../../kernel/probe.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { toolName, toolVersion } from '../../kernel/tool-version.ts';
import { readRpcReply } from '../../parsing/rpc-reply.ts';
import { createReplyWatcher } from '../../parsing/sse-reply.ts';
import { claudeCapabilities } from '../../standards/apps.ts';
import { modernVersion } from '../../standards/protocol.ts';

/** A JSON-RPC message to post to an MCP endpoint. */
export interface RpcRequest {
  readonly url: string;
  readonly era: 'legacy' | 'modern';
  readonly method: string;
  readonly step: StepNumber | null;
  readonly params?: JsonObject;
  /** Absent for notifications. */
  readonly id?: number;
  readonly sessionId?: string | null;
  /** The MCP-Protocol-Version header of the legacy era, sent after initialize; modern requests always carry theirs. */
  readonly protocolVersion?: string;
  /** The access token, once there is one. */
  readonly bearer?: string | null;
  readonly limit?: Ask['limit'];
  readonly userAgent?: string;
  readonly origin?: string;
  readonly signal?: AbortSignal;
}

const clientInfo = { name: toolName, version: toolVersion };

/**
 * The HTTP request for a JSON-RPC message, with the headers that its era asks for. Reading stops as soon as the reply was seen,
 * so that a stream that stays open holds nobody.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#request-metadata
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#sending-messages-to-the-server
 */
export function rpcAsk(request: RpcRequest): Ask {
  const { id } = request;
  const watcher = id === undefined ? undefined : createReplyWatcher(id);
  return {
    step: request.step,
    method: 'POST',
    url: request.url,
    era: request.era,
    withOwnHeaders: true,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(request.era === 'modern' ? modernHeaders(request) : legacyHeaders(request)),
      ...bearerHeader(request.bearer),
    },
    body: JSON.stringify(messageOf(request)),
    ...(watcher && { onText: (piece: string) => (watcher.push(piece) ? 'stop' : 'go-on') }),
    ...(request.limit && { limit: request.limit }),
    ...(request.userAgent !== undefined && { userAgent: request.userAgent }),
    ...(request.origin !== undefined && { origin: request.origin }),
    ...(request.signal && { signal: request.signal }),
  };
}

/** Reads an answer as the reply to the request with this id. */
export function readRpc(answer: Answer, id: number): RpcEvidence {
  if (answer.kind === 'failure') return { exchange: answer.exchange, reply: { kind: 'failed' } };
  const reply = readRpcReply({
    status: answer.exchange.status,
    contentType: answer.headers['content-type'] ?? '',
    text: answer.text,
    end: answer.end,
    id,
  });
  return { exchange: answer.exchange, reply };
}

/** The Authorization header that carries an access token, or none. */
export function bearerHeader(bearer: string | null | undefined): Readonly<Record<string, string>> {
  return bearer == null ? {} : { authorization: `Bearer ${bearer}` };
}

/** The parameters of `initialize` for the version offered. */
export function initializeParams(protocolVersion: string): JsonObject {
  return { protocolVersion, capabilities: claudeCapabilities, clientInfo };
}

function messageOf(request: RpcRequest): JsonObject {
  const params: Json | undefined =
    request.era === 'modern' ? { ...request.params, _meta: modernMeta(request.params) } : request.params;
  return {
    jsonrpc: '2.0',
    ...(request.id !== undefined && { id: request.id }),
    method: request.method,
    ...(params !== undefined && { params }),
  };
}

function modernMeta(params: JsonObject | undefined): JsonObject {
  const own = params?.['_meta'];
  return {
    'io.modelcontextprotocol/protocolVersion': modernVersion,
    'io.modelcontextprotocol/clientInfo': clientInfo,
    'io.modelcontextprotocol/clientCapabilities': claudeCapabilities,
    ...(typeof own === 'object' && own !== null && !Array.isArray(own) ? (own as JsonObject) : {}),
  };
}

function modernHeaders(request: RpcRequest): Record<string, string> {
  const name = request.params?.['name'] ?? request.params?.['uri'];
  return {
    'mcp-protocol-version': request.protocolVersion ?? modernVersion,
    'mcp-method': request.method,
    ...(typeof name === 'string' && { 'mcp-name': headerValue(name) }),
  };
}

/** A name that no header can carry as it is travels as Base64 of its UTF-8. */
function headerValue(name: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(name) && !name.startsWith('=?base64?')) return name;
  const bytes = Array.from(new TextEncoder().encode(name), (byte) => String.fromCharCode(byte));
  return `=?base64?${btoa(bytes.join(''))}?=`;
}

function legacyHeaders(request: RpcRequest): Record<string, string> {
  return {
    ...(request.protocolVersion !== undefined && { 'mcp-protocol-version': request.protocolVersion }),
    ...(request.sessionId != null && { 'mcp-session-id': request.sessionId }),
  };
}
