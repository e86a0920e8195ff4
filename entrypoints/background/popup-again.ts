import { browser } from 'wxt/browser';
import { browserFamily } from '../../lib/permissions/browser-family.ts';

/**
 * Chromium closes a popup over its question of permission. Once that was answered the popup opens again and shows what became of the
 * wish, unless one of our own pages is in front and does so. Firefox asks in a page.
 */
export async function openPopupAgain(): Promise<void> {
  if (browserFamily() === 'firefox') return;
  try {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.url?.startsWith(`${location.origin}/`)) return;
    await browser.action.openPopup(tab && { windowId: tab.windowId });
  } catch {
    // The popup is open already, or the window has gone behind others: the icon is still there.
  }
}
