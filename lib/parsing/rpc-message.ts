import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import type { RpcError } from '../kernel/rpc-reply.ts';

/** How a JSON value relates to the request with our id. `foreign`: a reply to another request; `other`: no reply at all. */
export type RpcMessage =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: RpcError }
  | { readonly kind: 'error-without-id'; readonly error: RpcError }
  | { readonly kind: 'malformed'; readonly problem: string }
  | { readonly kind: 'foreign'; readonly problem: string }
  | { readonly kind: 'other'; readonly problem: string };

/**
 * Reads one JSON-RPC message, or a batch of them, as the reply to the request with this id.
 * @see https://www.jsonrpc.org/specification#response_object
 */
export function readRpcMessage(value: Json, id: number): RpcMessage {
  if (!Array.isArray(value)) return readSingle(value, id);
  const batch = (value as readonly Json[]).map((item) => readSingle(item, id));
  if (batch.length === 0) return { kind: 'malformed', problem: 'it is an empty array' };
  return bestOf(batch) ?? { kind: 'other', problem: 'it is an array without the reply' };
}

/** The message that answers best: a valid reply goes before a broken one, and that before another request's, whatever their order. */
export function bestOf(messages: readonly RpcMessage[]): RpcMessage | undefined {
  return (
    messages.find(({ kind }) => kind === 'result' || kind === 'error') ??
    messages.find(({ kind }) => kind === 'error-without-id') ??
    messages.find(({ kind }) => kind === 'malformed') ??
    messages.find(({ kind }) => kind === 'foreign')
  );
}

/** True when no better reply to our id can be expected after this message, so that reading may end. */
export function settlesRequest(value: Json, id: number): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some((item) => settlesRequest(item, id));
  if (!isJsonObject(value) || 'method' in value || !('result' in value || 'error' in value)) return false;
  const own = value['id'];
  return lacksId(own) || String(own) === String(id);
}

function readSingle(value: Json, id: number): RpcMessage {
  if (!isJsonObject(value)) return { kind: 'malformed', problem: 'it is no JSON object' };
  if ('method' in value) return { kind: 'other', problem: 'it is a request or a notification, not a reply' };
  const problem = envelopeProblem(value);
  if (problem !== undefined) return { kind: 'malformed', problem };
  return 'result' in value ? readResult(value, id) : readError(value, id);
}

function envelopeProblem(message: JsonObject): string | undefined {
  if (!('jsonrpc' in message)) return 'it has no jsonrpc member';
  if (message['jsonrpc'] !== '2.0') return 'its jsonrpc member is not "2.0"';
  const hasResult = 'result' in message;
  const hasError = 'error' in message;
  if (hasResult && hasError) return 'it has both a result and an error member';
  if (!hasResult && !hasError) return 'it has neither a result nor an error member';
  return undefined;
}

function readResult(message: JsonObject, id: number): RpcMessage {
  const own = message['id'];
  if (own === undefined) return { kind: 'malformed', problem: 'its id is missing' };
  if (own === id) return { kind: 'result', result: message['result'] ?? null };
  return idProblem(own, id);
}

function readError(message: JsonObject, id: number): RpcMessage {
  const { error } = message;
  if (!isJsonObject(error)) return { kind: 'malformed', problem: 'its error is no object' };
  const { code, message: words, data } = error;
  if (typeof code !== 'number') return { kind: 'malformed', problem: 'its error has no numeric code' };
  if (typeof words !== 'string') return { kind: 'malformed', problem: 'its error has no message' };
  const read: RpcError = { code, message: words, data: data ?? null };
  const own = message['id'];
  if (own === id) return { kind: 'error', error: read };
  return lacksId(own) ? { kind: 'error-without-id', error: read } : idProblem(own, id);
}

/** The Python SDK puts "server-error" where the id of the refused request is not known. */
function lacksId(id: Json | undefined): boolean {
  return id === undefined || id === null || id === 'server-error';
}

function idProblem(own: Json | undefined, id: number): RpcMessage {
  if (own === null) return { kind: 'malformed', problem: 'its id is null' };
  if (own === String(id)) {
    return { kind: 'malformed', problem: `its id is the text "${id}", and the request’s was the number ${id}` };
  }
  if (typeof own === 'number' || typeof own === 'string') {
    return { kind: 'foreign', problem: `its id is another than the request’s (${id})` };
  }
  return { kind: 'malformed', problem: 'its id is neither a number nor a text' };
}
