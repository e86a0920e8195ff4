import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claudePageHosts } from '../lib/standards/claude-page-places.ts';
import { pageHand } from '../lib/page/look/page-hand.ts';
import type { PageHandHolder } from '../lib/page/look/page-answer.ts';

/**
 * Put into a page of Claude's at a look, in our own world, where the page's scripts see nothing of it. It keeps there what it can be asked
 * for until it has finished. Its result is what can be seen at once; null where the tab has gone to another site meanwhile.
 */
export default defineUnlistedScript(() => {
  if (!claudePageHosts.includes(location.hostname)) return null;
  const hand = pageHand(window);
  (globalThis as PageHandHolder).connectorDoctorHand = hand;
  return hand.signs;
});
