import { browser, type Browser } from 'wxt/browser';
import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import { reloadTab } from '../bisect/tab-reload.ts';

const page = 'https://claude.ai/';
const pages = `${page}*`;

/**
 * The tab to look at: the wished one if it shows Claude's page, else the active one, else the one that was looked at last. Null when
 * none does, or none may be known.
 */
export async function findClaudeTab(wished: number | null): Promise<number | null> {
  if (wished !== null && (await isClaudes(wished))) return wished;
  const tabs = await browser.tabs.query({ url: pages }).catch(() => []);
  const [last] = tabs.toSorted((one, other) => rank(other) - rank(one));
  return last?.id ?? null;
}

/** Whether this tab shows Claude's page, as far as that may be known. */
export async function isClaudes(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url?.startsWith(page) === true;
}

/** Nothing may happen for so long before a page counts as loaded with all that it loads by itself. Milliseconds. */
const quietMs = 500;
const patienceMs = 8_000;
const pauseMs = 50;

/** Loads the tab anew; ends when it has loaded and been quiet for a moment, or after a while. Never rejects. */
export async function loadAnew(tabId: number, watch: TabWatch): Promise<void> {
  const end = Date.now() + patienceMs;
  await reloadTab(tabId, AbortSignal.timeout(patienceMs));
  while (Date.now() < end && Date.now() - watch.lastActivity(tabId) < quietMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function rank({ active, lastAccessed = 0 }: Browser.tabs.Tab): number {
  return (active ? 1e15 : 0) + lastAccessed;
}
