import type { ClaudeShown } from '../../kernel/account.ts';
import { toldSentences, type ToldSentence } from '../../standards/told-sentences.ts';

/** True when Claude showed one of these sentences. */
export function saysOneOf(shown: ClaudeShown | undefined, ...ids: readonly ToldSentence[]): boolean {
  return saysPhrase(
    shown,
    ids.flatMap((id) => toldSentences[id]),
  );
}

/** True when what Claude showed holds one of the phrases, as `standards/told-sentences.ts` writes them. */
export function saysPhrase(shown: ClaudeShown | undefined, phrases: readonly string[]): boolean {
  const text = folded(shown?.sentence ?? '');
  return phrases.some((phrase) => holds(text, phrase));
}

/** What Claude showed, as a finding quotes it: without the full stop that the finding sets itself. */
export function quoteOf(shown: ClaudeShown | undefined): string {
  return (shown?.sentence ?? '')
    .slice(0, longestQuote)
    .toWellFormed()
    .replace(/[.\s]+$/, '');
}

const longestQuote = 300;
const longestGap = 120;

function holds(text: string, phrase: string): boolean {
  const [head = '', tail] = phrase.split('<name>');
  const start = text.indexOf(head);
  if (start === -1) return false;
  const from = start + head.length;
  return tail === undefined || text.slice(from, from + longestGap + tail.length).includes(tail);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ');
}
