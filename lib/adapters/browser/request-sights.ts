import type { BackgroundCalls, RequestRecord } from '../../messaging/background-calls.ts';
import { notHttp } from './failure-reason.ts';
import { markerIn } from './marker.ts';

/** What we read of a `webRequest` event; each kind of event has some of it. */
export interface RequestEvent {
  readonly requestId: string;
  /** With the marker. */
  readonly url: string;
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
  readonly ip?: string | null | undefined;
  /** Firefox alone says through which proxy a request goes. */
  readonly proxyInfo?: { readonly type: string } | null | undefined;
  readonly fromCache?: boolean;
  readonly error?: string;
}

/** The `webRequest` events of a request, in the order in which they come. */
export type RequestMoment = 'begun' | 'sent' | 'headers' | 'redirected' | 'started' | 'completed' | 'failed';

/** What was seen of our requests so far. Bounded: the oldest are forgotten first. */
export interface RequestSights extends Pick<BackgroundCalls, 'record'> {
  take(moment: RequestMoment, event: RequestEvent): void;
  forget(marker: string): void;
}

const mostSights = 500;
const mostHeaderLength = 128 * 1024;

/** Gathers events into one record a request. */
export function createRequestSights(): RequestSights {
  const sights = new Map<string, Sight>();
  const waiting = new Set<{ readonly marker: string; readonly until: Reached; readonly done: () => void }>();
  return {
    take(moment, event) {
      const marker = markerIn(event.url);
      if (marker === null) return;
      const sight = nextSight(sights.get(marker), moment, event);
      sights.set(marker, sight);
      for (const oldest of sights.keys()) {
        if (sights.size <= mostSights) break;
        sights.delete(oldest);
      }
      for (const one of waiting) if (one.marker === marker && hasReached(sight, one.until)) one.done();
    },
    record: ({ marker, until, patienceMs }) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(one);
          resolve(sights.get(marker)?.record ?? null);
        };
        const one = { marker, until, done };
        const timer = setTimeout(done, patienceMs);
        waiting.add(one);
        const sight = sights.get(marker);
        if (sight && hasReached(sight, until)) done();
      }),
    forget: (marker) => void sights.delete(marker),
  };
}

type Reached = 'nothing' | 'head' | 'end';

interface Sight {
  readonly reached: Reached;
  readonly record: RequestRecord;
}

function hasReached({ reached }: Sight, until: Reached): boolean {
  return reached === 'end' || reached === until;
}

function nextSight(before: Sight | undefined, moment: RequestMoment, event: RequestEvent): Sight {
  const { record, reached } = before ?? { record: nothingYet, reached: 'nothing' };
  const seen: RequestRecord = {
    ...record,
    url: event.url.slice(0, event.url.lastIndexOf('#')),
    ip: addressIn(event) ?? record.ip,
    fromCache: record.fromCache || event.fromCache === true,
  };
  // Firefox begins again, over https, where it must not ask over http (HSTS).
  if (moment === 'begun') return { reached: 'nothing', record: { ...nothingYet, url: seen.url } };
  // A redirect is not followed by the browser but by us: to fetch it is the end, and the “failure” that comes then is none.
  if (reached === 'end') return { reached, record: seen };
  switch (moment) {
    case 'sent':
      return { reached, record: { ...seen, wasSent: true } };
    case 'headers':
      if (event.statusLine?.startsWith(notHttp) === true) {
        return { reached: 'end', record: { ...seen, error: notHttp, wasSent: true } };
      }
      return { reached, record: { ...seen, ...headOf(event), wasSent: true } };
    case 'redirected':
      // Without `headers` before it, it is the browser’s own (HSTS); those come with the redirect alone.
      return { reached: 'end', record: record.status === null ? { ...seen, ...headOf(event) } : seen };
    case 'started':
      return { reached: 'head', record: seen };
    case 'completed':
      return { reached: 'end', record: seen };
    case 'failed':
      return { reached: 'end', record: { ...seen, error: event.error ?? '' } };
  }
}

/** Behind a proxy the browser names the proxy's address, or (Firefox with SOCKS) that of nobody. */
function addressIn({ ip, proxyInfo }: RequestEvent): string | null {
  if (proxyInfo && proxyInfo.type !== 'direct') return null;
  return !ip || ip === '0.0.0.0' || ip === '::' ? null : ip;
}

const nothingYet: RequestRecord = {
  url: '',
  status: null,
  headers: [],
  ip: null,
  fromCache: false,
  error: null,
  wasSent: false,
};

function headOf({ statusCode, responseHeaders }: RequestEvent): Pick<RequestRecord, 'status' | 'headers'> {
  let length = 0;
  const headers = (responseHeaders ?? []).flatMap(({ name, value = '' }) =>
    // Firefox hands over repeated headers as one, by lines.
    value.split('\n').map((line) => ({ name: name.toLowerCase(), value: line })),
  );
  const fitting = headers.filter(({ name, value }) => (length += name.length + value.length) <= mostHeaderLength);
  return { status: statusCode ?? null, headers: fitting };
}
