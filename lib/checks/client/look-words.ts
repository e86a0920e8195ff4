import type { ReachOutcome } from '../../kernel/evidence-browser.ts';
import { pageNeeds } from '../../standards/claude-page-needs.ts';

const mostNamed = 3;
const longest = 80;

/** “a”, “a and b”, “a, b and 4 more”, each once and in order; at most three are named. Empty for none. */
export function named(words: readonly string[]): string {
  const each = [...new Set(words)].map(short);
  const rest = each.length - mostNamed;
  const shown = rest > 1 ? [...each.slice(0, mostNamed), `${String(rest)} more`] : each;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** One line of foreign text, at most 80 characters. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** What Claude needs a kind of request for, as the table of needs has it; goes on after “needed for”. */
export function needWords(id: string): string {
  return pageNeeds.find((need) => need.id === id)?.words ?? 'Claude’s pages and their data';
}

/** The host of an address, the address itself where it has none. */
export function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? short(url) : host;
}

/** The browser’s own words for a failure. */
export function saidWords({ reason, said }: Extract<ReachOutcome, { readonly kind: 'failed' }>): string {
  if (said.trim() !== '') return short(said);
  return reason === 'timeout' ? 'no answer in time' : 'the browser does not say why';
}
