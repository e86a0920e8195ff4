import { msg, say } from '../../i18n/say.ts';
import type { Verdict } from '../../kernel/report.ts';
import { bundleHeadline } from '../words/bundle-words.ts';
import type { ComparedReport } from './comparison.ts';

/** A verdict in the words of its kind of report. */
export function verdictHeadline({
  subject,
  verdict,
  primary,
}: Pick<ComparedReport, 'subject' | 'verdict' | 'primary'>): string {
  return subject === 'bundle' ? bundleHeadline({ verdict, primary }) : say(verdicts[verdict]);
}

const verdicts: Readonly<Record<Verdict, string>> = {
  ready: msg('Nothing wrong seen from here'),
  'sign-in-needed': msg('Sign-in needed'),
  degraded: msg('Works in part'),
  broken: msg('Broken'),
  unknown: msg('Could not be checked'),
};
