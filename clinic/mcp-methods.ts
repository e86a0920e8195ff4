import { isJsonObject, stringMember, type Json, type JsonObject } from '../lib/kernel/json.ts';

/** How a sample MCP server behaves. */
export interface McpServerOptions {
  readonly name?: string;
  /** How requests are answered; default JSON. */
  readonly replies?: 'json' | 'sse';
  /** Default true: initialize gives out a session that later requests must name. */
  readonly sessions?: boolean;
  /** Versions of the initialize era, newest first; empty for none. Default all. */
  readonly legacy?: readonly string[];
  /** Also speaks 2026-07-28. Default false. */
  readonly modern?: boolean;
  readonly tools?: readonly Json[];
  /** Tools on one page of the listing; default all. */
  readonly pageSize?: number;
  /** GET on the endpoint: a stream on which nothing is said, or (default) 405. */
  readonly stream?: 'silent' | 'none';
  readonly newSessionId?: () => string;
  /** Changes a reply before it is written. */
  readonly change?: (reply: JsonObject, request: JsonObject) => Json;
}

/** Two harmless tools, titled and hinted as the directory asks for. */
export const sampleTools: readonly JsonObject[] = ['list_notes', 'read_note'].map((name) => ({
  name,
  title: name === 'list_notes' ? 'List notes' : 'Read a note',
  description: 'Reads from a small notebook that never changes.',
  inputSchema: { type: 'object', properties: { topic: { type: 'string' } } },
  annotations: { readOnlyHint: true, destructiveHint: false },
}));

/** The `result` or `error` member that answers a request of either era. */
export function resultOf(
  request: JsonObject,
  options: McpServerOptions,
  versions: readonly string[],
): { readonly result: Json } | { readonly error: Json } {
  const params = request['params'];
  const method = stringMember(request, 'method');
  if (method === 'initialize') {
    return { result: initialized(stringMember(params, 'protocolVersion'), options, versions) };
  }
  if (method === 'ping') return { result: {} };
  if (method === 'tools/list') return { result: toolPage(stringMember(params, 'cursor'), options) };
  if (method === 'tools/call') {
    return { error: rpcError(-32602, `Unknown tool: ${stringMember(params, 'name') ?? ''}`) };
  }
  return { error: rpcError(-32601, 'Method not found') };
}

/** The name that a sample server gives itself. */
export function serverInfo(options: McpServerOptions): JsonObject {
  return { name: options.name ?? 'clinic-notebook', title: 'Clinic notebook', version: '1.0.0' };
}

/** A JSON-RPC error object. */
export function rpcError(code: number, message: string, data?: Json): JsonObject {
  return { code, message, ...(data !== undefined && { data }) };
}

/** The request's protocol version as its `_meta` states it (2026-07-28), else undefined. */
export function metaVersion(request: JsonObject | null): string | undefined {
  const params = request?.['params'];
  return isJsonObject(params) ? stringMember(params['_meta'], 'io.modelcontextprotocol/protocolVersion') : undefined;
}

function initialized(asked: string | undefined, options: McpServerOptions, versions: readonly string[]): JsonObject {
  const protocolVersion = asked !== undefined && versions.includes(asked) ? asked : (versions[0] ?? '');
  return { protocolVersion, capabilities: { tools: {} }, serverInfo: serverInfo(options) };
}

function toolPage(cursor: string | undefined, options: McpServerOptions): JsonObject {
  const tools = options.tools ?? sampleTools;
  const size = options.pageSize ?? Math.max(tools.length, 1);
  const from = cursor === undefined ? 0 : Number(cursor);
  const to = from + size;
  return { tools: tools.slice(from, to), ...(to < tools.length && { nextCursor: String(to) }) };
}
