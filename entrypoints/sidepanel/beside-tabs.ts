import { browser, type Browser } from 'wxt/browser';
import type { Beside, PanelPlace } from '../../components/sidepanel/panel-place.ts';

const claude = 'https://claude.ai';

/** The tabs beside the panel, which stays while they change; where it is a tab itself, the others of its window. */
export async function besideTabs(): Promise<PanelPlace> {
  const [own, inWindow] = await Promise.all([
    browser.tabs.getCurrent().catch(() => undefined),
    browser.tabs.query({ currentWindow: true }),
  ]);
  const others = inWindow.filter(({ id }) => id !== own?.id);
  const first = others.find(({ active }) => active) ?? latest(others);
  const windowId = own?.windowId ?? inWindow[0]?.windowId ?? null;
  const watch = watchBeside(first, windowId, own?.id ?? null);
  let opened: number | null = null;
  return {
    windowId,
    beside: watch.beside,
    onChange: watch.onChange,
    openBeside: (url) => {
      void openBeside(url, watch.beside(), { windowId, opened }).then((id) => (opened = id));
    },
    openPage: (path) => void browser.tabs.create({ url: new URL(path, location.origin).href }),
  };
}

function watchBeside(
  first: Browser.tabs.Tab | undefined,
  windowId: number | null,
  ownId: number | null,
): Pick<PanelPlace, 'beside' | 'onChange'> {
  let beside: Beside = { tabId: first?.id ?? null, url: first?.url ?? null, loads: 0 };
  const listeners = new Set<() => void>();
  const change = (patch: Partial<Beside>): void => {
    beside = { ...beside, ...patch };
    for (const listener of listeners) listener();
  };
  const look = async (tabId: number): Promise<void> => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (beside.tabId === tabId && (tab?.url ?? null) !== beside.url) change({ url: tab?.url ?? null });
  };
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId !== windowId || active.tabId === ownId) return;
    change({ tabId: active.tabId, url: null });
    void look(active.tabId);
  });
  browser.tabs.onUpdated.addListener((tabId, update, tab) => {
    if (tabId !== beside.tabId || (update.url === undefined && update.status !== 'complete')) return;
    change({ url: tab.url ?? null, loads: beside.loads + (update.status === 'complete' ? 1 : 0) });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    if (tabId === beside.tabId) change({ tabId: null, url: null });
  });
  const lookAgain = (): void => void (beside.tabId !== null && look(beside.tabId));
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
  return {
    beside: () => beside,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Opens a page beside the panel, and answers with its tab. Without the permission for Claude’s host, its tabs cannot be told. */
async function openBeside(
  url: string,
  beside: Beside,
  { windowId, opened }: { readonly windowId: number | null; readonly opened: number | null },
): Promise<number | null> {
  const tabId = isAt(url, claude) ? await tabWithClaude(beside, opened) : null;
  const tab =
    tabId === null
      ? await browser.tabs.create({ url, ...(windowId !== null && { windowId }), ...(await nextTo(beside)) })
      : await browser.tabs.update(tabId, { url, active: true });
  return tab?.id ?? null;
}

async function tabWithClaude({ tabId, url }: Beside, opened: number | null): Promise<number | null> {
  // What this panel has opened shows Claude, as long as nothing tells of another page.
  if (tabId !== null && (url === null ? tabId === opened : isAt(url, claude))) return tabId;
  return latest(await browser.tabs.query({ url: `${claude}/*`, currentWindow: true }))?.id ?? null;
}

async function nextTo({ tabId }: Beside): Promise<{ readonly index?: number }> {
  const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  return tab === null ? {} : { index: tab.index + 1 };
}

function latest(tabs: readonly Browser.tabs.Tab[]): Browser.tabs.Tab | undefined {
  return tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

function isAt(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}
