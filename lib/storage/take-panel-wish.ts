import { browser, type Browser } from 'wxt/browser';
import { guideIds } from '../guides/guide-id.ts';
import { panelWishKey, type PanelTarget, type PanelWish } from './panel-wish.ts';

/** A panel that is opened later than this is opened for something else. Milliseconds. */
const lastsMs = 60_000;

/**
 * The panel's side: calls back with a wish that is there already and with each that comes, once, until the function that it returns is
 * called. A panel without a window takes what is meant for any.
 */
export function takePanelWishes(windowId: number | null, onWish: (target: PanelTarget) => void): () => void {
  let last = 0;
  const take = (value: unknown): void => {
    const wish = wishOf(value);
    if (wish === null || wish.at <= last || (wish.windowId !== null && wish.windowId !== windowId)) return;
    last = wish.at;
    void browser.storage.session.remove(panelWishKey);
    if (Date.now() - wish.at < lastsMs) onWish(wish.target);
  };
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    if (area === 'session') take(changes[panelWishKey]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  void browser.storage.session.get(panelWishKey).then((kept) => {
    take(kept[panelWishKey]);
  });
  return () => {
    last = Infinity;
    browser.storage.onChanged.removeListener(listener);
  };
}

function wishOf(value: unknown): PanelWish | null {
  if (typeof value !== 'object' || value === null) return null;
  const { target, windowId, at } = value as Partial<Record<keyof PanelWish, unknown>>;
  const isWhole = typeof at === 'number' && (windowId === null || typeof windowId === 'number') && isTarget(target);
  return isWhole ? { target, windowId, at } : null;
}

function isTarget(value: unknown): value is PanelTarget {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind, id } = value as { readonly kind: unknown; readonly id?: unknown };
  if (kind === 'guide') return guideIds.some((guide) => guide === id);
  return kind === 'home' || kind === 'guides' || kind === 'plans' || kind === 'explain';
}
