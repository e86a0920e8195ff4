import type { PageTraffic } from '../kernel/evidence-browser.ts';
import { beginTraffic, withFlight, withRequest } from './page-traffic.ts';
import { nextFlight, type Flight, type FlightEvent } from './request-flight.ts';
import { isClaudeHost } from './request-kind.ts';

/** A moment of a request to one of Claude's hosts, whoever makes it. */
export interface TabEvent extends FlightEvent {
  readonly requestId: string;
  /** -1 where no tab makes it. */
  readonly tabId: number;
  /** The browser loads a page that nobody looks at yet. */
  readonly isPrerendered: boolean;
}

/** What is known of tabs that show Claude's page, and of their requests under way. Bounded: the oldest are forgotten first. */
export interface WatchedTabs {
  /** True when there is something new that is worth keeping. */
  take(event: TabEvent): boolean;
  /** Null: nothing of this tab was seen. */
  traffic(tabId: number): PageTraffic | null;
  /** True when something was known of it. */
  forget(tabId: number): boolean;
  /** The tab shows another site: as `forget`, but for what is known of a document of Claude's that is on its way there. */
  left(tabId: number): boolean;
  kept(): readonly KeptTab[];
}

export type KeptTab = readonly [tabId: number, traffic: PageTraffic];

const claude = 'https://claude.ai';
const mostTabs = 30;
const mostFlights = 500;

/** Goes on from what was kept. */
export function createWatchedTabs(kept: readonly KeptTab[]): WatchedTabs {
  const tabs = new Map<number, PageTraffic>(kept);
  const flights = new Map<string, Flight>();
  const documents = new Map<number, string>();
  const isArriving = (tabId: number): boolean => flights.get(documents.get(tabId) ?? '')?.end === null;
  return {
    take(event) {
      const { requestId, tabId, moment } = event;
      if (tabId < 0 || event.isPrerendered) return false;
      const before = flights.get(requestId);
      const isNew = before === undefined;
      const known = tabs.get(tabId);
      const traffic = trafficFor(event, isNew, known);
      if (traffic === null) return isNew && event.type === 'main_frame' && tabs.delete(tabId);
      const flight = nextFlight(before, event);
      if (event.type === 'main_frame') setLast(documents, tabId, requestId, mostTabs);
      if (moment === 'completed' || moment === 'failed') flights.delete(requestId);
      else setLast(flights, requestId, flight, mostFlights);
      const counted = isNew ? withRequest(traffic) : traffic;
      const isOver = flight.end !== null && before?.end !== flight.end;
      const after = isOver ? withFlight(counted, flight) : counted;
      setLast(tabs, tabId, after, mostTabs);
      return traffic !== known || after !== counted;
    },
    traffic: (tabId) => tabs.get(tabId) ?? null,
    forget: (tabId) => tabs.delete(tabId),
    left: (tabId) => !isArriving(tabId) && tabs.delete(tabId),
    kept: () => [...tabs],
  };
}

/** Null: the request is no concern of Claude's page. */
function trafficFor(event: TabEvent, isNew: boolean, known: PageTraffic | undefined): PageTraffic | null {
  if (event.type === 'main_frame') {
    // A redirect goes on with the same request: the document is the same.
    if (!isNew) return known ?? null;
    return originOf(event.url) === claude ? beginTraffic(event.moment === 'begun') : null;
  }
  if (event.asker === null || !isClaudeHost(hostOf(event.asker))) return null;
  return known ?? (originOf(event.asker) === claude ? beginTraffic(false) : null);
}

function setLast<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
