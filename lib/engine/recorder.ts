import type { Exchange, Headers, ResponseExchange, Variant } from '../kernel/exchange.ts';
import type { Answer, Ask } from '../kernel/probe.ts';
import type { NetworkPort, NetworkRequest, Received } from '../kernel/ports.ts';

/** What of a body is kept as evidence, in UTF-16 code units. */
const keptBodyLength = 64 * 1024;

/** Tokens, and what gives them back, are small: one such answer is read also when the run may hold no more. */
const reservedBytes = 64 * 1024;

/** What we send is small, but for what a server has us repeat, such as ten thousand scopes. */
const keptRequestLength = 16 * 1024;
const keptUrlLength = 8 * 1024;

/** Whoever gave them: another origin must not have them. */
const alwaysSecret = ['authorization', 'cookie', 'mcp-session-id'];

/** Takes secrets out of what is about to be recorded. */
export interface RecorderRedaction {
  url(text: string): string;
  headers(headers: Headers): Headers;
  text(text: string): string;
  /** The body of an answer that was asked for secrets. */
  answer(text: string, holds: NonNullable<Ask['answerHolds']>): string;
}

export interface RecorderSettings {
  readonly network: NetworkPort;
  readonly redaction: RecorderRedaction;
  /** Sent when a request names none of its own. */
  readonly userAgent: string;
  /** The person's own request headers; they travel to the target's origin only. */
  readonly ownHeaders: Headers;
  /** The connector's origin. */
  readonly ownOrigin: string;
  /** Requests may go to private addresses: the target itself is one. */
  readonly privateAllowed: boolean;
  readonly stepTimeoutMs: number;
  readonly sideTimeoutMs: number;
  readonly maxBodyBytes: number;
  /** What all bodies of a run may hold together: many large answers must not fill the memory. */
  readonly maxRunBytes: number;
  readonly signal: AbortSignal;
  /** How many exchanges there are already, where more are joined to a report. Default 0. */
  readonly after?: number;
  /** Unix time in milliseconds. */
  now(): number;
}

export interface Recorder {
  /** Sends a request within the run's limits and keeps what may be kept of it. `until` bounds it in place of the run's own signal. */
  ask(request: Ask, until?: AbortSignal): Promise<Answer>;
  /** Everything that was asked so far, in the order in which it was started; a request still under way stands there as cut short. */
  exchanges(): readonly Exchange[];
  /** The same without requests under way. */
  finished(): readonly Exchange[];
}

/** Makes the only door through which probes reach the network. */
export function createRecorder(settings: RecorderSettings): Recorder {
  const finished = new Map<number, Exchange>();
  const underWay = new Map<
    number,
    { readonly ask: Ask; readonly request: NetworkRequest; readonly startedAt: number }
  >();
  let started = settings.after ?? 0;
  let bytesLeft = settings.maxRunBytes;
  return {
    async ask(ask, until = settings.signal) {
      started += 1;
      const number = started;
      const request = networkRequest(ask, settings, { bytesLeft, until });
      underWay.set(number, { ask, request, startedAt: settings.now() });
      try {
        const received = await settings.network.request(request);
        if (received.kind === 'response') bytesLeft -= received.bytes;
        const exchange = recorded(`e${number}`, ask, request, received, settings.redaction);
        finished.set(number, exchange);
        return answerOf(received, exchange);
      } finally {
        underWay.delete(number);
      }
    },
    exchanges() {
      const open = [...underWay].map(([number, { ask, request, startedAt }]) => {
        const received = cutShort(startedAt, settings.now());
        return [number, recorded(`e${number}`, ask, request, received, settings.redaction)] as const;
      });
      return inOrder([...finished, ...open]);
    },
    finished: () => inOrder([...finished]),
  };
}

function inOrder(numbered: (readonly [number, Exchange])[]): readonly Exchange[] {
  return numbered.sort(([a], [b]) => a - b).map(([, exchange]) => exchange);
}

