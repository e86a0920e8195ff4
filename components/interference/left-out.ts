import { msg } from '../../lib/i18n/say.ts';
import type { ExamWishes } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { seenIn, whyUnseen } from './browser-evidence.ts';

/** A look that was not made, and the one click that makes it; its words are to be said where it is offered. */
export interface LeftOut {
  /** What would be looked at. */
  readonly title: string;
  /** What is asked, of whom, and who learns of it. */
  readonly words: string;
  /** Null where a click here cannot do it. */
  readonly action: { readonly label: string; readonly wishes: Partial<ExamWishes> } | null;
}

/** What this look at the browser has left out, the most telling first. */
export function leftOutOf(report: Report): readonly LeftOut[] {
  const byWord = (['extensions', 'claude-status', 'site-settings'] as const).filter((key) =>
    ['consent', 'permission', 'not-asked'].includes(whyUnseen(report, key) ?? ''),
  );
  return [...ofThePage(report), ...byWord.map((key) => lookedAt[key])];
}

function ofThePage(report: Report): readonly LeftOut[] {
  if (seenIn(report, 'browser')?.hasPage === false) return [noPage];
  return seenIn(report, 'page-traffic')?.isWhole === false ? [earlier] : [];
}

const noPage: LeftOut = {
  title: msg('Claude’s page itself'),
  words: msg('No tab with Claude was open. Open claude.ai in a tab, then look again.'),
  action: { label: msg('Look again'), wishes: {} },
};

const earlier: LeftOut = {
  title: msg('What the page asked for before'),
  words: msg(
    'Its first requests went unseen. The tab is loaded anew while they are watched; what you typed there is lost.',
  ),
  action: { label: msg('Reload and look again'), wishes: { reload: true } },
};

const lookedAt: Readonly<Record<'extensions' | 'claude-status' | 'site-settings', LeftOut>> = {
  extensions: {
    title: msg('Your other extensions'),
    words: msg(
      'Which of them may touch Claude. This asks the browser alone, and it asks you first; the list stays on this machine.',
    ),
    action: { label: msg('List the extensions'), wishes: { extensions: true } },
  },
  'claude-status': {
    title: msg('Trouble at Claude itself'),
    words: msg('This asks status.claude.com, Claude’s status page, without your cookies.'),
    action: { label: msg('Ask the status page'), wishes: { statusPage: true } },
  },
  'site-settings': {
    title: msg('The settings for claude.ai'),
    words: msg(
      'Whether cookies, JavaScript and pop-ups are allowed there. This asks the browser alone, and it asks you first.',
    ),
    action: { label: msg('Look at the settings'), wishes: { siteSettings: true } },
  },
};
