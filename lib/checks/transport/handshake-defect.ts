import type { RpcEvidence } from '../../kernel/evidence.ts';
import type { Confidence, Severity, Values } from '../../kernel/finding.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { negotiatedVersion } from '../../parsing/negotiation.ts';

/** A defect of a result of initialize, as values and weight of transport.malformed-jsonrpc. */
export interface HandshakeDefect {
  readonly values: Values;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

/** Since this version a message stands by itself; only 2025-03-26 knew several in one array. */
const firstWithoutBatches = '2025-06-18';

/**
 * What keeps clients from taking a result of initialize that has come through, or null when it is well.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization
 */
export function handshakeDefect(evidence: RpcEvidence): HandshakeDefect | null {
  const result = resultObject(evidence.reply);
  if (!result) return problem('the result of initialize is not an object');
  const version = negotiatedVersion(evidence.reply);
  if (version === undefined) return problem('the result of initialize has no protocolVersion');
  const missing = missingMember(result);
  // The official clients hold the result against its schema and give up; whether Claude is as strict cannot be seen from here.
  if (missing) return { ...problem(`the result of initialize has no ${missing}`, 'official'), confidence: 'likely' };
  if (version >= firstWithoutBatches && isBatch(evidence)) {
    return {
      ...problem('the reply stands in an array (a batch), which the protocol has not allowed since 2025-06-18', 'some'),
      severity: 'problem',
      confidence: 'likely',
    };
  }
  return null;
}

function problem(text: string, who: 'all' | 'official' | 'some' = 'all'): { readonly values: Values } {
  return { values: { problem: text, who } };
}

function missingMember(result: JsonObject): string | undefined {
  const info = result['serverInfo'];
  if (!isJsonObject(info)) return 'serverInfo';
  if (stringMember(info, 'name') === undefined) return 'serverInfo.name';
  if (stringMember(info, 'version') === undefined) return 'serverInfo.version';
  return isJsonObject(result['capabilities']) ? undefined : 'capabilities';
}

function isBatch({ exchange, reply }: RpcEvidence): boolean {
  return (
    reply.kind === 'result' &&
    reply.via === 'json' &&
    exchange.kind === 'response' &&
    /^[\s\uFEFF]*\[/.test(exchange.body)
  );
}
