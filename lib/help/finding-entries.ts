import { guides } from '../guides/catalog.ts';
import { msg, say, saidCode } from '../i18n/say.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { Who } from '../kernel/finding.ts';
import entries from '../knowledge/finding-entries.json' with { type: 'json' };
import { findingTitles } from '../knowledge/finding-titles.ts';
import { guidesForCode } from './guide-steps.ts';
import { sourceOfUrl } from './known-pages.ts';
import type { SearchEntry } from './search-entry.ts';

/** Every code that can be reported, with what is true of it wherever it is found. */
export function findingEntries(): readonly SearchEntry[] {
  return (Object.keys(entries) as FindingCode[]).map((code) => {
    const { title: english, forms, sources }: FindingEntry = entries[code];
    const own = saidCode(code, {})?.title;
    const title = findingTitles[code] === undefined ? (own ?? english) : say(english);
    return {
      id: `finding:${code}`,
      kind: 'finding',
      title,
      answer: answerOf(code),
      names: [code, english],
      also: [...new Set([code, english, ...forms, ...(own === undefined ? [] : [own])])].filter(
        (each) => each !== title,
      ),
      text: '',
      sources: sources.map(sourceOfUrl),
    };
  });
}

interface FindingEntry {
  readonly title: string;
  readonly forms: readonly string[];
  readonly who: string;
  readonly isNote: boolean;
  readonly sources: readonly string[];
  readonly seenBy: string;
}

/** Who can change it, how it is seen, and the guide that leads through it: the fix itself depends on what is found. */
function answerOf(code: FindingCode): string {
  const { isNote, seenBy }: FindingEntry = entries[code];
  const [guide] = guidesForCode(code);
  return [
    isNote ? say('This is worth knowing; it is seldom what keeps a connector from working.') : say(whoCan(code)),
    say(seenWords[seenBy as keyof typeof seenWords]),
    ...(guide === undefined
      ? []
      : [say('The guide “{title}” leads you through it.', { title: say(guides[guide].title) })]),
  ].join(' ');
}

function whoCan(code: FindingCode): string {
  if (code === 'account.identity-provider-policy') {
    return msg('The people who look after the company’s sign-in can change this.');
  }
  if (entries[code].seenBy === 'bundle') return msg('Whoever makes the bundle can change this.');
  return whoWords[entries[code].who as Who];
}

const whoWords: Readonly<Record<Who, string>> = {
  you: msg('You can change this yourself.'),
  owner: msg('An Owner of the organization’s Claude account can change this.'),
  author: msg('The people who run the connector’s server can change this.'),
  network: msg('The people who run the network or the firewall can change this.'),
  anthropic: msg('Only Anthropic can change this.'),
};

const seenWords = {
  connector: msg('A check of the connector shows whether it is so.'),
  'command-line': msg('Only a check on the command line shows whether it is so.'),
  browser: msg('A look at the browser with the extension shows whether it is so.'),
  listing: msg('It is seen where the author tells what the directory’s listing is to say.'),
  bundle: msg('A look into the bundle (.mcpb) shows whether it is so.'),
  told: msg('No request shows it: it is known from what you tell of your plan and role, and from what Claude shows.'),
} as const;
