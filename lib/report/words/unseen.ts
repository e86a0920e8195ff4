import { msg, say, sayCount } from '../../i18n/say.ts';
import type { Skipped, SkipReason } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { bundleNotSeenWords } from './bundle-words.ts';
import { browserNotSeenWords } from './browser-words.ts';
import { observedValue } from '../data/evidence-value.ts';
import { wayTo, type Way } from './ways-to-ask.ts';

interface Group {
  readonly words: string | ((report: Report) => string);
  /** What would show it. */
  readonly way?: Way;
  readonly holds: (skip: Skipped, report: Report) => boolean;
}

/** What nobody saw in this run, by reason. */
export function notSeenWords(report: Report): readonly string[] {
  if (report.subject === 'browser') return browserNotSeenWords(report);
  if (report.subject === 'bundle') return bundleNotSeenWords(report);
  if (askedNobody(report)) return [];
  const left = new Set(report.skipped);
  const said = groups.flatMap(({ words, way, holds }) => {
    const held = [...left].filter((skip) => holds(skip, report));
    for (const skip of held) left.delete(skip);
    const asked = way === undefined ? null : wayTo(way, report);
    const what = say(typeof words === 'string' ? words : words(report));
    return held.length > 0 ? [countedWords(held.length, what, asked)] : [];
  });
  const claude = say(
    'Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the server’s log shows whether they arrive)',
  );
  return report.subject === 'connector' ? [claude, ...said] : said;
}

function countedWords(count: number, what: string, way: string | null): string {
  return way === null
    ? sayCount(count, { one: '{what} ({count} check)', other: '{what} ({count} checks)' }, { what })
    : sayCount(
        count,
        { one: '{what} ({count} check with {way})', other: '{what} ({count} checks with {way})' },
        { what, way },
      );
}

/** What was typed is no address that could be asked: there was nothing to see, here or from elsewhere. */
export function askedNobody({ subject, stop, exchanges }: Report): boolean {
  return subject === 'connector' && stop?.step === 0 && exchanges.length === 0;
}

/** What only the sign-in itself shows, whatever else lies behind it. */
const ofSignIn: readonly FindingCode[] = [
  'auth.sign-in-needs-client',
  'auth.sign-in-failed',
  'auth.token-rejected',
  'auth.token-unusable',
  'auth.token-without-expiry',
  'auth.token-unusable',
  'auth.tokens-left-behind',
  'auth.refresh-fails',
  'auth.refresh-not-issued',
];

/** In the order in which they are said; a check counts in the first group that holds it. */
const groups: readonly Group[] = [
  {
    words: msg('what comes after the stop'),
    holds: (skip, { stop }) => stop !== null && isAfterStop(skip, stop.step),
  },
  {
    words: msg('what comes after signing in'),
    way: 'signed-in',
    holds: (skip, report) => isBehindSignIn(skip) && !report.run.plans.includes('signed-in'),
  },
  { words: msg('what comes after signing in'), holds: isBehindSignIn },
  { words: msg('what the run did not come to'), holds: only('not-reached') },
  {
    words: msg('what Google’s favicon service shows'),
    way: 'google-favicon',
    holds: (skip, report) => isOfGoogle(skip) && hasSite(report),
  },
  {
    words: msg('what public DNS says of the name'),
    way: 'public-dns',
    holds: ({ code, because }) => because === 'consent' && code.startsWith('dns.'),
  },
  { words: msg('what only registering and asking for a token show'), way: 'active', holds: isActive },
  { words: msg('what needs your word'), holds: (skip) => skip.because === 'consent' && !isOfGoogle(skip) },
  { words: msg('what needs a permission that was not given'), holds: only('permission') },
  {
    words: ({ vantage }) =>
      vantage === 'cli' ? msg('what this way of looking cannot see') : msg('what a browser cannot see'),
    holds: only('vantage'),
  },
  {
    words: msg('what builds on an answer that did not come'),
    holds: (skip) => skip.because === 'prerequisite' || isOfGoogle(skip),
  },
  { words: msg('what only you know of the account'), way: 'account', holds: isOfAccount },
  {
    words: ({ vantage }) =>
      vantage === 'cli' ? msg('what --quick leaves out') : msg('what the quick look leaves out'),
    holds: ({ because }, { run }) => because === 'not-asked' && !run.plans.includes('side'),
  },
  { words: msg('what was not asked in this run'), holds: only('not-asked') },
  { words: msg('what there was no time for'), holds: only('deadline') },
  {
    words: msg('what a defect of Connector Doctor kept from being judged (please report it)'),
    holds: only('crashed'),
  },
];

function only(reason: SkipReason): Group['holds'] {
  return ({ because }) => because === reason;
}

/** No option leads past a stop: not behind a sign-in that fails, and to no sign-in service that cannot be found. */
function isAfterStop(skip: Skipped, step: StepNumber): boolean {
  if (skip.because === 'not-reached') return true;
  return (step < 10 && isBehindSignIn(skip)) || (step < 7 && isActive(skip));
}

function isOfAccount({ code, because }: Skipped): boolean {
  return because === 'not-asked' && /^(?:account|claude)\./.test(code);
}

function isActive({ code, because }: Skipped): boolean {
  return because === 'consent' && code.startsWith('auth.');
}

function isOfGoogle({ code, because }: Skipped): boolean {
  return because === 'consent' && code.startsWith('icon.');
}

/** Google’s service is asked for the domain of a site that was seen. */
function hasSite({ evidence }: Report): boolean {
  const domains = observedValue(evidence, 'site-icons')?.['domains'];
  return isJsonObject(domains) && typeof domains['registrable'] === 'string';
}

function isBehindSignIn({ code, because }: Skipped): boolean {
  const isUnseen = because === 'not-asked' || because === 'not-reached';
  return because === 'needs-sign-in' || (isUnseen && ofSignIn.includes(code));
}
