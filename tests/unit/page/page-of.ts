import { parseHTML } from 'linkedom';
import type { PageView } from '../../../lib/page/page-view.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';

export const seenAt = 1_790_000_000_000;

/** A page as the reader sees it, made of what its body holds. */
export function pageOf(address: string, body: string): PageView {
  const { document } = parseHTML(`<!doctype html><html><head><title>Claude</title></head><body>${body}</body></html>`);
  return { address, root: document };
}

export function readingOf(address: string, body: string): PageSighting | null {
  return readPage(pageOf(address, body), seenAt);
}
