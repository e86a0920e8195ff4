import { browser } from 'wxt/browser';
import type { SiteSettings } from '../../../lib/kernel/evidence-browser.ts';
import type { Observation } from '../../../lib/kernel/observation.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { observe, unavailable } from './observe.ts';

const claude = 'https://claude.ai/';
/** Nobody can own this name, so nobody has settings for it. @see https://www.rfc-editor.org/rfc/rfc6761 */
const nobody = 'https://nobody.invalid/';

/** The browser's settings for claude.ai, where the person wished for it and allowed `contentSettings`. Never rejects. */
export async function seeSiteSettings(isWished: boolean, mostMs: number): Promise<Observation<SiteSettings>> {
  if (browserFamily() === 'firefox') return unavailable('vantage');
  if (!isWished) return unavailable('consent');
  if ((browser.contentSettings as unknown) === undefined) return unavailable('permission');
  const isAllowed = await browser.permissions.contains({ permissions: ['contentSettings'] }).catch(() => false);
  return isAllowed ? observe(readSettings(), mostMs) : unavailable('permission');
}

async function readSettings(): Promise<SiteSettings> {
  const [cookies, javascript, here, elsewhere, thirdPartyCookies] = await Promise.all([
    read('cookies', { primaryUrl: claude }),
    read('javascript', { primaryUrl: claude }),
    read('popups', { primaryUrl: claude }),
    read('popups', { primaryUrl: nobody }),
    // A page of somebody else's in a frame of Claude's.
    read('cookies', { primaryUrl: nobody, secondaryUrl: claude }),
  ]);
  return {
    cookies,
    javascript,
    popups: here === null || elsewhere === null ? null : { here, elsewhere },
    thirdPartyCookies,
  };
}

async function read(
  what: 'cookies' | 'javascript' | 'popups',
  where: { readonly primaryUrl: string; readonly secondaryUrl?: string },
): Promise<string | null> {
  try {
    const { setting } = await browser.contentSettings[what].get(where);
    return setting;
  } catch {
    return null;
  }
}
