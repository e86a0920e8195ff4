import { expect } from 'vitest';
import type { AnyCheck, CodeDefinition, Found, Outcome } from '../../../../lib/kernel/check.ts';
import type {
  DocumentAttempt,
  DocumentForm,
  Documents,
  EvidenceKey,
  EvidenceMap,
} from '../../../../lib/kernel/evidence.ts';
import type { Exchange, FailureReason, Headers, ResponseExchange } from '../../../../lib/kernel/exchange.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import type { Observation, UnavailableBecause } from '../../../../lib/kernel/observation.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';
import { problemsOfWords } from '../../../../lib/i18n/words.ts';

export const origin = 'https://mcp.acme.dev';
export const connector = `${origin}/mcp`;
export const metadataUrl = `${origin}/.well-known/oauth-protected-resource/mcp`;
export const bearer = `Bearer resource_metadata="${metadataUrl}"`;

let count = 0;

function base(url: string, method: string) {
  count += 1;
  return {
    id: `e${String(count)}`,
    step: null,
    method,
    url,
    requestHeaders: {},
    requestBody: null,
    variant: { era: null, userAgent: 'test', origin: null },
    redirects: [],
    remoteAddress: null,
    timing: { startedAt: 0, headersMs: 1, durationMs: 2 },
  } as const;
}

/** A response; a body that is no text is sent as JSON. */
export function answer(
  status: number,
  body: Json = '',
  headers: Headers = {},
  more: Partial<ResponseExchange> = {},
): ResponseExchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  return {
    ...base(connector, 'POST'),
    kind: 'response',
    finalUrl: connector,
    status,
    headers: { 'content-type': type, ...headers },
    body: text,
    bodyBytes: text.length,
    bodyTruncated: false,
    bodyEnd: 'complete',
    chunks: [],
    ...more,
  };
}

export function failure(reason: FailureReason): Exchange {
  return { ...base(connector, 'POST'), kind: 'failure', reason, detail: reason };
}

/** An attempt at a document: an exchange, a JSON document that was served well, a failure, or the reason why it was not asked. */
export function attempt(
  url: string,
  form: DocumentForm,
  outcome:
    ResponseExchange | { readonly json: Json; readonly type?: string } | FailureReason | 'not-https' | 'invalid-url',
): DocumentAttempt {
  if (outcome === 'not-https' || outcome === 'invalid-url' || outcome === 'private-address') {
    return { url, form, exchange: null, refused: outcome, document: null };
  }
  if (typeof outcome === 'string') {
    return { url, form, exchange: failure(outcome), refused: null, document: null };
  }
  if ('json' in outcome) {
    const headers = { 'content-type': outcome.type ?? 'application/json' };
    return { url, form, exchange: answer(200, outcome.json, headers), refused: null, document: outcome.json };
  }
  return { url, form, exchange: outcome, refused: null, document: parsed(outcome.body) };
}

export function documents(...attempts: readonly DocumentAttempt[]): Documents {
  const chosen = attempts.findIndex(
    ({ exchange, document }) =>
      exchange?.kind === 'response' &&
      exchange.status === 200 &&
      typeof document === 'object' &&
      document !== null &&
      !Array.isArray(document),
  );
  return { attempts, chosen: chosen === -1 ? null : chosen };
}

/** Metadata at the place that the challenge names, or wherever it is said. */
export function resource(document: JsonObject, form: DocumentForm = 'challenge'): Documents {
  return documents(attempt(metadataUrl, form, { json: document }));
}

export function goodResource(more: JsonObject = {}): JsonObject {
  return { resource: connector, authorization_servers: [origin], ...more };
}

export function goodServer(issuer: string, more: JsonObject = {}): JsonObject {
  return {
    issuer,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    ...more,
  };
}

/** An authorization server with these attempts, found through resource metadata. */
export function server(issuer: string, ...attempts: readonly DocumentAttempt[]): EvidenceMap['authorization-server'] {
  return { issuer, from: 'resource-metadata', ...documents(...attempts) };
}

export const healthyServer = server(
  origin,
  attempt(`${origin}/.well-known/oauth-authorization-server`, 'rfc8414', { json: goodServer(origin) }),
);

/** The connector’s own origin, looked at for want of resource metadata. */
export function originServer(document: JsonObject | null): EvidenceMap['authorization-server'] {
  const url = `${origin}/.well-known/oauth-authorization-server`;
  const found = document === null ? attempt(url, 'origin', answer(404)) : attempt(url, 'origin', { json: document });
  return { issuer: origin, from: 'origin', ...documents(found) };
}

