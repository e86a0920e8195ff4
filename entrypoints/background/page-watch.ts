import { browser, type Browser } from 'wxt/browser';
import type { Result } from '../../lib/kernel/result.ts';
import { receive } from '../../lib/messaging/commands.ts';
import { firstGuess } from '../../lib/page/first-guess.ts';
import { claudePage } from '../../lib/page/page-kind.ts';
import { readSighting } from '../../lib/page/read-sighting.ts';
import type { PageReading, PageSighting, TabSight } from '../../lib/page/sighting.ts';
import { claudeNeeds, hasNeeds } from '../../lib/permissions/ask.ts';
import { watchSettings, writeSettings } from '../../lib/storage/settings.ts';
import { answered } from './answered.ts';
import { showBadge } from './badge.ts';
import { registerForPages, watchedOrigins, watchOpenPages } from './page-registration.ts';
import { readingNow, sightingNow } from './page-glance.ts';
import { createPageSightings } from './page-sightings.ts';

const sightings = createPageSightings();

/** Listens to Claude's pages and to what screens ask about them. To be called synchronously when the background starts. */
export function startPageWatch(): void {
  // Our script on Claude's page tells what it sees, and asks for nothing.
  receive('pageChanged', ({ data, sender }) => takePage(data, sender));
  receive('lookAtTab', ({ data, sender }) => answered(sender, () => lookAtTab(data.tabId)));
  receive('readPage', ({ data, sender }) => answered(sender, () => readPage(data.tabId)));
  receive('watchClaude', ({ data, sender }) => answered(sender, () => watchClaude(data)));
  browser.tabs.onRemoved.addListener((tabId) => void sightings.set(tabId, null));
  browser.permissions.onAdded.addListener(() => void goOnWatching());
  browser.permissions.onRemoved.addListener(() => void adjust());
  browser.runtime.onInstalled.addListener(() => void adjust());
  browser.runtime.onStartup.addListener(() => void adjust());
  let wasWatching: boolean | null = null;
  watchSettings(({ watchClaude: isWatching }) => {
    if (isWatching !== wasWatching) void adjust();
    wasWatching = isWatching;
  });
}

/**
 * The browser itself takes the badge away when the tab shows another document; here it follows what the page's own script says. The
 * page may be in anybody's hands: only its tab is believed, and every text is held to its bounds.
 */
async function takePage(data: unknown, sender: Browser.runtime.MessageSender): Promise<void> {
  const tabId = sender.tab?.id;
  const page = claudePage(sender.url ?? '');
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId !== 0 || page === null) return;
  if (!(await watchedOrigins()).includes(`${page.origin}/*`)) return;
  await note(tabId, readSighting(data));
}

async function note(tabId: number, sighting: PageSighting | null): Promise<void> {
  await showBadge(tabId, sighting === null ? null : firstGuess(sighting));
  await sightings.set(tabId, sighting);
}

async function lookAtTab(wished: number | null): Promise<Result<TabSight>> {
  // A screen that was just allowed to watch asks at once, perhaps before the browser has told of the permission.
  await takeUpWish();
  const tab = await tabOf(wished);
  const page = claudePage(tab?.url ?? '');
  if (tab?.id === undefined || page === null) return { ok: true, value: { kind: 'elsewhere' } };
  const sighting = await sightingNow({ id: tab.id, url: page.href }, sightings);
  if (sighting !== null) return { ok: true, value: { kind: 'seen', sighting, guess: firstGuess(sighting) } };
  const pattern = `${page.origin}/*`;
  if ((await watchedOrigins()).includes(pattern)) return { ok: true, value: { kind: 'quiet' } };
  const canBeAsked = claudeNeeds.origins.includes(pattern);
  return { ok: true, value: canBeAsked ? { kind: 'not-allowed', origin: page.origin } : { kind: 'elsewhere' } };
}

async function readPage(tabId: number): Promise<Result<PageReading>> {
  const tab = await tabOf(tabId);
  const page = claudePage(tab?.url ?? '');
  if (page === null) return { ok: true, value: { isRead: false, sighting: null } };
  return { ok: true, value: await readingNow({ id: tabId, url: page.href }, sightings) };
}

async function tabOf(wished: number | null): Promise<Browser.tabs.Tab | null> {
  try {
    if (wished !== null) return await browser.tabs.get(wished);
    return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0] ?? null;
  } catch {
    return null;
  }
}

interface WatchWish {
  readonly reload: boolean;
  readonly tabId: number | null;
}

const wishKey = 'watch-wish';
/** A question of the browser that was answered later than this is another story. Milliseconds. */
const wishLastsMs = 120_000;

/** Where the permission is still being asked for, the wish is kept: the popup that had it closes with the question. */
async function watchClaude({ reload, tabId }: WatchWish): Promise<Result<null>> {
  const wish: WatchWish = { reload, tabId: (await tabOf(tabId))?.id ?? null };
  if (await hasNeeds(claudeNeeds)) await fulfil(wish);
  else await browser.storage.session.set({ [wishKey]: { ...wish, at: Date.now() } });
  return { ok: true, value: null };
}

let wishes: Promise<unknown> = Promise.resolve();

/** Fulfils a wish that waited for the permission, once; tells whether there was one. */
function takeUpWish(): Promise<boolean> {
  const mine = wishes.then(async () => {
    const wish = (await browser.storage.session.get(wishKey))[wishKey] as (WatchWish & { at: number }) | undefined;
    if (wish === undefined || !(await hasNeeds(claudeNeeds))) return false;
    await browser.storage.session.remove(wishKey);
    if (Date.now() - wish.at >= wishLastsMs) return false;
    await fulfil(wish);
    return true;
  });
  wishes = mine.catch(() => undefined);
  return mine;
}

async function goOnWatching(): Promise<void> {
  if (!(await takeUpWish())) await adjust();
}

async function fulfil({ reload, tabId }: WatchWish): Promise<void> {
  await writeSettings({ watchClaude: true });
  await adjust();
  if (!reload || tabId === null) return;
  try {
    await browser.tabs.reload(tabId);
  } catch {
    // The tab was closed while the question was open.
  }
}

/** Brings the registration in line with what is wished and allowed; pages that are open already are watched from now on, too. */
async function adjust(): Promise<void> {
  if (await registerForPages()) await watchOpenPages();
  if ((await watchedOrigins()).length > 0) return;
  const tabs = await sightings.forgetAll();
  await Promise.all(tabs.map((tabId) => showBadge(tabId, null)));
}
