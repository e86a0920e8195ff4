import { browser } from 'wxt/browser';
import { observed } from '../../../lib/kernel/observation.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';
import { sightingNow } from '../page-glance.ts';
import type { PageSightings } from '../page-sightings.ts';
import { observe } from './observe.ts';

/** A page that hangs is not waited for. Milliseconds. */
const mostMs = 500;

/** What this tab shows of a connector's error; null where that is nothing, and where it cannot be read at once. Never rejects. */
export async function claudeShows(tabId: number, sightings: Pick<PageSightings, 'of'>): Promise<PageSighting | null> {
  const look = async (): Promise<PageSighting | null> => {
    const { url = '' } = await browser.tabs.get(tabId);
    return sightingNow({ id: tabId, url }, sightings);
  };
  return observed(await observe(look(), mostMs)) ?? null;
}
