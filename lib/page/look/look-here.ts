import type { PageAnswer, PageWish } from './page-answer.ts';
import { probeFromHere, type PageWindow } from './page-probes.ts';

/** Looks at the page from our own world within it. Never rejects. */
export async function lookHere(view: PageWindow, wish: PageWish): Promise<PageAnswer> {
  const probes = await probeFromHere(view, wish.probes);
  return { probes };
}
