import { browser, type Browser } from 'wxt/browser';
import { claudePageHosts } from '../../lib/standards/claude-page-places.ts';
import { readSettings } from '../../lib/storage/settings.ts';

const id = 'claude-page';
const file = '/claude-page.js';

/** The origins (match patterns) of Claude's pages that may be watched: the person wants it and has allowed the host. */
export async function watchedOrigins(): Promise<readonly string[]> {
  if (!(await readSettings()).watchClaude) return [];
  const patterns = claudePageHosts.map((host) => `https://${host}/*`);
  const allowed = await Promise.all(patterns.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return patterns.filter((_, index) => allowed[index] === true);
}

let last: Promise<unknown> = Promise.resolve();

/** Registers the content script for what may be watched now, or takes it back; tells whether it was not registered before. */
export function registerForPages(): Promise<boolean> {
  const mine = last.then(register);
  last = mine.catch(() => undefined);
  return mine;
}

async function register(): Promise<boolean> {
  const [matches, [registered]] = await Promise.all([
    watchedOrigins(),
    browser.scripting.getRegisteredContentScripts({ ids: [id] }),
  ]);
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return false;
  }
  // At the start of the document: pages take the signs of an error out of their address as soon as they run.
  const script: Browser.scripting.RegisteredContentScript = {
    id,
    matches: [...matches],
    js: [file],
    runAt: 'document_start',
    persistAcrossSessions: true,
  };
  if (registered !== undefined) {
    await browser.scripting.updateContentScripts([script]);
    return false;
  }
  await browser.scripting.registerContentScripts([script]);
  return true;
}

/** Puts the script into pages of Claude's that were open before it was registered. */
export async function watchOpenPages(): Promise<void> {
  const origins = await watchedOrigins();
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.flatMap(({ id: tabId }) =>
      tabId === undefined ? [] : [browser.scripting.executeScript({ target: { tabId }, files: [file] })],
    ),
  );
}
