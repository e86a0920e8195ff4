import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHand } from '../lib/page/look/page-hand.ts';
import type { PageHandHolder } from '../lib/page/look/page-answer.ts';

/**
 * Put into a page of Claude's at a look, in our own world, where the page's scripts see nothing of it. It keeps there what it can be asked
 * for until it has finished. Its result is what can be seen at once.
 */
export default defineUnlistedScript(() => {
  const hand = pageHand(window);
  (globalThis as PageHandHolder).connectorDoctorHand = hand;
  return hand.signs;
});
