import { browser } from 'wxt/browser';
import { readSighting } from '../../lib/page/read-sighting.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';

/** What tabs with Claude's pages show. In memory alone: it is gone with the browser's session. */
export interface PageSightings {
  of(tabId: number): Promise<PageSighting | null>;
  set(tabId: number, sighting: PageSighting | null): Promise<void>;
  /** The tabs of which something was known. */
  forgetAll(): Promise<readonly number[]>;
}

const key = 'sightings';
const mostTabs = 30;

type Stored = readonly (readonly [tabId: number, sighting: PageSighting])[];

/** The store of sightings, in `storage.session`: a worker forgets everything else. */
export function createPageSightings(): PageSightings {
  let last: Promise<unknown> = Promise.resolve();
  // One change after the other: two tabs may speak at the same time.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    of: (tabId) => inTurn(async () => (await readAll()).find(([known]) => known === tabId)?.[1] ?? null),
    set: (tabId, sighting) =>
      inTurn(async () => {
        const before = await readAll();
        const others = before.filter(([known]) => known !== tabId);
        if (sighting === null && others.length === before.length) return;
        await writeAll(sighting === null ? others : [...others, [tabId, sighting]]);
      }),
    forgetAll: () =>
      inTurn(async () => {
        const tabs = (await readAll()).map(([tabId]) => tabId);
        await browser.storage.session.remove(key);
        return tabs;
      }),
  };
}

async function readAll(): Promise<Stored> {
  const stored: unknown = (await browser.storage.session.get(key))[key];
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const [tabId, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const sighting = readSighting(value);
    return typeof tabId === 'number' && sighting !== null ? [[tabId, sighting] as const] : [];
  });
}

async function writeAll(sightings: Stored): Promise<void> {
  await browser.storage.session.set({ [key]: sightings.slice(-mostTabs) });
}
