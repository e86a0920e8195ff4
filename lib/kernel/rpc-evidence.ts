import type { Exchange } from './exchange.ts';
import type { RpcReply } from './rpc-reply.ts';

/** A JSON-RPC request and its answer. */
export interface RpcEvidence {
  readonly exchange: Exchange;
  readonly reply: RpcReply;
}
