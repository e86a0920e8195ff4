import { msg } from '../../lib/i18n/say.ts';
import type { BrowserFix } from '../../lib/interference/exam-state.ts';

/** A thing that can be done at a click; to be said where it is offered. */
export interface FixOffer {
  /** What it does, and what it leaves alone. */
  readonly does: string;
  /** How to take it back. */
  readonly undo: string;
}

/** What each fix does. */
export const fixOffers: Readonly<Record<BrowserFix, FixOffer>> = {
  reload: {
    does: msg('Loads the tab with Claude anew, and looks again. What you typed there and did not send is lost.'),
    undo: msg('To undo it: nothing has to be undone.'),
  },
  'clear-cache': {
    does: msg(
      'Throws away the copies of Claude’s files that this browser keeps, also those that its pages stored themselves, and loads the tab with Claude anew: what you typed there and did not send is lost. Cookies stay, and with them your sign-in.',
    ),
    undo: msg('To undo it: nothing has to be undone: the files are fetched anew.'),
  },
  'private-window': {
    does: msg(
      'Opens Claude in it. Most extensions do not run there, and nothing is cached: if Claude works in it, the cause lies in this window’s extensions or copies. You have to sign in once more.',
    ),
    undo: msg('To undo it: close that window.'),
  },
  'site-settings': {
    does: msg(
      'Shows the browser’s own page, where cookies, JavaScript and pop-ups of claude.ai are allowed or blocked. Nothing is changed for you.',
    ),
    undo: msg('To undo it: what you change there, you change back in the same place.'),
  },
  'extension-details': {
    does: msg('Opens the browser’s own page for it, where you can switch it off.'),
    undo: msg('To undo it: what you change there, you change back in the same place.'),
  },
};
