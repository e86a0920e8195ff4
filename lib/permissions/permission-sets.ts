/** Chrome, Edge and Brave behave alike in all that we ask of them. */
export type BrowserFamily = 'chromium' | 'firefox';

interface PermissionSet {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * What is asked for at install (nothing that a person would be warned about), and what is asked for at the click that needs it.
 * Chromium takes session rules of an extension only if it had that permission when it was loaded: what is set after a later grant waits
 * for ever. Firefox takes three of them for required ones only.
 */
const sets: Readonly<Record<BrowserFamily, PermissionSet>> = {
  chromium: {
    required: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      'sidePanel',
      'offscreen',
      'webRequest',
      'declarativeNetRequestWithHostAccess',
    ],
    optional: ['identity', 'management', 'browsingData', 'contentSettings'],
  },
  firefox: {
    required: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      'identity',
      'declarativeNetRequestWithHostAccess',
      'dns',
    ],
    optional: ['webRequest', 'management', 'browsingData'],
  },
};

/** Hosts are asked for one by one; plain http is for servers on the person's own machine or network. */
export const optionalHosts: readonly string[] = ['https://*/*', 'http://*/*'];

/** The permissions of one browser family's manifest. */
export function permissionsOf(family: BrowserFamily): PermissionSet {
  return sets[family];
}
