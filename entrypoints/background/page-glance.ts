import { browser } from 'wxt/browser';
import { mergeSightings } from '../../lib/page/merge-sightings.ts';
import { claudePage } from '../../lib/page/page-kind.ts';
import { readSighting } from '../../lib/page/read-sighting.ts';
import type { PageReading, PageSighting } from '../../lib/page/sighting.ts';
import type { PageSightings } from './page-sightings.ts';

/**
 * What a page of Claude's shows, as it was seen before on the same host and as it stands there now. Null where nothing of a connector's
 * error is to be seen, and where the page may not be read. Never rejects.
 */
export async function sightingNow(tab: Tab, sightings: Pick<PageSightings, 'of'>): Promise<PageSighting | null> {
  return (await readingNow(tab, sightings)).sighting;
}

/** The same, and whether the page could be read just now. */
export async function readingNow(tab: Tab, sightings: Pick<PageSightings, 'of'>): Promise<PageReading> {
  const [stored, now] = await Promise.all([sightings.of(tab.id).catch(() => null), glanceAt(tab.id)]);
  const isSameHost = stored !== null && claudePage(stored.page)?.origin === claudePage(tab.url)?.origin;
  return { isRead: now.isRead, sighting: mergeSightings(isSameHost ? stored : null, now.sighting) };
}

interface Tab {
  readonly id: number;
  readonly url: string;
}

/** Reads the page once: allowed for its host, or for the moment by the person's click on the icon. */
async function glanceAt(tabId: number): Promise<PageReading> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, files: ['/claude-glance.js'] });
    return { isRead: answer !== undefined, sighting: readSighting(answer?.result) };
  } catch {
    return { isRead: false, sighting: null };
  }
}
