import type { FindingCode } from '../kernel/finding-code.ts';
import type { SkipReason } from '../kernel/finding.ts';
import type { Report, Verdict, WordedFinding } from '../kernel/report.ts';
import { counted } from './counted.ts';
import { pageUnseenWords } from './page-unseen-words.ts';
import { afterCutShort } from './run-words.ts';

/** The verdict of a look at this browser. “ready” promises nothing of what was not seen. */
export function browserHeadline(report: Report): string {
  if (isPageUnseen(report)) return 'Claude’s page was not looked at';
  if (isTroubleAtClaude(report)) return 'Trouble at Claude itself';
  if (isPastAlone(report)) return 'Nothing blocks Claude any more: reload it';
  return verdictWords[report.verdict];
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: 'Nothing in this browser was seen to stand in Claude’s way',
  'sign-in-needed': 'Nothing in this browser was seen to stand in Claude’s way',
  degraded: 'Something may stand in Claude’s way in this browser',
  broken: 'Claude is kept from working in this browser',
  unknown: 'Not clear yet',
};

/** Nothing is wrong outside Claude’s page, and no tab showed the page: what extensions do there was not seen. */
export function isPageUnseen({ verdict, primary, passed, skipped }: Report): boolean {
  const answers = passed.includes('client.claude-unreachable');
  const isUnseen = skipped.some(({ code, because }) => code === 'client.request-blocked' && because === 'prerequisite');
  return verdict === 'unknown' && primary === null && answers && isUnseen;
}

/** All that was found is what Claude’s status page tells of, and nothing here was seen to fail. */
export function isTroubleAtClaude({ verdict, findings }: Report): boolean {
  return verdict === 'degraded' && faultsIn(findings).every(({ code }) => ofClaude.includes(code));
}

/** All that was found is what was blocked before, and gets through now: Claude’s page has to be loaded anew. */
export function isPastAlone({ verdict, findings }: Report): boolean {
  return verdict === 'degraded' && faultsIn(findings).every(({ values }) => values['now'] === 'past');
}

const ofClaude: readonly FindingCode[] = ['client.service-incident', 'client.service-maintenance'];

function faultsIn(findings: readonly WordedFinding[]): readonly WordedFinding[] {
  return findings.filter(({ severity }) => severity === 'blocker' || severity === 'problem');
}

/** What the reader does after a look at this browser. */
export function browserNextWords(report: Report): string {
  const { verdict, primary, findings, skipped } = report;
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  if (isPageUnseen(report)) return pageUnseenWords();
  if (verdict === 'unknown') {
    return primary === null
      ? 'Open Claude in a tab, allow what the look asks for, and check this browser again.'
      : 'Then check this browser again.';
  }
  if (isTroubleAtClaude(report)) {
    const sawPage = !skipped.some(({ code }) => code === 'client.request-blocked');
    return sawPage
      ? 'Nothing in this browser was seen to stand in Claude’s way. When the status page says that it is over, check this browser again.'
      : 'When the status page says that it is over, check this browser again with Claude open in a tab.';
  }
  if (verdict !== 'ready') return 'After the change, reload Claude’s page and check this browser again.';
  const risks = findings.some(({ severity }) => severity === 'warning') ? ' The warnings are worth a look.' : '';
  return `If Claude still fails, check again while it does.${risks} An extension can also be found by switching the likely ones off and on (“Find the extension”). If a private window without extensions fails as well, send this report to Anthropic’s support with the reference number that Claude shows: it is kept only for a short time.`;
}

/** What nobody saw in this look, by reason. */
export function browserNotSeenWords({ skipped }: Report): readonly string[] {
  return reasons.flatMap(([because, words]) => {
    const codes = skipped.filter((skip) => skip.because === because).map(({ code }) => code);
    const what = because === 'consent' ? `${words}${leftOutWords(codes)}` : words;
    return codes.length > 0 ? [`${what} (${counted(codes.length, 'check')})`] : [];
  });
}

/** What each choice of a look shows. */
const choices: readonly (readonly [words: string, codes: RegExp])[] = [
  ['other extensions', /^client\.(?:extension-|proxy-)/],
  ['Claude’s status page', /^client\.service-/],
  ['the browser’s settings for claude.ai', /^client\.(?:cookies|javascript|popups|third-party-cookies)-/],
];

/** Names only what was left out. */
function leftOutWords(codes: readonly string[]): string {
  const names = choices.flatMap(([words, ofChoice]) => (codes.some((code) => ofChoice.test(code)) ? [words] : []));
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

const reasons: readonly (readonly [SkipReason, string])[] = [
  ['permission', 'what needs a permission that was not given'],
  ['consent', 'what is looked at only by your word'],
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