function networkRequest(
  ask: Ask,
  settings: RecorderSettings,
  { bytesLeft, until }: { readonly bytesLeft: number; readonly until: AbortSignal },
): NetworkRequest {
  const own = ask.withOwnHeaders === true && sameOrigin(ask.url, settings.ownOrigin) ? settings.ownHeaders : {};
  const limitMs = ask.limit === 'side' ? settings.sideTimeoutMs : settings.stepTimeoutMs;
  return {
    method: ask.method,
    url: ask.url,
    headers: {
      ...lowerCase(ask.headers ?? {}),
      ...lowerCase(own),
      'user-agent': ask.userAgent ?? settings.userAgent,
      ...(ask.origin !== undefined && { origin: ask.origin }),
    },
    ...(ask.body !== undefined && { body: ask.body }),
    maxRedirects: ask.maxRedirects ?? 10,
    secretHeaders: [...Object.keys(own).map((name) => name.toLowerCase()), ...alwaysSecret],
    maxBodyBytes: Math.min(
      ask.maxBytes ?? settings.maxBodyBytes,
      settings.maxBodyBytes,
      Math.max(bytesLeft, ask.fromReserve === true ? reservedBytes : 0),
    ),
    ...(ask.wantBytes === true && { wantBytes: true }),
    headersTimeoutMs: limitMs,
    totalTimeoutMs: limitMs,
    publicOnly: !settings.privateAllowed,
    namedOrigin: ask.toResolver === true ? new URL(ask.url).origin : settings.ownOrigin,
    ...(ask.onText && { onText: ask.onText }),
    ...(ask.onHead && { onHead: ask.onHead }),
    signal: ask.signal ? AbortSignal.any([until, ask.signal]) : until,
  };
}

/** The run does not wait for the port to say so: what hangs is what its reader wants to know. */
function cutShort(startedAt: number, now: number): Received {
  return {
    kind: 'failure',
    reason: 'aborted',
    detail: 'no answer when the run ended',
    redirects: [],
    remoteAddress: null,
    timing: { startedAt, headersMs: null, durationMs: Math.max(0, now - startedAt) },
  };
}

function recorded(
  id: string,
  ask: Ask,
  request: NetworkRequest,
  received: Received,
  redaction: RecorderRedaction,
): Exchange {
  const variant: Variant = {
    era: ask.era ?? null,
    userAgent: request.headers['user-agent'] ?? '',
    origin: ask.origin ?? null,
  };
  const base = {
    id,
    step: ask.step,
    method: ask.method,
    url: bounded(redaction.url(ask.url), keptUrlLength),
    requestHeaders: redaction.headers(request.headers),
    requestBody: ask.body === undefined ? null : bounded(redaction.text(ask.body), keptRequestLength),
    variant,
    redirects: received.redirects.map((hop) => ({
      ...hop,
      from: bounded(redaction.url(hop.from), keptUrlLength),
      to: bounded(redaction.url(hop.to), keptUrlLength),
    })),
    remoteAddress: received.remoteAddress,
    timing: received.timing,
  };
  if (received.kind === 'failure') {
    return { ...base, kind: 'failure', reason: received.reason, detail: redaction.text(received.detail) };
  }
  const kept = received.text.slice(0, keptBodyLength);
  return {
    ...base,
    kind: 'response',
    finalUrl: bounded(redaction.url(received.finalUrl), keptUrlLength),
    status: received.status,
    headers: redaction.headers(received.headers),
    body: ask.answerHolds
      ? redaction.answer(received.text, ask.answerHolds).slice(0, keptBodyLength)
      : redaction.text(kept),
    bodyBytes: received.bytes,
    bodyTruncated: kept.length < received.text.length || received.end === 'limit' || isUnrecorded(received),
    bodyEnd: received.end,
    chunks: received.chunks,
  };
}

function bounded(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}…(${String(text.length - longest)} more characters)`;
}

/** Bytes that are no text stay with the probe that asked for them. */
function isUnrecorded({ bytesBody, bytes }: Extract<Received, { kind: 'response' }>): boolean {
  return bytesBody !== undefined && bytes > 0;
}

function answerOf(received: Received, exchange: Exchange): Answer {
  if (received.kind === 'failure') return { kind: 'failure', exchange, received };
  return {
    kind: 'response',
    exchange: exchange as ResponseExchange,
    text: received.text,
    ...(received.bytesBody && { bytes: received.bytesBody }),
    headers: received.headers,
    end: received.end,
    finalUrl: received.finalUrl,
  };
}

function sameOrigin(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}

function lowerCase(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
