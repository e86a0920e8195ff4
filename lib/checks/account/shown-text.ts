import type { ClaudeShown } from '../../kernel/account.ts';
import { toldSentences, type ToldSentence, type ToldWords } from '../../standards/told-sentences.ts';

/** The first of these sentences that Claude showed; null when it showed none of them. */
export function saidOf<Id extends ToldSentence>(shown: ClaudeShown | undefined, ids: readonly Id[]): Id | null {
  return ids.find((id) => says(shown, toldSentences[id])) ?? null;
}

/** True when what Claude showed is, or holds, what these words mark. */
export function says(shown: ClaudeShown | undefined, { within = [], whole = [], beside }: ToldWords): boolean {
  const text = bare(shown?.sentence ?? '');
  if (text === '' || (beside && !beside.some((word) => holds(text, word)))) return false;
  return within.some((phrase) => holds(text, phrase)) || whole.some((phrase) => isAll(text, phrase));
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

/** Whether a phrase stands in the text, from the beginning of a word to the end of one. */
function holds(text: string, phrase: string): boolean {
  const [head = '', ...rest] = phrase.split('<name>');
  for (let start = text.indexOf(head); start !== -1; start = text.indexOf(head, start + 1)) {
    const end = endOf(text, start + head.length, rest);
    if (end !== null && !isOfWord(text.at(start - 1), start > 0) && !isOfWord(text[end], true)) return true;
  }
  return false;
}

/** Where the parts of a phrase end that follow one another within their gaps; null where one does not follow. */
function endOf(text: string, from: number, parts: readonly string[]): number | null {
  let position = from;
  for (const part of parts) {
    const at = text.slice(position, position + longestGap + part.length).indexOf(part);
    if (at === -1) return null;
    position += at + part.length;
  }
  return position;
}

function isOfWord(sign: string | undefined, isThere: boolean): boolean {
  return isThere && sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);
}

/** Whether the text is the phrase and nothing else. A gap at its end reaches to the end of the text. */
function isAll(text: string, phrase: string): boolean {
  const [head = '', ...rest] = phrase.split('<name>');
  if (!text.startsWith(head)) return false;
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  const end = endOf(text, head.length, rest);
  if (end === null || !text.endsWith(tail)) return false;
  const gap = text.length - tail.length - end;
  return gap >= 0 && gap <= longestGap;
}

/** As `standards/told-sentences.ts` writes it. Who speaks may stand before it, as people write it down. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»"]/g, ' ')
    .replace(/[.!?:;…·∙•|—–-]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^claude(?:\.ai| code| desktop)? (?:says|said|shows|showed|sagt|zeigt) /, '');
}
