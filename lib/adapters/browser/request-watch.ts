import { browser } from 'wxt/browser';
import type { BackgroundCalls } from '../../messaging/background-calls.ts';
import { createRequestSights, type RequestEvent, type RequestMoment } from './request-sights.ts';

/** Watches the requests that the engine makes, and no others. */
export interface RequestWatch extends Pick<BackgroundCalls, 'record'> {
  /**
   * Listens from now on, if the browser allows it (permission `webRequest`). To be called synchronously when the background starts, and
   * again when the permission was given; a second call changes nothing.
   */
  start(): void;
  /** No more: while it listens, requests of permitted pages wake the background. */
  stop(): void;
  forget(marker: string): void;
}

/** Makes the watch; it hears nothing before `start`. */
export function createRequestWatch(): RequestWatch {
  const sights = createRequestSights();
  let stopListening: (() => void) | null = null;
  return {
    start() {
      stopListening ??= listen((moment, event) => {
        if (isOurs(event)) sights.take(moment, event);
      });
    },
    stop() {
      stopListening?.();
      stopListening = null;
    },
    record: sights.record,
    forget: sights.forget,
  };
}

type Take = (moment: RequestMoment, event: RequestEvent & Asker) => void;

/** Who asked: Chromium names the origin, Firefox the document. */
interface Asker {
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
}

function isOurs({ initiator, originUrl }: Asker): boolean {
  return initiator === location.origin || originUrl?.startsWith(`${location.origin}/`) === true;
}

const ours: { urls: string[]; types: ['xmlhttprequest'] } = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['xmlhttprequest'],
};

/** Null where the browser offers no events. */
function listen(take: Take): (() => void) | null {
  const events = browser.webRequest as typeof browser.webRequest | undefined;
  if (!events) return null;
  const listeners = Object.fromEntries(
    moments.map((moment) => [moment, (event: RequestEvent & Asker): undefined => void take(moment, event)]),
  ) as Record<RequestMoment, (event: RequestEvent & Asker) => undefined>;
  // Chromium keeps Set-Cookie from those who do not ask for it by this word, which Firefox does not know.
  const head: ('responseHeaders' | 'extraHeaders')[] =
    'EXTRA_HEADERS' in (events.OnHeadersReceivedOptions ?? {})
      ? ['responseHeaders', 'extraHeaders']
      : ['responseHeaders'];
  events.onBeforeRequest.addListener(listeners.begun, ours);
  events.onSendHeaders.addListener(listeners.sent, ours);
  events.onHeadersReceived.addListener(listeners.headers, ours, head);
  events.onBeforeRedirect.addListener(listeners.redirected, ours, head);
  events.onResponseStarted.addListener(listeners.started, ours);
  events.onCompleted.addListener(listeners.completed, ours);
  events.onErrorOccurred.addListener(listeners.failed, ours);
  return () => {
    events.onBeforeRequest.removeListener(listeners.begun);
    events.onSendHeaders.removeListener(listeners.sent);
    events.onHeadersReceived.removeListener(listeners.headers);
    events.onBeforeRedirect.removeListener(listeners.redirected);
    events.onResponseStarted.removeListener(listeners.started);
    events.onCompleted.removeListener(listeners.completed);
    events.onErrorOccurred.removeListener(listeners.failed);
  };
}

const moments: readonly RequestMoment[] = ['begun', 'sent', 'headers', 'redirected', 'started', 'completed', 'failed'];
