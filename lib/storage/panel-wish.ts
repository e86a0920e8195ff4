import { browser } from 'wxt/browser';
import type { GuideId } from '../guides/guide-id.ts';

/** What the side panel shall show when another screen opens it. */
export type PanelTarget =
  | { readonly kind: 'home' | 'guides' | 'plans' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'guide'; readonly id: GuideId };

/** What is kept of it, in memory alone. */
export interface PanelWish {
  readonly target: PanelTarget;
  /** The window whose panel is meant; null for any. */
  readonly windowId: number | null;
  /** Unix time in milliseconds. */
  readonly at: number;
}

export const panelWishKey = 'panel-wish';

/** Leaves a wish for the panel of this window (null: any), which may be open already. Only the last one is kept. */
export async function wishForPanel(target: PanelTarget, windowId: number | null): Promise<void> {
  await browser.storage.session.set({ [panelWishKey]: { target, windowId, at: Date.now() } satisfies PanelWish });
}
