import type { ExamWishes } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { seenIn, whyUnseen } from './browser-evidence.ts';

/** A look that was not made, and the one click that makes it. */
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
  title: 'Claude’s page itself',
  words: 'No tab with Claude was open. Open claude.ai in a tab, then look again.',
  action: { label: 'Look again', wishes: {} },
};

const earlier: LeftOut = {
  title: 'What the page asked for before',
  words: 'Its first requests went unseen. The tab is loaded anew while they are watched; what you typed there is lost.',
  action: { label: 'Reload and look again', wishes: { reload: true } },
};

const lookedAt: Readonly<Record<'extensions' | 'claude-status' | 'site-settings', LeftOut>> = {
  extensions: {
    title: 'Your other extensions',
    words:
      'Which of them may touch Claude. This asks the browser alone, and it asks you first; the list stays on this machine.',
    action: { label: 'List the extensions', wishes: { extensions: true } },
  },
  'claude-status': {
    title: 'Trouble at Claude itself',
    words: 'This asks status.claude.com, Claude’s status page, without your cookies.',
    action: { label: 'Ask the status page', wishes: { statusPage: true } },
  },
  'site-settings': {
    title: 'The settings for claude.ai',
    words:
      'Whether cookies, JavaScript and pop-ups are allowed there. This asks the browser alone, and it asks you first.',
    action: { label: 'Look at the settings', wishes: { siteSettings: true } },
  },
};
