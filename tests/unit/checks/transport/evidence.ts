import { judge } from '../../../../lib/engine/judge.ts';
import type { Observations } from '../../../../lib/engine/run.ts';
import { problemsOfWords } from '../../../../lib/i18n/words.ts';
import type { AnyCheck, CodeDefinition } from '../../../../lib/kernel/check.ts';
import type { EvidenceMap, Listing, RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import type { FailedExchange, FailureReason, ResponseExchange } from '../../../../lib/kernel/exchange.ts';
import type { Confidence, Severity, Skipped, Values } from '../../../../lib/kernel/finding.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';

/** What was observed; everything else counts as not asked. */
export type Evidence = { readonly [K in keyof EvidenceMap]?: EvidenceMap[K] };

/** What a check said about the evidence. */
export interface Said {
  readonly found: readonly FindingCode[];
  readonly passed: readonly FindingCode[];
  readonly skipped: Readonly<Partial<Record<FindingCode, Skipped['because']>>>;
  finding(code: FindingCode): { values: Values; severity: Severity; confidence: Confidence };
}

const endpoint = 'https://mcp.acme-tools.com/mcp';

const base = {
  id: 'e1',
  step: 3,
  method: 'POST',
  url: endpoint,
  requestHeaders: { accept: 'application/json, text/event-stream' },
  requestBody: null,
  variant: { era: 'legacy', userAgent: 'connector-doctor', origin: null },
  redirects: [],
  remoteAddress: '203.0.113.9',
  timing: { startedAt: 1_700_000_000_000, headersMs: 20, durationMs: 30 },
} as const;

/** An HTTP answer; JSON unless its headers say otherwise. */
export function exchange(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
  rest: Partial<ResponseExchange> = {},
): ResponseExchange {
  return {
    ...base,
    kind: 'response',
    finalUrl: endpoint,
    status,
    headers,
    body,
    bodyBytes: body.length,
    bodyTruncated: false,
    bodyEnd: 'complete',
    chunks: body === '' ? [] : [{ atMs: 25, bytes: body.length }],
    ...rest,
  };
}

export function failedExchange(reason: FailureReason, rest: Partial<FailedExchange> = {}): FailedExchange {
  return {
    ...base,
    timing: { startedAt: 1_700_000_000_000, headersMs: null, durationMs: 10_000 },
    kind: 'failure',
    reason,
    detail: reason,
    ...rest,
  };
}

/** No HTTP response at all. */
export function failedRpc(reason: FailureReason): RpcEvidence {
  return { exchange: failedExchange(reason), reply: { kind: 'failed' } };
}

/** A JSON-RPC result over JSON. */
export function result(value: Json, headers: Readonly<Record<string, string>> = {}): RpcEvidence {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, result: value });
  return {
    exchange: exchange(200, body, { 'content-type': 'application/json', ...headers }),
    reply: { kind: 'result', via: 'json', result: value },
  };
}

/** A JSON-RPC error under this HTTP status. */
export function rpcError(status: number, code: number, message: string, data: Json = null): RpcEvidence {
  const body = JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message, data } });
  return {
    exchange: exchange(status, body),
    reply: { kind: 'error-without-id', via: 'json', error: { code, message, data } },
  };
}

/** An answer that is no JSON-RPC. */
export function answer(status: number, contentType: string, body: string, reply?: RpcReply): RpcEvidence {
  const headers: Record<string, string> = contentType === '' ? {} : { 'content-type': contentType };
  const other: RpcReply = body === '' ? { kind: 'empty' } : { kind: 'other-type', contentType };
  return { exchange: exchange(status, body, headers), reply: reply ?? other };
}

/** The answer of initialize as evidence of its probe. */
export function initialize(evidence: RpcEvidence = initialized('2025-11-25')): EvidenceMap['initialize'] {
  const { exchange: answered } = evidence;
  const sessionIssued = answered.kind === 'response' && 'mcp-session-id' in answered.headers;
  return { ...evidence, sessionIssued, offeredVersion: '2025-11-25' };
}

/** A working result of initialize. */
export function initialized(protocolVersion: string, headers: Readonly<Record<string, string>> = {}): RpcEvidence {
  return result(
    { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'notes', version: '1.0.0' } },
    headers,
  );
}

/** The same with a session (its id is redacted in evidence). */
export function withSession(): EvidenceMap['initialize'] {
  return initialize(initialized('2025-11-25', { 'mcp-session-id': '[redacted]' }));
}

/** What a server of 2026-07-28 answers to server/discover. */
export function discovered(...supportedVersions: readonly string[]): RpcEvidence {
  return result({ resultType: 'complete', supportedVersions, capabilities: { tools: {} } });
}

/** What an official v1 server answers to the modern request. */
export const notInitialized = rpcError(400, -32000, 'Bad Request: Server not initialized');

/** The answer of notifications/initialized. */
export const accepted: EvidenceMap['initialized'] = { exchange: exchange(202, '', {}) };

/** A listing that ended well. */
export function listed(tools: readonly Json[] = [{ name: 'search' }]): Listing {
  return { era: 'legacy', pages: [result({ tools: [] })], tools, end: 'complete' };
}

/** A listing whose last page failed. */
export function listingFailed(page: RpcEvidence, before: readonly RpcEvidence[] = []): Listing {
  return { era: 'legacy', pages: [...before, page], tools: [], end: 'failed' };
}

/** The evidence with the version header on its request, as every request after the handshake has it. */
export function withVersionHeader<E extends { readonly exchange: ResponseExchange | FailedExchange }>(evidence: E): E {
  const requestHeaders = { ...evidence.exchange.requestHeaders, 'mcp-protocol-version': '2025-11-25' };
  return { ...evidence, exchange: { ...evidence.exchange, requestHeaders } };
}

/** Judges as the engine does, and sees to it that the words of every finding can be filled. */
export function judged(check: AnyCheck, evidence: Evidence): Said {
  const observations = new Proxy(evidence, {
    get: (target, key) =>
      key in target
        ? { status: 'observed', value: target[key as keyof EvidenceMap] }
        : { status: 'unavailable', because: 'not-asked' },
  }) as unknown as Observations;
  const { findings, passed, skipped, crashed } = judge(
    [check],
    observations,
    { now: 1_700_000_000_000 },
    {
      kind: 'connector',
    },
  );
  const [crash] = crashed;
  if (crash) throw new Error(crash.error);
  for (const { code, values, evidence: ids } of findings) {
    const definition = (check.codes as Record<string, CodeDefinition>)[code];
    if (!definition) throw new Error(`${code} has no definition`);
    const problems = problemsOfWords(definition, values);
    if (problems.length > 0) throw new Error(`${code}: ${problems.join('; ')}`);
    if (ids.length === 0) throw new Error(`${code} names no exchange`);
  }
  return {
    found: findings.map(({ code }) => code),
    passed,
    skipped: Object.fromEntries(skipped.map(({ code, because }) => [code, because])),
    finding(code) {
      const match = findings.find((finding) => finding.code === code);
      if (!match) throw new Error(`${code} was not found`);
      return match;
    },
  };
}
