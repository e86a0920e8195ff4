import { msg, say, sayCount } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, Verdict, WordedFinding } from '../../kernel/report.ts';
import { pageUnseenWords } from './page-unseen-words.ts';
import { afterCutShort } from './run-words.ts';

/** The verdict of a look at this browser. “ready” promises nothing of what was not seen. */
export function browserHeadline(report: Report): string {
  if (isPageUnseen(report)) return say('Claude’s page was not looked at');
  if (isTroubleAtClaude(report)) return say('Trouble at Claude itself');
  if (isPastAlone(report)) return say('Nothing blocks Claude any more: reload it');
  return say(verdictWords[report.verdict]);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: msg('Nothing in this browser was seen to stand in Claude’s way'),
  'sign-in-needed': msg('Nothing in this browser was seen to stand in Claude’s way'),
  degraded: msg('Something may stand in Claude’s way in this browser'),
  broken: msg('Claude is kept from working in this browser'),
  unknown: msg('Not clear yet'),
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
  return findings.filter(isFault);
}

/** What the reader does after a look at this browser. */
export function browserNextWords(report: Report): string {
  const { verdict, primary, findings, skipped } = report;
  const cutShort = afterCutShort(report);
  if (cutShort !== null) return cutShort;
  if (isPageUnseen(report)) return pageUnseenWords();
  if (verdict === 'unknown') {
    return primary === null
      ? say('Open Claude in a tab, allow what the look asks for, and check this browser again.')
      : say('Then check this browser again.');
  }
  if (isTroubleAtClaude(report)) {
    const sawPage = !skipped.some(({ code }) => code === 'client.request-blocked');
    return sawPage
      ? say(
          'Nothing in this browser was seen to stand in Claude’s way. When the status page says that it is over, check this browser again.',
        )
      : say('When the status page says that it is over, check this browser again with Claude open in a tab.');
  }
  if (verdict !== 'ready') return say('After the change, reload Claude’s page and check this browser again.');
  const hasRisks = findings.some(({ severity }) => severity === 'warning');
  return [
    say('If Claude still fails, check again while it does.'),
    ...(hasRisks ? [say('The warnings are worth a look.')] : []),
    say('An extension can also be found by switching the likely ones off and on (“Find the extension”).'),
    say(
      'If a private window without extensions fails as well, send this report to Anthropic’s support with the reference number that Claude shows: it is kept only for a short time.',
    ),
  ].join(' ');
}

/** What nobody saw in this look, by reason. */
export function browserNotSeenWords({ skipped }: Report): readonly string[] {
  return reasons.flatMap(([because, words]) => {
    const codes = skipped.filter((skip) => skip.because === because).map(({ code }) => code);
    if (codes.length === 0) return [];
    const what = say(words);
    const choices = because === 'consent' ? leftOutWords(codes) : '';
    return [
      choices === ''
        ? sayCount(codes.length, { one: '{what} ({count} check)', other: '{what} ({count} checks)' }, { what })
        : sayCount(
            codes.length,
            { one: '{what}: {choices} ({count} check)', other: '{what}: {choices} ({count} checks)' },
            { what, choices },
          ),
    ];
  });
}

/** What each choice of a look shows. */
const choices: readonly (readonly [words: string, codes: RegExp])[] = [
  [msg('other extensions'), /^client\.(?:extension-|proxy-)/],
  [msg('Claude’s status page'), /^client\.service-/],
  [msg('the browser’s settings for claude.ai'), /^client\.(?:cookies|javascript|popups|third-party-cookies)-/],
];

/** Names only what was left out. */
function leftOutWords(codes: readonly string[]): string {
  const names = choices.flatMap(([words, ofChoice]) => (codes.some((code) => ofChoice.test(code)) ? [say(words)] : []));
  return names.join(', ');
}

const reasons: readonly (readonly [SkipReason, string])[] = [
  ['permission', msg('what needs a permission that was not given')],
  ['consent', msg('what is looked at only by your word')],
  ['prerequisite', msg('what shows only on an open page of Claude’s, or builds on an answer that did not come')],
  ['vantage', msg('what this browser does not show')],
  ['not-asked', msg('what was not asked in this look')],
  ['not-reached', msg('what the look did not come to')],
  ['deadline', msg('what there was no time for')],
  ['crashed', msg('what a defect of Connector Doctor kept from being judged (please report it)')],
];

/** Titles and remedies of what was skipped, where a look at this browser has other ones than a check of a connector. */
export const browserSkipWords: Readonly<
  Partial<Record<SkipReason, { readonly title: string; readonly remedy: string | null }>>
> = {
  permission: {
    title: msg('Needs a permission that was not given'),
    remedy: msg('Check this browser again and allow what it asks for.'),
  },
  consent: {
    title: msg('Done only by your word'),
    remedy: msg('Choose it at “Check this browser” and check again; each choice says what it looks at.'),
  },
  vantage: { title: msg('Not shown by this browser'), remedy: null },
  'not-reached': { title: msg('The look did not come to it'), remedy: msg('Check this browser again.') },
  prerequisite: {
    title: msg('Shows only on an open page of Claude’s'),
    remedy: msg('Open Claude in a tab and check this browser again.'),
  },
  deadline: { title: msg('There was no time left for it'), remedy: msg('Check this browser again.') },
  'not-asked': { title: msg('Not asked in this look'), remedy: null },
  'not-applicable': { title: msg('Does not concern this browser now'), remedy: null },
};
