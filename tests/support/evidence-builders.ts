import { unicodeHost } from '../../lib/parsing/punycode.ts';
import { judge } from '../../lib/engine/judge.ts';
import type { Observations } from '../../lib/engine/run.ts';
import { problemsOfWords, wordsOf } from '../../lib/i18n/words.ts';
import type { AnyCheck, CodeDefinition, CodeWords } from '../../lib/kernel/check.ts';
import type {
  AuthorizationServer,
  DocumentAttempt,
  Documents,
  EvidenceMap,
  RpcEvidence,
} from '../../lib/kernel/evidence.ts';
import type { FailedExchange, FailureReason, Headers, Hop, ResponseExchange } from '../../lib/kernel/exchange.ts';
import type { Finding, Skipped } from '../../lib/kernel/finding.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Observation, UnavailableBecause } from '../../lib/kernel/observation.ts';
import type { RpcReply } from '../../lib/kernel/rpc-reply.ts';
import type { TypedUrl } from '../../lib/kernel/target.ts';

/** Unix time of every built exchange, and of the run that judges it. */
export const builtAt = Date.parse('2026-11-01T12:00:00Z');

/** The connector's URL in built evidence, unless another is given. */
export const endpoint = 'https://mcp.acme-tools.com/mcp';

/** An HTTP answer to the first request; `text/html` is guessed from the body. */
export function exchange(
  status: number,
  body = '',
  headers: Headers = {},
  rest: Partial<ResponseExchange> = {},
): ResponseExchange {
  const type = body.startsWith('<') ? 'text/html' : body.startsWith('{') ? 'application/json' : 'text/plain';
  const url = rest.url ?? endpoint;
  return {
    ...base(url),
    kind: 'response',
    finalUrl: rest.redirects?.at(-1)?.to ?? url,
    status,
    headers: body === '' ? headers : { 'content-type': type, ...headers },
    body,
    bodyBytes: body.length,
    bodyTruncated: false,
    bodyEnd: 'complete',
    chunks: [],
    ...rest,
  };
}

/** A request that got no answer. */
export function failedExchange(reason: FailureReason, rest: Partial<FailedExchange> = {}): FailedExchange {
  const url = rest.url ?? endpoint;
  return {
    ...base(url),
    timing: { startedAt: builtAt, headersMs: null, durationMs: 10_000 },
    kind: 'failure',
    reason,
    detail: `it ended with ${reason}`,
    ...rest,
  };
}

/** Redirects one after another, from the connector's URL on. */
export function hops(status: number, ...targets: readonly string[]): readonly Hop[] {
  return targets.map((to, index) => ({ status, from: targets[index - 1] ?? endpoint, to }));
}

/** A JSON-RPC request's answer; without a reply, one that fits the exchange. */
export function rpc(
  answer: ResponseExchange | FailedExchange,
  reply?: RpcReply,
): RpcEvidence & { readonly sessionIssued: boolean; readonly offeredVersion: string } {
  const contentType = answer.kind === 'response' ? (answer.headers['content-type'] ?? '') : '';
  const guessed: RpcReply =
    answer.kind === 'failure'
      ? { kind: 'failed' }
      : answer.body === ''
        ? { kind: 'empty' }
        : { kind: 'other-type', contentType };
  return { exchange: answer, reply: reply ?? guessed, sessionIssued: false, offeredVersion: '2025-11-25' };
}

/** A first request that went well. */
export function healthy(rest: Partial<ResponseExchange> = {}): ReturnType<typeof rpc> {
  const result = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'notes', version: '1' } };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, result });
  return rpc(exchange(200, body, {}, rest), { kind: 'result', via: 'json', result });
}

/** What was typed, read as a URL. */
export function typed(href = endpoint, rest: Partial<EvidenceMap['typed']> = {}): EvidenceMap['typed'] {
  return {
    text: href,
    kind: 'url',
    cleaned: [],
    ignored: { addresses: 0, headers: 0 },
    localServer: null,
    placeholder: null,
    problem: null,
    url: typedUrl(href),
    local: false,
    connectTo: false,
    headerNames: [],
    clientGiven: null,
    stepTimeoutMs: 10_000,
    ...rest,
  };
}

