import { browser } from 'wxt/browser';
import type { BrowserFamily } from './permission-sets.ts';

/** Which family this browser belongs to: only Firefox's manifest has settings of its own. */
export function browserFamily(): BrowserFamily {
  return browser.runtime.getManifest()['browser_specific_settings'] ? 'firefox' : 'chromium';
}
