import { msg } from '../../lib/i18n/say.ts';
import type { BrowserFix } from '../../lib/interference/exam-state.ts';

/** What stands on the button of each fix; to be said there. */
export const fixLabels: Readonly<Record<BrowserFix, string>> = {
  reload: msg('Reload Claude'),
  'clear-cache': msg('Clear Claude’s cache'),
  'private-window': msg('Open a private window'),
  'site-settings': msg('Open the settings for claude.ai'),
  'extension-details': msg('Open the extension’s details'),
};
