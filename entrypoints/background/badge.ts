import { msg, say } from '../../lib/i18n/say.ts';
import { browser } from 'wxt/browser';
import type { FirstGuess } from '../../lib/page/sighting.ts';
import { languageKnown } from './worker-language.ts';

const title = msg('Connector Doctor: Claude shows a connector error on this page');
/** Red of the status hues, dark enough for white on it. */
const background = '#b3261e';

/** Marks the icon for this tab when its page shows a connector's error, and takes the mark away when not. */
export async function showBadge(tabId: number, guess: FirstGuess | null): Promise<void> {
  const isMarked = guess?.isConnectorFault === true;
  await languageKnown();
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: isMarked ? '!' : '' }),
      browser.action.setTitle({ tabId, title: isMarked ? say(title) : await browser.action.getTitle({}) }),
      ...(isMarked ? [browser.action.setBadgeBackgroundColor({ tabId, color: background })] : []),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
