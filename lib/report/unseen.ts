import type { Skipped, SkipReason } from '../kernel/finding.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { Report } from '../kernel/report.ts';
import { counted } from './counted.ts';

interface Group {
  readonly words: string;
  /** The option of the command line that would show it. */
  readonly option?: string;
  readonly holds: (skip: Skipped, report: Report) => boolean;
}

/** What nobody saw in this run, by reason. */
export function notSeenWords(report: Report): readonly string[] {
  if (askedNobody(report)) return [];
  const left = new Set(report.skipped);
  const said = groups.flatMap(({ words, option, holds }) => {
    const held = [...left].filter((skip) => holds(skip, report));
    for (const skip of held) left.delete(skip);
    const how = option === undefined ? '' : ` with ${option}`;
    return held.length > 0 ? [`${words} (${counted(held.length, 'check')}${how})`] : [];
  });
  const claude =
    'Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the server’s log shows whether they arrive)';
  return report.subject === 'connector' ? [claude, ...said] : said;
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
  'auth.refresh-fails',
];

/** In the order in which they are said; a check counts in the first group that holds it. */
const groups: readonly Group[] = [
  {
    words: 'what comes after the stop',
    holds: ({ because }, { stop }) => because === 'not-reached' && stop !== null,
  },
  {
    words: 'what comes after signing in',
    option: '--sign-in',
    holds: (skip, report) => isBehindSignIn(skip) && !report.run.plans.includes('signed-in'),
  },
  { words: 'what comes after signing in', holds: isBehindSignIn },
  { words: 'what the run did not come to', holds: only('not-reached') },
  {
    words: 'what Google’s favicon service shows',
    option: '--google-favicon',
    holds: ({ code, because }) => because === 'consent' && code.startsWith('icon.'),
  },
  {
    words: 'what public DNS says of the name',
    option: '--public-dns',
    holds: ({ code, because }) => because === 'consent' && code.startsWith('dns.'),
  },
  { words: 'what only registering and asking for a token show', option: '--active', holds: only('consent') },
  { words: 'what needs a permission that was not given', holds: only('permission') },
  { words: 'what this way of looking cannot see', holds: only('vantage') },
  { words: 'what builds on an answer that did not come', holds: only('prerequisite') },
  {
    words: 'what --quick leaves out',
    holds: ({ because }, { run }) => because === 'not-asked' && !run.plans.includes('side'),
  },
  { words: 'what was not asked in this run', holds: only('not-asked') },
  { words: 'what there was no time for', holds: only('deadline') },
  {
    words: 'what a defect of Connector Doctor kept from being judged (please report it)',
    holds: only('crashed'),
  },
];

function only(reason: SkipReason): Group['holds'] {
  return ({ because }) => because === reason;
}

function isBehindSignIn({ code, because }: Skipped): boolean {
  const isUnseen = because === 'not-asked' || because === 'not-reached';
  return because === 'needs-sign-in' || (isUnseen && ofSignIn.includes(code));
}
