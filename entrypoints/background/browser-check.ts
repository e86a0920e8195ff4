import { browser } from 'wxt/browser';
import { reasonOf } from '../../lib/adapters/browser/failure-reason.ts';
import { createMarkers } from '../../lib/adapters/browser/marker.ts';
import { createRequestWatch, type RequestWatch } from '../../lib/adapters/browser/request-watch.ts';
import { isFromScreen, receive } from '../../lib/messaging/commands.ts';
import type { BrowserCheck, HostCheck } from '../../lib/page/browser-check.ts';
import { browserCheckWords } from '../../lib/page/browser-check-words.ts';
import { neededHosts, type NeededHost } from '../../lib/standards/claude-page-places.ts';

const timeoutMs = 10_000;
/** The browser's own word for a failure may come a moment after the failure. Milliseconds. */
const patienceMs = 1_000;

const nextMarker = createMarkers();

/** Answers screens that want to know how this browser reaches Claude. To be called synchronously when the background starts. */
export function startBrowserCheck(): void {
  receive('checkBrowser', async ({ sender }) =>
    isFromScreen(sender)
      ? { ok: true, value: await checkBrowser() }
      : { ok: false, problem: 'Only Connector Doctor’s own pages can ask for this.' },
  );
}

/** Asks each host for something small, with nothing of the person's in the request. */
async function checkBrowser(): Promise<BrowserCheck> {
  const watch = createRequestWatch();
  watch.start();
  try {
    const hosts = await Promise.all(neededHosts.map((host) => checkHost(host, watch)));
    const { onLine: online } = navigator;
    return { online, hosts, words: browserCheckWords({ online, hosts }), checkedAt: Date.now() };
  } finally {
    watch.stop();
  }
}

async function checkHost(needed: NeededHost, watch: RequestWatch): Promise<HostCheck> {
  const { host, purpose } = needed;
  const isAllowed = await browser.permissions.contains({ origins: [`https://${host}/*`] });
  return { host, purpose, outcome: isAllowed ? await reach(needed, watch) : { kind: 'not-allowed' } };
}

async function reach({ host, path }: NeededHost, watch: RequestWatch): Promise<HostCheck['outcome']> {
  const marker = nextMarker();
  try {
    const response = await fetch(`https://${host}${path}#${marker}`, {
      method: 'HEAD',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { kind: 'reached', status: response.status };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return { kind: 'failed', reason: 'timeout', detail: `no answer within ${String(timeoutMs / 1_000)} seconds` };
    }
    // `webRequest` alone knows the exact word, and only where it is permitted.
    const canBeKnown = (browser.webRequest as typeof browser.webRequest | undefined) !== undefined;
    const record = canBeKnown ? await watch.record({ marker, until: 'end', patienceMs }) : null;
    const words = record?.error ?? null;
    return words === null
      ? { kind: 'failed', reason: 'unknown', detail: 'the browser does not say why' }
      : { kind: 'failed', reason: reasonOf(words), detail: words.slice(0, 200) };
  } finally {
    watch.forget(marker);
  }
}
