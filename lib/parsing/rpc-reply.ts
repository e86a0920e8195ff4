import type { BodyEnd } from '../kernel/exchange.ts';
import type { RpcReply } from '../kernel/rpc-reply.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { mediaType } from './media-type.ts';
import { readRpcMessage, type RpcMessage } from './rpc-message.ts';
import { readSse } from './sse-reply.ts';

/** The answer to a JSON-RPC request as it came over HTTP. */
export interface RpcAnswer {
  readonly status: number;
  /** The Content-Type header, empty when there was none. */
  readonly contentType: string;
  /** The body as far as it was read. */
  readonly text: string;
  readonly end: BodyEnd;
  /** The id of our request. */
  readonly id: number;
}

/**
 * Says what the body of an answer to a JSON-RPC request is. Never throws.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#sending-messages-to-the-server
 */
export function readRpcReply(answer: RpcAnswer): RpcReply {
  if (answer.status === 202 || answer.status === 204) return { kind: 'empty' };
  if (answer.text.trim() === '') return isWhole(answer.end) ? { kind: 'empty' } : { kind: 'none' };
  const type = declaredType(answer.contentType);
  if (type === 'application/json') return fromJson(answer);
  if (type === 'text/event-stream') return fromStream(answer);
  const contentType = answer.contentType.slice(0, 200);
  return holdsRpc(answer) ? { kind: 'wrong-content-type', contentType } : { kind: 'other-type', contentType };
}

function fromJson({ text, end, id }: RpcAnswer): RpcReply {
  // A client waits for the end of a JSON body, so what came before a cut is no reply to it.
  if (!isWhole(end)) return { kind: 'none' };
  const parsed = parseBoundedJson(text);
  if (!parsed.ok) return { kind: 'malformed-json', problem: parsed.problem };
  return asReply(readRpcMessage(parsed.value, id), 'json');
}

function fromStream({ text, end, id }: RpcAnswer): RpcReply {
  const { message, events, problem, unended } = readSse(text, id);
  // A stream that several requests share, and that stays open, may bring the right reply later.
  if (message !== undefined && !(message.kind === 'foreign' && end === 'enough')) return asReply(message, 'sse');
  if (problem !== undefined) return { kind: 'malformed-sse', problem };
  if (events === 0 && beginsLikeJson(text) && parseBoundedJson(text).ok) {
    return { kind: 'malformed-sse', problem: 'it is plain JSON, without the “data:” that events begin with' };
  }
  if (end !== 'complete') return { kind: 'none' };
  if (unended) return { kind: 'malformed-sse', problem: 'its last event is not ended by an empty line' };
  if (events === 0 && !isOnlyComments(text)) return { kind: 'malformed-sse', problem: 'it holds no event' };
  return { kind: 'none' };
}

function asReply(message: RpcMessage, via: 'json' | 'sse'): RpcReply {
  switch (message.kind) {
    case 'result':
    case 'error':
    case 'error-without-id':
      return { ...message, via };
    case 'malformed':
    case 'foreign':
    case 'other':
      return { kind: 'malformed-jsonrpc', problem: message.problem };
  }
}

/** Looks for a JSON-RPC message under a media type that promises none. */
function holdsRpc({ text, id }: RpcAnswer): boolean {
  const { message } = readSse(text, id);
  if (message !== undefined) return isReply(message);
  if (!beginsLikeJson(text)) return false;
  const parsed = parseBoundedJson(text);
  return parsed.ok && isReply(readRpcMessage(parsed.value, id));
}

function isReply({ kind }: RpcMessage): boolean {
  return kind === 'result' || kind === 'error' || kind === 'error-without-id';
}

function isWhole(end: BodyEnd): boolean {
  return end === 'complete' || end === 'enough';
}

/** A proxy may repeat the header, which joins it with a comma; the same type twice is still that type. */
function declaredType(header: string): string | undefined {
  const whole = mediaType(header);
  if (!whole?.includes(',')) return whole;
  const types = new Set(whole.split(',').map((part) => mediaType(part)));
  const [first] = types;
  return types.size === 1 ? first : undefined;
}

function beginsLikeJson(text: string): boolean {
  return /^[\s\uFEFF]*[[{]/.test(text.slice(0, 1_000));
}

function isOnlyComments(text: string): boolean {
  return text.split(/\r\n?|\n/).every((line) => /^(?::|retry:|id:|\uFEFF?$)/.test(line));
}
