import { browser } from 'wxt/browser';
import { mergeSightings } from '../../lib/page/merge-sightings.ts';
import { claudePage } from '../../lib/page/page-kind.ts';
import { readSighting } from '../../lib/page/read-sighting.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';
import type { PageSightings } from './page-sightings.ts';

/**
 * What a page of Claude's shows, as it was seen before on the same host and as it stands there now. Null where nothing of a connector's
 * error is to be seen, and where the page may not be read. Never rejects.
 */
export async function sightingNow(
  tab: { readonly id: number; readonly url: string },
  sightings: Pick<PageSightings, 'of'>,
): Promise<PageSighting | null> {
  const [stored, now] = await Promise.all([sightings.of(tab.id).catch(() => null), glanceAt(tab.id)]);
  const isSameHost = stored !== null && claudePage(stored.page)?.origin === claudePage(tab.url)?.origin;
  return mergeSightings(isSameHost ? stored : null, now);
}

/** Reads the page once: allowed for its host, or for the moment by the person's click on the icon. */
async function glanceAt(tabId: number): Promise<PageSighting | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, files: ['/claude-glance.js'] });
    return readSighting(answer?.result);
  } catch {
    return null;
  }
}
