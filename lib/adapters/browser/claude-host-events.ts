import { browser } from 'wxt/browser';
import type { FlightEvent, FlightMoment } from '../../interference/request-flight.ts';
import { createHeaderMark } from '../../interference/header-marks.ts';
import type { TabEvent } from '../../interference/watched-tabs.ts';
import { reasonOf } from './failure-reason.ts';

/** What we read of a `webRequest` event; each kind of event has some of it. */
interface RawEvent {
  readonly requestId: string;
  readonly url: string;
  readonly type: string;
  readonly tabId: number;
  readonly timeStamp: number;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
  readonly documentUrl?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly requestHeaders?: readonly RawHeader[] | undefined;
  readonly responseHeaders?: readonly RawHeader[] | undefined;
  readonly statusCode?: number;
  readonly redirectUrl?: string;
  readonly ip?: string | null | undefined;
  /** Firefox alone says through which proxy a request goes. */
  readonly proxyInfo?: { readonly type: string } | null | undefined;
  readonly fromCache?: boolean;
  readonly error?: string;
}

interface RawHeader {
  readonly name: string;
  readonly value?: string | undefined;
}

/** Claude's page, what it is made of, and what it asks. Where the person has not allowed a host, the browser tells nothing of it. */
const claudes = {
  urls: [
    'https://claude.ai/*',
    'https://*.claude.ai/*',
    'https://*.anthropic.com/*',
    'https://*.claudemcpcontent.com/*',
    'https://*.claudeusercontent.com/*',
  ],
};

/**
 * Tells of all requests to Claude's hosts until the function that comes back is called; null where the browser offers no events (Firefox
 * without `webRequest`).
 */
export function listenToClaudesHosts(take: (event: TabEvent) => void): (() => void) | null {
  const events = browser.webRequest as typeof browser.webRequest | undefined;
  if (!events) return null;
  const on = (moment: FlightMoment) => (raw: RawEvent) => void take(tabEvent(moment, raw));
  // Chromium keeps cookies and what else concerns safety from those who do not ask for it by this word, which Firefox does not know.
  const whole: 'extraHeaders'[] = 'EXTRA_HEADERS' in (events.OnHeadersReceivedOptions ?? {}) ? ['extraHeaders'] : [];
  const request: ('requestHeaders' | 'extraHeaders')[] = ['requestHeaders', ...whole];
  const response: ('responseHeaders' | 'extraHeaders')[] = ['responseHeaders', ...whole];
  const stops = [
    added(events.onBeforeRequest, on('begun'), []),
    added(events.onBeforeSendHeaders, on('asking'), request),
    added(events.onSendHeaders, on('sent'), request),
    added(events.onHeadersReceived, on('headers'), response),
    added(events.onBeforeRedirect, on('redirected'), response),
    added(events.onResponseStarted, on('started'), response),
    added(events.onCompleted, on('completed'), []),
    added(events.onErrorOccurred, on('failed'), []),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

type Listener = (raw: RawEvent) => undefined;

/** Adds a listener; what comes back takes it away again. */
function added<Extra>(
  event: {
    addListener(listener: Listener, filter: typeof claudes, extra?: Extra[]): void;
    removeListener(listener: Listener): void;
  },
  listener: Listener,
  extra: Extra[],
): () => void {
  event.addListener(listener, claudes, ...(extra.length > 0 ? [extra] : []));
  return () => {
    event.removeListener(listener);
  };
}

function tabEvent(moment: FlightMoment, raw: RawEvent): TabEvent {
  const { requestId, url, type, tabId, error } = raw;
  return {
    moment,
    requestId,
    url,
    type,
    tabId,
    asker: raw.initiator ?? raw.documentUrl ?? raw.originUrl ?? null,
    isPrerendered: raw.documentLifecycle === 'prerender',
    status: raw.statusCode ?? null,
    headers: headersOf(raw.requestHeaders ?? raw.responseHeaders ?? []),
    redirectUrl: raw.redirectUrl ?? null,
    ip: addressIn(raw),
    fromCache: raw.fromCache === true,
    failure: error === undefined ? null : { reason: reasonOf(error), said: error },
    at: raw.timeStamp,
  };
}

const markOf = createHeaderMark(someSalt());

function someSalt(): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
}

/** Firefox hands over repeated headers as one, by lines. */
function headersOf(headers: readonly RawHeader[]): FlightEvent['headers'] {
  return headers.flatMap(({ name, value = '' }) => {
    const lower = name.toLowerCase();
    return value.split('\n').map((line) => ({ name: lower, value: markOf(lower, line) }));
  });
}

/** Behind a proxy the browser names the proxy's address, or (Firefox with SOCKS) that of nobody. */
function addressIn({ ip, proxyInfo }: RawEvent): string | null {
  if (proxyInfo && proxyInfo.type !== 'direct') return null;
  return !ip || ip === '0.0.0.0' || ip === '::' ? null : ip;
}
