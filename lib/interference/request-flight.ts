import type { TrafficTrouble } from '../kernel/evidence-browser.ts';
import type { FailureReason } from '../kernel/exchange.ts';

/** A header as the browser names it, in lower case. */
export interface FlightHeader {
  readonly name: string;
  /** A mark that stands for the value, but where it is read (`header-marks.ts`). */
  readonly value: string;
}

/**
 * One moment in the life of a request, as `webRequest` tells of it. `asking` and `sent` carry the request's headers before and after
 * extensions, `headers` the server's answer before them, `started` and `redirected` what is left of it.
 */
export interface FlightEvent {
  readonly moment: FlightMoment;
  readonly url: string;
  /** As `webRequest` calls it: `main_frame`, `script`, `xmlhttprequest` … */
  readonly type: string;
  /** The page that asks: its origin (Chromium) or its address (Firefox). Null for what the person opens. */
  readonly asker: string | null;
  readonly status: number | null;
  readonly headers: readonly FlightHeader[];
  /** With `redirected`: where to. */
  readonly redirectUrl: string | null;
  readonly ip: string | null;
  readonly fromCache: boolean;
  /** With `failed`: the browser's own words, and our name for them. */
  readonly failure: { readonly reason: FailureReason; readonly said: string } | null;
  /** Unix time in milliseconds. */
  readonly at: number;
}

export type FlightMoment = 'begun' | 'asking' | 'sent' | 'headers' | 'redirected' | 'started' | 'completed' | 'failed';

/** One request on its way, up to its answer or the redirect that ends it: what it is redirected to is another one. */
export interface Flight {
  readonly url: string;
  readonly type: string;
  /** It was seen from its beginning; else an answer of the server's may have been missed. */
  readonly isFromStart: boolean;
  /** Something led here from another address. */
  readonly isLedHere: boolean;
  readonly wasSent: boolean;
  readonly ip: string | null;
  /** The answer's Date against this machine's clock; null when unknown. Seconds, positive when this machine is ahead. */
  readonly clockAheadS: number | null;
  /** The headers as the page gave them; null when that was not seen. */
  readonly asked: readonly FlightHeader[] | null;
  /** The answer as the server gave it; null when none was seen, as with what comes from the cache. */
  readonly answer: { readonly status: number; readonly headers: readonly FlightHeader[] } | null;
  readonly edits: readonly HeaderEdit[];
  readonly end: FlightEnd | null;
}

export type HeaderEdit = Extract<TrafficTrouble, { readonly kind: 'headers' }>;

export type FlightEnd =
  | { readonly kind: 'answered'; readonly status: number }
  /** By the server. */
  | { readonly kind: 'redirected'; readonly status: number; readonly to: string }
  /** By something in this browser. */
  | { readonly kind: 'diverted'; readonly to: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly said: string };

/** The request after this moment. Moments may be missing (a background that was asleep), and none counts after the end. */
export function nextFlight(before: Flight | undefined, event: FlightEvent): Flight {
  if (event.moment === 'begun') return newFlight(event, before !== undefined);
  const flight = before ?? newFlight(event, false);
  if (flight.end !== null) return flight;
  const seen = { ...flight, ip: event.ip ?? flight.ip };
  switch (event.moment) {
    case 'asking':
      return { ...seen, asked: event.headers };
    case 'sent':
      return { ...seen, wasSent: true, ...withEdits(seen, 'request', flight.asked, event.headers) };
    case 'headers':
      return withAnswer(seen, event);
    case 'started':
      return withWhatIsLeft(seen, event);
    case 'redirected':
      return withRedirect(seen, event);
    case 'completed':
      return { ...seen, end: { kind: 'answered', status: event.status ?? flight.answer?.status ?? 0 } };
    case 'failed':
      return withFailure(seen, event);
  }
}

/** Whether these are the words of a browser for a request that another extension (or a blocker of its own) has stopped. */
export function isBlock(said: string): boolean {
  return said === 'net::ERR_BLOCKED_BY_CLIENT' || said === 'NS_ERROR_ABORT';
}

/** Whether these are the words for a request that the page itself gave up. */
export function isGivenUp(said: string): boolean {
  return said === 'net::ERR_ABORTED' || said === 'NS_BINDING_ABORTED';
}

function newFlight({ url, type, moment }: FlightEvent, isLedHere: boolean): Flight {
  return {
    url,
    type,
    isFromStart: moment === 'begun',
    isLedHere,
    wasSent: false,
    ip: null,
    clockAheadS: null,
    asked: null,
    answer: null,
    edits: [],
    end: null,
  };
}

function withAnswer(flight: Flight, { status, headers, fromCache, at }: FlightEvent): Flight {
  const date = Date.parse(headers.find(({ name }) => name === 'date')?.value ?? '');
  return {
    ...flight,
    wasSent: true,
    answer: { status: status ?? 0, headers },
    clockAheadS: fromCache || Number.isNaN(date) ? null : Math.round((at - date) / 1_000),
  };
}

