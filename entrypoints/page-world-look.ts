import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { replacedFunctions } from '../lib/page/look/replaced-functions.ts';

/** Put into a page of Claude's at a look, in the page's own world, of which the page may make anything: its result is not to be trusted. */
export default defineUnlistedScript(async () => {
  try {
    return await replacedFunctions(window);
  } catch {
    return [];
  }
});
