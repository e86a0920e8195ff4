import { browser, type Browser } from 'wxt/browser';
import type { PageTraffic } from '../../kernel/evidence-browser.ts';
import { nextFlight, type Flight } from '../../interference/request-flight.ts';
import { createWatchedTabs, type KeptTab, type TabEvent, type WatchedTabs } from '../../interference/watched-tabs.ts';
import { listenToClaudesHosts } from './claude-host-events.ts';
import { createMarkers, markerIn } from './marker.ts';

/**
 * Watches what becomes of the requests of tabs that show Claude's page, and of marked requests that we make to Claude's hosts ourselves.
 * Of a tab it keeps what is noteworthy, in the browser's memory, until the tab shows another document or is closed.
 */
export interface TabWatch {
  /**
   * Listens from now on, if the browser lets it. To be called synchronously when the background starts, and again whenever a permission
   * was given: Chromium tells nothing of a host to those who listened before they were allowed to hear of it.
   */
  start(): void;
  /** Whether the browser tells of requests. */
  isListening(): boolean;
  /** Null: nothing of this tab was seen. */
  traffic(tabId: number): Promise<PageTraffic | null>;
  /** When something last happened to a request of this tab; Unix time in milliseconds, 0 when nothing did. */
  lastActivity(tabId: number): number;
  /** A new mark for a request of ours: the fragment of its URL. What becomes of it is kept until `forget`. */
  mark(): string;
  /** The marked request once it is over, or as it is after this time; null when nothing was seen of it. */
  flight(marker: string, patienceMs: number): Promise<Flight | null>;
  forget(marker: string): void;
  /** What was kept of tabs. */
  forgetAll(): Promise<void>;
}

/** Makes the watch; it hears nothing before `start`. */
export function createTabWatch(): TabWatch {
  const follow = createFollowing((tabId) => void tabs.left(tabId));
  const tabs = createKeptTabs(follow);
  const { take, ...marked } = createMarkedFlights();
  const forget = (tabId: number): void => void tabs.forget(tabId);
  let stop: (() => void) | null = null;
  return {
    start() {
      stop?.();
      stop = listenToClaudesHosts((event) => {
        const marker = markerIn(event.url);
        if (marker === null) tabs.take(event);
        else take(marker, event);
      });
      // The same function once more is no second listener.
      if (stop === null) return;
      browser.tabs.onRemoved.addListener(forget);
      // What a background that is gone has kept is not known yet.
      follow(true);
      tabs.begin();
    },
    isListening: () => stop !== null,
    traffic: tabs.traffic,
    lastActivity: tabs.lastActivity,
    forgetAll: tabs.forgetAll,
    ...marked,
  };
}

/** Where a tab goes that leaves Claude, the requests do not tell: those of other sites are not watched. */
function createFollowing(left: (tabId: number) => void): (isNeeded: boolean) => void {
  const updated = (tabId: number, { status }: Browser.tabs.OnUpdatedInfo, { url }: Browser.tabs.Tab): void => {
    // Of sites that the person has not allowed the browser says no address.
    if (status !== undefined && url?.startsWith('https://claude.ai/') !== true) left(tabId);
  };
  return (isNeeded) => {
    // Otherwise each page that loads anywhere would wake the background.
    if (isNeeded) browser.tabs.onUpdated.addListener(updated);
    else browser.tabs.onUpdated.removeListener(updated);
  };
}

interface MarkedFlights extends Pick<TabWatch, 'mark' | 'flight' | 'forget'> {
  take(marker: string, event: TabEvent): void;
}

/** The engine's requests carry marks as well: only those count that were given out here. */
function createMarkedFlights(): MarkedFlights {
  const nextMarker = createMarkers();
  const flights = new Map<string, Flight | null>();
  const waiting = new Map<string, () => void>();
  return {
    take(marker, event) {
      const before = flights.get(marker);
      // Where a redirect leads to is not followed: the first answer is the answer.
      if (before === undefined || (before !== null && before.end !== null)) return;
      const flight = nextFlight(before ?? undefined, event);
      flights.set(marker, flight);
      if (flight.end !== null) waiting.get(marker)?.();
    },
    mark() {
      const marker = nextMarker();
      flights.set(marker, null);
      return marker;
    },
    flight: (marker, patienceMs) =>
      new Promise((settle) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(marker);
          settle(flights.get(marker) ?? null);
        };
        const timer = setTimeout(done, patienceMs);
        if (isOver(flights.get(marker))) done();
        else waiting.set(marker, done);
      }),
    forget(marker) {
      waiting.get(marker)?.();
      flights.delete(marker);
    },
  };
}

function isOver(flight: Flight | null | undefined): boolean {
  return flight !== null && flight !== undefined && flight.end !== null;
}

const key = 'page-traffic';
const mostWaiting = 2_000;

interface KeptTabs extends Pick<TabWatch, 'traffic' | 'lastActivity' | 'forgetAll'> {
  take(event: TabEvent): void;
  forget(tabId: number): Promise<void>;
  left(tabId: number): Promise<void>;
  /** Reads what was kept. */
  begin(): void;
}

/**
 * The background may have died and come back meanwhile: what it kept is read before anything else is taken. Says with each change whether
 * there is anything.
 */
function createKeptTabs(hasSome: (isAny: boolean) => void): KeptTabs {
  const activity = new Map<number, number>();
  const waiting: TabEvent[] = [];
  let tabs: WatchedTabs | null = null;
  let reading: Promise<WatchedTabs> | null = null;
  const read = async (): Promise<WatchedTabs> => {
    const kept = (await browser.storage.session.get(key))[key];
    tabs = createWatchedTabs(Array.isArray(kept) ? (kept as KeptTab[]) : []);
    for (const event of waiting.splice(0)) takeNow(tabs, event);
    hasSome(tabs.kept().length > 0);
    return tabs;
  };
  const ready = (): Promise<WatchedTabs> => (reading ??= read());
  const takeNow = (known: WatchedTabs, event: TabEvent): void => {
    if (!known.take(event)) return;
    hasSome(known.kept().length > 0);
    save();
  };
  const save = inTurn(async () => {
    await browser.storage.session.set({ [key]: (await ready()).kept() });
  });
  const drop = async (tabId: number, how: 'forget' | 'left'): Promise<void> => {
    if (how === 'forget') activity.delete(tabId);
    const known = await ready();
    if (!known[how](tabId)) return;
    hasSome(known.kept().length > 0);
    save();
  };
  return {
    take(event) {
      if (event.tabId < 0) return;
      activity.set(event.tabId, event.at);
      if (tabs !== null) return takeNow(tabs, event);
      if (waiting.length < mostWaiting) waiting.push(event);
      void ready();
    },
    traffic: async (tabId) => (await ready()).traffic(tabId),
    lastActivity: (tabId) => activity.get(tabId) ?? 0,
    begin: () => void ready(),
    forget: (tabId) => drop(tabId, 'forget'),
    left: (tabId) => drop(tabId, 'left'),
    async forgetAll() {
      activity.clear();
      const known = await ready();
      for (const [tabId] of known.kept()) known.forget(tabId);
      hasSome(false);
      await browser.storage.session.remove(key);
    },
  };
}

/** Of many wishes that come while the deed is being done, one more time is enough. */
function inTurn(deed: () => Promise<void>): () => void {
  let isBusy = false;
  let isWished = false;
  const go = async (): Promise<void> => {
    isBusy = true;
    while (isWished) {
      isWished = false;
      await deed().catch(() => undefined);
    }
    isBusy = false;
  };
  return () => {
    isWished = true;
    if (!isBusy) void go();
  };
}