/**
 * An answer that only says that the cache's copy still holds (304) becomes that copy, whose headers are others by right. Of an answer that
 * the page may not have, no headers are told at all.
 */
function withWhatIsLeft(flight: Flight, { status, headers, fromCache }: FlightEvent): Flight {
  const isSame = !fromCache && headers.length > 0 && flight.answer !== null && flight.answer.status === status;
  return { ...flight, wasSent: true, ...(isSame && withEdits(flight, 'response', flight.answer.headers, headers)) };
}

function withFailure(flight: Flight, event: FlightEvent): Flight {
  const end: FlightEnd = { kind: 'failed', reason: 'unknown', said: '', ...event.failure };
  const removed = [allowingHeader];
  const edit: HeaderEdit = { kind: 'headers', direction: 'response', added: [], removed, changed: [] };
  return { ...flight, end, edits: wasLetInByServer(flight, event) ? [...flight.edits, edit] : flight.edits };
}

const allowingHeader = 'access-control-allow-origin';

/**
 * Chromium's word for an answer that the page may not have for want of the server's consent, though the server gave it: what took the
 * consent away stands in between. Only the failure is told of then, not the headers that were left.
 */
function wasLetInByServer({ answer, isLedHere }: Flight, { asker, failure }: FlightEvent): boolean {
  if (failure?.said !== 'net::ERR_FAILED' || answer === null || asker === null || isLedHere) return false;
  const says = (wanted: string): string | undefined => answer.headers.find(({ name }) => name === wanted)?.value.trim();
  return says(allowingHeader) === asker && says('access-control-allow-credentials') === 'true';
}

function withRedirect(flight: Flight, event: FlightEvent): Flight {
  const to = event.redirectUrl ?? '';
  const status = flight.answer?.status ?? event.status ?? 0;
  if (isServers(flight, event)) return { ...flight, wasSent: true, end: { kind: 'redirected', status, to } };
  return isUpgrade(flight.url, to) ? flight : { ...flight, end: { kind: 'diverted', to } };
}

/**
 * The server's own redirect: its answer said so, or the cache remembers that it did. Where the answer may have been missed, as listeners
 * came later than the request, nobody is accused.
 */
function isServers(
  { answer, url, isFromStart }: Flight,
  { fromCache, headers, redirectUrl, status }: FlightEvent,
): boolean {
  // Chromium says so in the answer that it makes up where the redirect is not the server's.
  if (headers.some(({ name }) => name === 'non-authoritative-reason')) return false;
  // No server may lead there.
  if (redirectUrl !== null && !/^https?:/i.test(redirectUrl)) return false;
  if (answer === null)
    return fromCache || !isFromStart || leadsTo({ status: status ?? 0, headers }, url, redirectUrl) === true;
  return leadsTo(answer, url, redirectUrl) ?? isRedirect(answer.status);
}

/** Whether this answer leads there; null where it does not say where to. */
function leadsTo({ status, headers }: NonNullable<Flight['answer']>, from: string, to: string | null): boolean | null {
  if (!isRedirect(status)) return false;
  const location = headers.find(({ name }) => name === 'location')?.value ?? '';
  return !URL.canParse(location, from) || to === null ? null : isSameUrl(new URL(location, from).href, to);
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

/** The browser goes to https by itself (HSTS). */
function isUpgrade(from: string, to: string): boolean {
  return from.startsWith('http:') && isSameUrl(from.replace('http:', 'https:'), to);
}

function isSameUrl(one: string, other: string): boolean {
  return withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

const mostNames = 20;
const mostNameLength = 100;

function withEdits(
  { edits }: Flight,
  direction: HeaderEdit['direction'],
  before: readonly FlightHeader[] | null,
  after: readonly FlightHeader[],
): Pick<Flight, 'edits'> {
  if (before === null) return { edits };
  const [was, is] = [valuesByName(before), valuesByName(after)];
  const added = shown([...is.keys()].filter((name) => !was.has(name)));
  const removed = shown([...was.keys()].filter((name) => !is.has(name)));
  const changed = shown([...is].flatMap(([name, value]) => (was.has(name) && was.get(name) !== value ? [name] : [])));
  if (added.length + removed.length + changed.length === 0) return { edits };
  return { edits: [...edits, { kind: 'headers', direction, added, removed, changed }] };
}

function valuesByName(headers: readonly FlightHeader[]): ReadonlyMap<string, string> {
  const names = [...new Set(headers.map(({ name }) => name))];
  const valuesOf = (wanted: string): readonly string[] =>
    headers.filter(({ name }) => name === wanted).map(({ value }) => value.trim());
  return new Map(names.map((name) => [name, valuesOf(name).toSorted().join('\n')]));
}

function shown(names: readonly string[]): readonly string[] {
  return names
    .map((name) => name.slice(0, mostNameLength))
    .toSorted()
    .slice(0, mostNames);
}
