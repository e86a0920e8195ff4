import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookHere } from '../lib/page/look/look-here.ts';
import type { PageLookHolder } from '../lib/page/look/page-answer.ts';

/**
 * Put into a page of Claude's at a look, in our own world, where the page's scripts see nothing of it. It keeps the way in for the call
 * that follows and says what to look for.
 */
export default defineUnlistedScript(() => {
  (globalThis as PageLookHolder).connectorDoctorLook = (wish) => lookHere(window, wish);
  return true;
});
