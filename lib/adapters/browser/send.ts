import type { Headers as PlainHeaders } from '../../kernel/exchange.ts';
import type { Wire } from '../../kernel/redirects.ts';
import type { BackgroundCalls, RequestRecord } from '../../messaging/background-calls.ts';
import { failed, reasonOf, stopped, type Failure } from './failure-reason.ts';
import { closedPorts } from './closed-ports.ts';
import { splitHeaders } from './shaped-headers.ts';

/** The head of an answer, with its body still to be read. */
export interface Opened {
  readonly kind: 'opened';
  /** The URL that answered: over https where the browser asks this host over https alone. */
  readonly url: URL;
  readonly status: number;
  readonly headers: PlainHeaders;
  readonly remoteAddress: string | null;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Why there is no body to read: browsers hide those of redirects (`hidden`), or it broke off right after the head (`broken`). */
  readonly missing: 'hidden' | 'broken' | null;
}

/** How one request is sent. */
export interface SendOptions {
  readonly marker: string;
  readonly calls: BackgroundCalls;
  readonly signal: AbortSignal;
}

/** What the browser saw comes a moment after fetch: events travel by another way. Milliseconds. */
const patienceMs = { head: 1_000, end: 2_000 } as const;

/** Sends one request through fetch and follows no redirect. Rejects only when the request itself cannot be written. */
export async function send(wire: Wire, options: SendOptions): Promise<Opened | Failure> {
  const { marker, calls, signal } = options;
  const { byFetch, byRule } = splitHeaders(wire.headers);
  const headers = new Headers(byFetch);
  const refusal = await calls
    .shape({ marker, set: byRule, carried: Object.keys(byFetch) })
    .then(() => null)
    .catch((error: unknown) => failed('no-permission', `the browser does not let us set headers: ${wordsOf(error)}`));
  if (refusal !== null) return refusal;
  if (signal.aborted) return stopped(signal, `waiting for ${wire.url.host} to answer`);
  let response: Response;
  try {
    response = await fetch(markedUrl(wire.url, marker), {
      method: wire.method,
      headers,
      ...(wire.body !== undefined && { body: wire.body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch (error) {
    return withoutResponse(wire, options, error);
  }
  const record = await calls.record({ marker, until: 'head', patienceMs: patienceMs.head });
  if (signal.aborted) return stopped(signal, `waiting for ${wire.url.host} to answer`);
  if (record?.error && record.status === null) return failed(reasonOf(record.error), record.error, record.ip);
  if (response.type === 'opaqueredirect') return redirectOf(wire, record);
  return {
    kind: 'opened',
    url: urlOf(wire, record),
    status: response.status,
    headers: record?.status != null ? plainHeaders(record.headers) : plainHeaders(pairsOf(response.headers)),
    remoteAddress: record?.ip ?? null,
    body: response.body,
    missing: null,
  };
}

/** Why the browser gave up on a body. Null: to its network the answer came whole. */
export async function whyLost({ marker, calls }: SendOptions): Promise<string | null> {
  const record = await calls.record({ marker, until: 'end', patienceMs: patienceMs.end });
  return record?.error ?? null;
}

async function withoutResponse(wire: Wire, options: SendOptions, error: unknown): Promise<Opened | Failure> {
  const { marker, calls, signal } = options;
  if (signal.aborted) {
    const record = await calls.record({ marker, until: 'head', patienceMs: 0 });
    return { ...stopped(signal, `waiting for ${wire.url.host} to answer`), remoteAddress: record?.ip ?? null };
  }
  const { port } = wire.url;
  if (closedPorts.has(port)) return failed('blocked-by-client', `browsers do not connect to port ${port}`);
  const record = await calls.record({ marker, until: 'end', patienceMs: patienceMs.end });
  const reason = reasonOf(record?.error ?? '');
  // The head did come: a redirect to where no browser goes, or an answer that broke off before fetch had it.
  if (record?.status != null && reason !== 'malformed-http')
    return headAlone(wire, record, isRedirect(record.status) ? 'hidden' : 'broken');
  if (record?.error && record.status === null) return failed(reason, record.error, record.ip);
  return failed('unknown', `${wordsOf(error)}; the browser does not say why`, record?.ip ?? null);
}

function redirectOf(wire: Wire, record: RequestRecord | null): Opened | Failure {
  if (record?.status != null) return headAlone(wire, record, 'hidden');
  return failed('unknown', 'a redirect, of which the browser does not say where it leads', record?.ip ?? null);
}

function headAlone(wire: Wire, record: RequestRecord, missing: 'hidden' | 'broken'): Opened {
  return {
    kind: 'opened',
    url: urlOf(wire, record),
    status: record.status ?? 0,
    headers: plainHeaders(record.headers),
    remoteAddress: record.ip,
    body: null,
    missing,
  };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function markedUrl(url: URL, marker: string): string {
  const marked = new URL(url);
  marked.hash = marker;
  return marked.href;
}

function urlOf({ url }: Wire, record: RequestRecord | null): URL {
  if (record === null || record.url === '') return url;
  const seen = new URL(record.url);
  return seen.origin === url.origin ? url : seen;
}

function plainHeaders(pairs: RequestRecord['headers']): PlainHeaders {
  const headers: Record<string, string> = {};
  for (const { name, value } of pairs) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  return headers;
}

function pairsOf(headers: Headers): RequestRecord['headers'] {
  return [...headers].map(([name, value]) => ({ name, value }));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
