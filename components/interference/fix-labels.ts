import type { BrowserFix } from '../../lib/interference/exam-state.ts';

/** What stands on the button of each fix. */
export const fixLabels: Readonly<Record<BrowserFix, string>> = {
  reload: 'Reload Claude',
  'clear-cache': 'Clear Claude’s cache',
  'private-window': 'Open a private window',
  'site-settings': 'Open the settings for claude.ai',
  'extension-details': 'Open the extension’s details',
};
