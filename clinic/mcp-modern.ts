import { isJsonObject, type Json, type JsonObject } from '../lib/kernel/json.ts';
import { modernVersion, rpcErrorCodes } from '../lib/standards/protocol.ts';
import { respond, respondJson, type Call, type Handler } from './http-call.ts';
import { metaVersion, resultOf, rpcError, serverInfo, type McpServerOptions } from './mcp-methods.ts';

/** True when a call has the shape of 2026-07-28: its version stands in the message itself. */
export function isModern(call: Call): boolean {
  return metaVersion(call.message) !== undefined;
}

/**
 * Answers requests of the stateless era.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http
 */
export function modernHandler(options: McpServerOptions): Handler {
  return (call, response) => {
    const message = call.message ?? {};
    const refusal = refusalOf(call);
    if (refusal) return respondJson(400, { jsonrpc: '2.0', id: message['id'] ?? null, error: refusal })(call, response);
    if (message['id'] === undefined) return respond(202, {})(call, response);
    const answer: JsonObject = { jsonrpc: '2.0', id: message['id'], ...modernResult(message, options) };
    const changed: Json = options.change?.(answer, message) ?? answer;
    const status = changed === answer && isMethodUnknown(answer) ? 404 : 200;
    return respondJson(status, changed)(call, response);
  };
}

function refusalOf(call: Call): JsonObject | null {
  const version = metaVersion(call.message);
  const header = call.headers['mcp-protocol-version'];
  if (version !== modernVersion) {
    const data = { supported: [modernVersion], ...(version !== undefined && { requested: version }) };
    return rpcError(rpcErrorCodes.unsupportedProtocolVersion, 'Unsupported protocol version', data);
  }
  if (header !== version || call.headers['mcp-method'] !== call.message?.['method']) {
    return rpcError(rpcErrorCodes.headerMismatch, 'The request headers and its body disagree');
  }
  return null;
}

function modernResult(
  message: JsonObject,
  options: McpServerOptions,
): { readonly result: Json } | { readonly error: Json } {
  const common = {
    resultType: 'complete',
    ttlMs: 0,
    cacheScope: 'private',
    _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo(options) },
  };
  if (message['method'] === 'server/discover') {
    return { result: { supportedVersions: [modernVersion], capabilities: { tools: {} }, ...common } };
  }
  if (message['method'] === 'initialize' || message['method'] === 'ping') {
    return { error: rpcError(rpcErrorCodes.methodNotFound, 'Method not found') };
  }
  const answer = resultOf(message, options, []);
  return 'result' in answer ? { result: { ...(answer.result as JsonObject), ...common } } : answer;
}

function isMethodUnknown(answer: JsonObject): boolean {
  const error = answer['error'];
  return isJsonObject(error) && error['code'] === rpcErrorCodes.methodNotFound;
}
