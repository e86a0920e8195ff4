import type { Json, JsonObject } from './json.ts';

/**
 * What the body of an answer to a JSON-RPC request turned out to be.
 * - `result` / `error`: a valid reply with our id.
 * - `error-without-id`: a JSON-RPC error whose id is null or absent, which the transport allows on 4xx answers.
 * - `malformed-jsonrpc`: JSON that is no valid reply; `problem` names the defect in words.
 * - `malformed-json` / `malformed-sse`: the declared type promises JSON or events, and the body does not hold them.
 * - `empty`: no body at all. `other-type`: a body of another media type, such as HTML.
 * - `none`: the stream or body opened and no reply came within the limit.
 * - `failed`: there was no HTTP response.
 */
export type RpcReply =
  | { readonly kind: 'result'; readonly via: 'json' | 'sse'; readonly result: Json }
  | { readonly kind: 'error'; readonly via: 'json' | 'sse'; readonly error: RpcError }
  | { readonly kind: 'error-without-id'; readonly via: 'json' | 'sse'; readonly error: RpcError }
  | { readonly kind: 'malformed-jsonrpc'; readonly problem: string }
  | { readonly kind: 'malformed-json'; readonly problem: string }
  | { readonly kind: 'malformed-sse'; readonly problem: string }
  | { readonly kind: 'wrong-content-type'; readonly contentType: string }
  | { readonly kind: 'other-type'; readonly contentType: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

/** A JSON-RPC 2.0 error object. */
export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: Json;
}

/** True when the reply shows that a JSON-RPC peer is there, whatever it said. */
export function isRpcPeer(reply: RpcReply): boolean {
  return reply.kind === 'result' || reply.kind === 'error' || reply.kind === 'error-without-id';
}

/** The reply's result when it is an object, else undefined. */
export function resultObject(reply: RpcReply): JsonObject | undefined {
  if (reply.kind !== 'result') return undefined;
  const { result } = reply;
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? (result as JsonObject) : undefined;
}
