import { msg, say } from '../../i18n/say.ts';
import type { Skipped, SkipReason } from '../../kernel/finding.ts';
import type { Report } from '../../kernel/report.ts';
import { browserSkipWords } from './browser-words.ts';
import { bundleSkipWords } from './bundle-words.ts';
import { shellWord } from '../exchanges/shell-text.ts';

/** Checks that were skipped for one reason. */
export interface SkipGroup {
  readonly because: SkipReason;
  readonly title: string;
  /** What the reader can do so that they are judged; null where there is nothing to do. */
  readonly remedy: string | null;
  /** A command that shows them; null where none does. */
  readonly command: string | null;
  readonly skipped: readonly Skipped[];
}

/** Skipped checks by their reasons; what the reader can do something about stands first. */
export function skipGroups(report: Report): readonly SkipGroup[] {
  return order
    .map((because) => ({
      because,
      ...said(wordsOfSubject[report.subject]?.[because] ?? words[because]),
      command: because === 'vantage' && report.vantage === 'extension' ? commandFor(report) : null,
      skipped: report.skipped.filter((skip) => skip.because === because),
    }))
    .filter(({ skipped }) => skipped.length > 0);
}

function said({ title, remedy }: SkipWords): SkipWords {
  return { title: say(title), remedy: remedy === null ? null : say(remedy) };
}

/** The check of the same connector on the command line; null where the report is of no connector. */
export function commandFor({ subject, target }: Report): string | null {
  if (subject !== 'connector' || target === null || !('url' in target)) return null;
  return `npx connector-doctor check ${shellWord(target.url)}`;
}

const order: readonly SkipReason[] = [
  'permission',
  'consent',
  'needs-sign-in',
  'vantage',
  'not-reached',
  'prerequisite',
  'deadline',
  'not-asked',
  'not-applicable',
  'crashed',
];

type SkipWords = Pick<SkipGroup, 'title' | 'remedy'>;

const wordsOfSubject: Readonly<
  Record<Report['subject'], Readonly<Partial<Record<SkipReason, SkipWords>>> | undefined>
> = { connector: undefined, browser: browserSkipWords, bundle: bundleSkipWords };

const words: Readonly<Record<SkipReason, SkipWords>> = {
  permission: {
    title: msg('Needs a permission that was not given'),
    remedy: msg('Check again and allow the hosts that it asks for.'),
  },
  consent: {
    title: msg('Done only by your word'),
    remedy: msg('Choose it under “More ways to look” and check again; each choice says what it sends, and to whom.'),
  },
  'needs-sign-in': {
    title: msg('Lies behind the sign-in'),
    remedy: msg('Check again with “Look behind the sign-in”.'),
  },
  vantage: {
    title: msg('Cannot be seen from a browser'),
    remedy: msg('The command line can see this:'),
  },
  'not-reached': {
    title: msg('Comes after the step at which Claude stops'),
    remedy: msg('Mend the cause first, then check again.'),
  },
  prerequisite: { title: msg('Builds on an answer that did not come'), remedy: null },
  deadline: {
    title: msg('There was no time left for it'),
    remedy: msg('Check again; if it stays like this, the server is too slow or hangs.'),
  },
  'not-asked': {
    title: msg('Not asked in this check'),
    remedy: null,
  },
  'not-applicable': { title: msg('Does not concern this connector'), remedy: null },
  crashed: {
    title: msg('Could not be judged for a defect of Connector Doctor'),
    remedy: msg('Please report it, with this report.'),
  },
};
