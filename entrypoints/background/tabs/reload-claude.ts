import { browser } from 'wxt/browser';

/** The page that may be loaded anew; no other ever is, since what the person has typed there would be lost. */
export const claudePage = 'https://claude.ai/';

/** A page that never finishes is looked at as it is then. Milliseconds. */
const patienceMs = 10_000;

/** Whether this tab shows Claude's page now, as far as that may be known. Never rejects. */
export async function showsClaude(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Where it is just going elsewhere, that counts.
  return (tab?.pendingUrl ?? tab?.url)?.startsWith(claudePage) === true;
}

/** Loads the tab anew if it shows Claude's page, past the cache; answers whether it does. Rejects where the browser refuses. */
export async function reloadClaude(tabId: number): Promise<boolean> {
  if (!(await showsClaude(tabId))) return false;
  await browser.tabs.reload(tabId, { bypassCache: true });
  return true;
}

type Update = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>;

/** Loads the tab anew if it shows Claude's page; ends when its document is complete. Never rejects: a tab that is gone has nothing to load. */
export async function reloadClaudeAndWait(tabId: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || !(await showsClaude(tabId))) return;
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