/** Nothing at the well-known places, the one in the challenge included when there is one. */
export function noResource(...first: readonly DocumentAttempt[]): Documents {
  return documents(
    ...first,
    attempt(metadataUrl, 'path', answer(404)),
    attempt(`${origin}/.well-known/oauth-protected-resource`, 'root', answer(404)),
  );
}

export function endpoints(exists: boolean): EvidenceMap['default-endpoints'] {
  return {
    endpoints: ['/authorize', '/token', '/register'].map((path) => ({
      path,
      exchange: answer(exists ? 400 : 404),
      exists,
    })),
  };
}

export function initialize(
  exchange: Exchange,
  reply: RpcReply = { kind: 'other-type', contentType: '' },
): EvidenceMap['initialize'] {
  return { exchange, reply, sessionIssued: false, offeredVersion: '2025-11-25' };
}

export const works = initialize(answer(200, { jsonrpc: '2.0', id: 1, result: {} }), {
  kind: 'result',
  via: 'json',
  result: {},
});

export const listed: EvidenceMap['listing'] = { era: 'legacy', pages: [], tools: [], end: 'complete' };

export function failedListing(exchange: Exchange, reply: RpcReply): EvidenceMap['listing'] {
  return { era: 'legacy', pages: [{ exchange, reply }], tools: [], end: 'failed' };
}

export function rpcError(message: string, code = -32_001): RpcReply {
  return { kind: 'error', via: 'json', error: { code, message, data: null } };
}

/** What was typed: the usual connector unless said otherwise. */
export function typed(href = connector, more: Partial<EvidenceMap['typed']> = {}): EvidenceMap['typed'] {
  const url = new URL(href);
  return {
    text: href,
    kind: 'url',
    cleaned: [],
    ignored: { addresses: 0, headers: 0 },
    localServer: null,
    placeholder: null,
    problem: null,
    url: {
      href,
      scheme: url.protocol,
      hostname: url.hostname,
      port: 443,
      hasUserinfo: false,
      credentialParameters: [],
      hasFragment: false,
      hasTrailingSlash: href.endsWith('/'),
      unicodeHostname: null,
    },
    local: false,
    connectTo: false,
    headerNames: [],
    clientGiven: null,
    stepTimeoutMs: 10_000,
    ...more,
  };
}

export type Evidence = { readonly [K in EvidenceKey]?: EvidenceMap[K] | Observation<never> };

export function unavailable(because: UnavailableBecause): Observation<never> {
  return { status: 'unavailable', because };
}

export interface Judged {
  readonly found: readonly Found<FindingCode>[];
  /** Sorted codes of the findings. */
  readonly codes: readonly FindingCode[];
  /** Code to reason; codes that are found are left out. */
  readonly skipped: Readonly<Record<string, string>>;
  /** Codes that are neither found nor skipped. */
  readonly passed: readonly FindingCode[];
}

/** Runs a check on evidence (what is not given was ruled out earlier), and sees that every finding's words can be filled. */
export function judge(check: AnyCheck, evidence: Evidence): Judged {
  const seen: Record<string, unknown> = {};
  for (const key of [...check.needs, ...check.uses] as readonly EvidenceKey[]) {
    const given = evidence[key] ?? (key === 'typed' ? typed() : undefined);
    const observation =
      given === undefined
        ? unavailable('prerequisite')
        : 'status' in given && !('kind' in given)
          ? given
          : { status: 'observed', value: given };
    seen[key] = (check.needs as readonly EvidenceKey[]).includes(key) ? given : observation;
  }
  const outcomes = check.evaluate(seen as never, { now: 0 }) as readonly Outcome<FindingCode>[];
  const found = outcomes.filter((outcome) => outcome.kind === 'found');
  const definitions = check.codes as Readonly<Record<string, CodeDefinition>>;
  for (const { code, values } of found) {
    const definition = definitions[code];
    if (!definition) throw new Error(`the check does not own ${code}`);
    expect(problemsOfWords(definition, values ?? {}), code).toEqual([]);
  }
  const codes = found.map(({ code }) => code).sort();
  const skipped: Record<string, string> = {};
  for (const outcome of outcomes) {
    if (outcome.kind !== 'skip') continue;
    for (const code of outcome.codes) if (!codes.includes(code)) skipped[code] = outcome.because;
  }
  const passed = (Object.keys(check.codes) as FindingCode[]).filter(
    (code) => !codes.includes(code) && !(code in skipped),
  );
  return { found, codes, skipped, passed };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
