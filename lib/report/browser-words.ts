import type { SkipReason } from '../kernel/finding.ts';
import type { Report, Verdict } from '../kernel/report.ts';
import { counted } from './counted.ts';
import { afterCutShort } from './run-words.ts';

/** The verdict of a look at this browser. “ready” promises nothing of what was not seen. */
export const browserVerdictWords: Readonly<Record<Verdict, string>> = {
  ready: 'Nothing in this browser was seen to stand in Claude’s way',
  'sign-in-needed': 'Nothing in this browser was seen to stand in Claude’s way',
  degraded: 'Something may stand in Claude’s way in this browser',
  broken: 'Claude is kept from working in this browser',
  unknown: 'Could not be checked from here',
};

/** What the reader does after a look at this browser. */
export function browserNextWords(report: Report): string {
  const { verdict, primary, findings } = report;
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  if (verdict === 'unknown') {
    return primary === null
      ? 'Open Claude in a tab, allow what the look asks for, and check this browser again.'
      : 'Then check this browser again.';
  }
  if (verdict !== 'ready') return 'After the change, reload Claude’s page and check this browser again.';
  const risks = findings.some(({ severity }) => severity === 'warning') ? ' The warnings are worth a look.' : '';
  return `If Claude still fails, check again while it does.${risks} An extension can also be found by switching the likely ones off and on (“Find the extension”). If a private window without extensions fails as well, send this report to Anthropic’s support with the reference number that Claude shows: it is kept only for a short time.`;
}

/** What nobody saw in this look, by reason. */
export function browserNotSeenWords({ skipped }: Report): readonly string[] {
  return reasons.flatMap(([because, words]) => {
    const count = skipped.filter((skip) => skip.because === because).length;
    return count > 0 ? [`${words} (${counted(count, 'check')})`] : [];
  });
}

const reasons: readonly (readonly [SkipReason, string])[] = [
  ['permission', 'what needs a permission that was not given'],
  ['consent', 'what is asked only by your word: other extensions, Claude’s status page, the browser’s settings'],
  ['prerequisite', 'what shows only on an open page of Claude’s, or builds on an answer that did not come'],
  ['vantage', 'what this browser does not show'],
  ['not-asked', 'what was not asked in this look'],
  ['not-reached', 'what the look did not come to'],
  ['deadline', 'what there was no time for'],
  ['crashed', 'what a defect of Connector Doctor kept from being judged (please report it)'],
];

/** Titles and remedies of what was skipped, where a look at this browser has other ones than a check of a connector. */
export const browserSkipWords: Readonly<
  Partial<Record<SkipReason, { readonly title: string; readonly remedy: string | null }>>
> = {
  permission: {
    title: 'Needs a permission that was not given',
    remedy: 'Check this browser again and allow what it asks for.',
  },
  consent: {
    title: 'Done only by your word',
    remedy: 'Choose it at “Check this browser” and check again; each choice says what it looks at.',
  },
  vantage: { title: 'Not shown by this browser', remedy: null },
  'not-reached': { title: 'The look did not come to it', remedy: 'Check this browser again.' },
  prerequisite: {
    title: 'Shows only on an open page of Claude’s',
    remedy: 'Open Claude in a tab and check this browser again.',
  },
  deadline: { title: 'There was no time left for it', remedy: 'Check this browser again.' },
  'not-asked': { title: 'Not asked in this look', remedy: null },
  'not-applicable': { title: 'Does not concern this browser now', remedy: null },
};
