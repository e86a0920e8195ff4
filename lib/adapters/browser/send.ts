import type { Headers as PlainHeaders } from '../../kernel/exchange.ts';
import type { Wire } from '../../kernel/redirects.ts';
import type { BackgroundCalls, RequestRecord } from '../../messaging/background-calls.ts';
import { fetchApart } from './fetch-apart.ts';
import type { Fetched } from './fetch-messages.ts';
import { failed, reasonOf, stopped, type Failure } from './failure-reason.ts';
import { closedPorts } from './closed-ports.ts';
import { splitHeaders } from './shaped-headers.ts';

/** The head of an answer, with its body still to be read. */
export interface Opened {
  readonly kind: 'opened';
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

/** Sends one request and follows no redirect. The signal must be aborted once nothing more is wanted of it. */
export async function send(wire: Wire, options: SendOptions): Promise<Opened | Failure> {
  const { marker, calls, signal } = options;
  const { byFetch, byRule } = splitHeaders(wire.headers);
  const refusal = await calls
    .shape({ marker, set: byRule, carried: Object.keys(byFetch) })
    .then(() => null)
    .catch((error: unknown) => failed('no-permission', `the browser does not let us set headers: ${wordsOf(error)}`));
  if (refusal !== null) return refusal;
  if (signal.aborted) return stopped(signal, `waiting for ${wire.url.host} to answer`);
  const order = { url: markedUrl(wire.url, marker), method: wire.method, headers: byFetch, body: wire.body };
  let fetched: Fetched;
  try {
    fetched = await fetchApart(order, signal);
  } catch (error) {
    return withoutResponse(wire, options, error);
  }
  const record = await calls.record({ marker, until: 'head', patienceMs: patienceMs.head });
  if (signal.aborted) return stopped(signal, `waiting for ${wire.url.host} to answer`);
  if (record?.error && record.status === null) return failed(reasonOf(record.error), record.error, record.ip);
  const kept = keptFrom(wire, record);
  if (kept !== null) return kept;
  if (fetched.isRedirect) return redirectOf(record);
  return {
    kind: 'opened',
    status: fetched.status,
    headers: plainHeaders(record?.status != null ? record.headers : fetched.headers),
    remoteAddress: record?.ip ?? null,
    body: fetched.body,
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
  const kept = keptFrom(wire, record);
  if (kept !== null) return kept;
  const reason = reasonOf(record?.error ?? '');
  // The head did come: a redirect to where no browser goes, or an answer that broke off before fetch had it.
  if (record?.status != null && reason !== 'malformed-http')
    return headAlone(record, isRedirect(record.status) ? 'hidden' : 'broken');
  if (record?.error && record.status === null) return failed(reason, record.error, record.ip);
  return failed('unknown', `${wordsOf(error)}; the browser does not say why`, record?.ip ?? null);
}

function redirectOf(record: RequestRecord | null): Opened | Failure {
  if (record?.status != null) return headAlone(record, 'hidden');
  return failed('unknown', 'a redirect, of which the browser does not say where it leads', record?.ip ?? null);
}

function headAlone(record: RequestRecord, missing: 'hidden' | 'broken'): Opened {
  return {
    kind: 'opened',
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

/** A user and password in an address, as a redirect may have them, are left out: fetch refuses such an address whole. */
function markedUrl(url: URL, marker: string): string {
  const marked = new URL(url);
  marked.username = '';
  marked.password = '';
  marked.hash = marker;
  return marked.href;
}

/** Some hosts are asked over https alone (HSTS), whatever we want: what they say over http is not to be seen from here. */
function keptFrom({ url }: Wire, record: RequestRecord | null): Failure | null {
  if (url.protocol !== 'http:' || record === null) return null;
  // Firefox asks the other address at once, Chromium calls it a redirect and says that it is its own.
  const isMoved = record.url.startsWith('https:') || record.headers.some(({ name }) => name === ownRedirect);
  return isMoved ? failed('blocked-by-client', `this browser asks ${url.host} over https alone (HSTS)`) : null;
}

const ownRedirect = 'non-authoritative-reason';

function plainHeaders(pairs: RequestRecord['headers']): PlainHeaders {
  const headers = new Map<string, string>();
  for (const { name, value } of pairs) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  // A header may be called “constructor”.
  return Object.fromEntries(headers);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
