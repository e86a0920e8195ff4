import { browser, type Browser } from 'wxt/browser';
import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import { claudePage, reloadClaudeAndWait, showsClaude } from '../tabs/reload-claude.ts';

const pages = `${claudePage}*`;

/**
 * The tab to look at: the wished one if it shows Claude's page, else the active one, else the one that was looked at last. Null when
 * none does, or none may be known. `andNoOther`: where one is wished, no other will do, since something is to be done to it.
 */
export async function findClaudeTab(wished: number | null, andNoOther = false): Promise<number | null> {
  if (wished !== null && (await showsClaude(wished))) return wished;
  if (wished !== null && andNoOther) return null;
  const tabs = await browser.tabs.query({ url: pages }).catch(() => []);
  const [last] = tabs.toSorted((one, other) => rank(other) - rank(one));
  return last?.id ?? null;
}

/** Nothing may happen for so long before a page counts as loaded with all that it loads by itself. Milliseconds. */
const quietMs = 500;
const patienceMs = 8_000;
const pauseMs = 50;
/** A tab that was told to load anew begins by then. Milliseconds. */
const beginsWithinMs = 1_500;

/** Loads the tab anew if it shows Claude's page; ends when it has loaded and been quiet for a moment, or after a while. Never rejects. */
export async function loadAnew(tabId: number, watch: TabWatch): Promise<void> {
  const end = Date.now() + patienceMs;
  await reloadClaudeAndWait(tabId, AbortSignal.timeout(patienceMs));
  await untilQuiet(tabId, watch, end);
}

/** Ends when what was told to load at `since` (Unix time in milliseconds) has loaded and been quiet, or after a while. Never rejects. */
export async function untilLoaded(tabId: number, since: number, watch: TabWatch): Promise<void> {
  while (watch.lastActivity(tabId) < since && Date.now() < since + beginsWithinMs) await pause();
  await untilQuiet(tabId, watch, since + patienceMs);
}

async function untilQuiet(tabId: number, watch: TabWatch, end: number): Promise<void> {
  const isQuiet = async (): Promise<boolean> =>
    Date.now() - watch.lastActivity(tabId) >= quietMs &&
    (await browser.tabs.get(tabId).catch(() => null))?.status !== 'loading';
  while (Date.now() < end && !(await isQuiet())) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

function rank({ active, lastAccessed = 0 }: Browser.tabs.Tab): number {
  return (active ? 1e15 : 0) + lastAccessed;
}
