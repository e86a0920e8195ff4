import { browser } from 'wxt/browser';

/** A page that never finishes is looked at as it is then. Milliseconds. */
const patienceMs = 10_000;

type Update = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>;

/** Loads the tab anew; ends when its document is complete. Never rejects: a tab that is gone has nothing to load. */
export async function reloadTab(tabId: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((settle) => {
    let isLoading = false;
    const end = (): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(listen);
      signal.removeEventListener('abort', end);
      settle();
    };
    const listen = (...[id, { status }]: Update): void => {
      if (id !== tabId) return;
      // The old document may still be telling that it is complete.
      if (status === 'loading') isLoading = true;
      else if (status === 'complete' && isLoading) end();
    };
    const timer = setTimeout(end, patienceMs);
    browser.tabs.onUpdated.addListener(listen);
    signal.addEventListener('abort', end, { once: true });
    browser.tabs.reload(tabId).catch(end);
  });
}