/** The parts of a typed URL, as the reader of targets gives them. */
export function typedUrl(href: string, rest: Partial<TypedUrl> = {}): TypedUrl {
  const url = new URL(href);
  const defaultPort = url.protocol === 'https:' ? 443 : 80;
  return {
    href,
    scheme: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    hasUserinfo: url.username !== '',
    credentialParameters: [],
    hasFragment: url.hash !== '',
    hasTrailingSlash: url.pathname.length > 1 && url.pathname.endsWith('/'),
    unicodeHostname: unicodeHost(url.hostname) ?? null,
    ...rest,
  };
}

/** One place where metadata was looked for. */
export function attempt(answer: ResponseExchange | FailedExchange): DocumentAttempt {
  return { url: answer.url, form: 'rfc8414', exchange: answer, refused: null, document: null };
}

/** Metadata that was found nowhere. */
export function missingDocuments(...answers: readonly (ResponseExchange | FailedExchange)[]): Documents {
  return { attempts: answers.map(attempt), chosen: null };
}

/** Authorization server metadata that was found nowhere. */
export function missingServer(
  issuer: string,
  ...answers: readonly (ResponseExchange | FailedExchange)[]
): AuthorizationServer {
  return { ...missingDocuments(...answers), issuer, from: 'resource-metadata' };
}

/** An observation of this value. */
export function observed<T>(value: T): Observation<T> {
  return { status: 'observed', value };
}

/** What was observed, and why the rest was not. */
export type Evidence = { readonly [K in keyof EvidenceMap]?: EvidenceMap[K] | UnavailableBecause };

/** What checks said about evidence. */
export interface Said {
  readonly found: readonly FindingCode[];
  readonly passed: readonly FindingCode[];
  readonly skipped: Readonly<Partial<Record<FindingCode, Skipped['because']>>>;
  readonly findings: readonly (Finding & { readonly words: CodeWords })[];
}

/** Judges as the engine does, and sees to it that the words of every finding can be filled. What is not given was not asked. */
export function judged(checks: readonly AnyCheck[], evidence: Evidence): Said {
  const { findings, passed, skipped, crashed } = judge(
    checks,
    observationsOf(evidence),
    { now: builtAt },
    {
      kind: 'connector',
    },
  );
  const [crash] = crashed;
  if (crash) throw new Error(crash.error);
  const definitions = Object.assign({}, ...checks.map(({ codes }) => codes as object)) as Record<
    string,
    CodeDefinition
  >;
  return {
    found: findings.map(({ code }) => code).sort(),
    passed,
    skipped: Object.fromEntries(skipped.map(({ code, because }) => [code, because])),
    findings: findings.map((finding) => ({ ...finding, words: wordsFor(definitions[finding.code], finding) })),
  };
}

function wordsFor(definition: CodeDefinition | undefined, { code, values }: Finding): CodeWords {
  if (!definition) throw new Error(`${code} has no definition`);
  const problems = problemsOfWords(definition, values);
  if (problems.length > 0) throw new Error(`${code}: ${problems.join('; ')}`);
  return wordsOf(definition, values, 'cli');
}

function observationsOf(evidence: Evidence): Observations {
  return new Proxy(evidence, {
    get: (target, key): Observation<unknown> => {
      const value = target[key as keyof EvidenceMap];
      if (value === undefined) return { status: 'unavailable', because: 'not-asked' };
      return typeof value === 'string' ? { status: 'unavailable', because: value } : observed<unknown>(value);
    },
  }) as unknown as Observations;
}

function base(url: string) {
  return {
    id: 'e1',
    step: 3,
    method: 'POST',
    url,
    requestHeaders: {},
    requestBody: null,
    variant: { era: 'legacy', userAgent: 'connector-doctor', origin: null },
    redirects: [],
    remoteAddress: null,
    timing: { startedAt: builtAt, headersMs: 20, durationMs: 30 },
  } as const;
}
