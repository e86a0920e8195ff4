import type { PageWindow } from './page-window.ts';

/** What can be seen at once of the browser's settings for this page. */
export interface SettingsSigns {
  readonly runsScripts: boolean;
  readonly keepsCookies: boolean;
}

/** Looks at what the page may do. Nothing is kept for it. */
export function settingsSigns(view: PageWindow): SettingsSigns {
  return { runsScripts: runsScripts(view), keepsCookies: keepsCookies(view) };
}

/** Our own scripts run in any case; where the page's may not, its parser takes what stands in `noscript` for elements. */
function runsScripts({ document }: PageWindow): boolean {
  try {
    return document.createRange().createContextualFragment('<noscript><p></p></noscript>').querySelector('p') === null;
  } catch {
    // A policy about what is parsed stops nothing but scripts.
    return true;
  }
}

/** Chromium says of a page without cookies that they are enabled, and refuses it every other store. */
function keepsCookies(view: PageWindow): boolean {
  try {
    return view.navigator.cookieEnabled && typeof view.localStorage === 'object';
  } catch {
    return false;
  }
}
