import { stemmer } from 'stemmer';
import { lightWords, sameMeaning } from './search-words.ts';

/** Marks the term of a meaning, which no word can be. */
const meaningMark = '~';
/** Marks a word without much weight. */
const lightMark = '·';

/**
 * The terms by which a text is found: its words, stemmed, and the meanings that they and its phrases stand for (such as `~connector` for
 * “integration”).
 */
export function searchTerms(text: string): string[] {
  const words = plainWords(text);
  const terms: string[] = [];
  for (const [start, word] of words.entries()) {
    terms.push(...termsOfWord(word));
    for (const { words: rest, meaning } of phrasesFrom.get(stemOf(word)) ?? [])
      if (rest.every((stem, offset) => stemOf(words[start + 1 + offset] ?? '') === stem)) terms.push(meaning);
  }
  return terms;
}

/** A term that stands for a meaning, and not for one word of it. */
export function isMeaning(term: string): boolean {
  return term.startsWith(meaningMark);
}

/** A term that weighs little, such as “how”. */
export function isLight(term: string): boolean {
  return term.startsWith(lightMark);
}

/** The words of a text, small and without marks: “Über’s MCP-Tool” is `uebers mcp tool`. */
export function plainWords(text: string): readonly string[] {
  const small = text.toLowerCase();
  return (isPlain.test(small) ? small.replaceAll("'", '') : withoutMarks(small)).match(/[\p{L}\p{N}_]+/gu) ?? [];
}

const isPlain = /^[\n\r\t -~]*$/;

function withoutMarks(text: string): string {
  return text
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
}

/** Many words come again and again: each is looked at once, as long as there are not too many. */
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

function termsOfWord(word: string): readonly string[] {
  const before = known.get(word);
  if (before) return before;
  const terms = [light.has(word) ? lightMark + word : stemOf(word), ...new Set(meaningsOf(word))];
  if (known.size < mostKnown) known.set(word, terms);
  return terms;
}

function meaningsOf(word: string): readonly string[] {
  const meanings = [...(meaningsOfStem.get(stemOf(word)) ?? [])];
  for (let length = shortestBeginning; length <= word.length; length += 1)
    meanings.push(...(meaningsOfBeginning.get(word.slice(0, length)) ?? []));
  return meanings;
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  const before = stems.get(word);
  if (before !== undefined) return before;
  const stem = stemmer(word);
  if (stems.size < mostKnown) stems.set(word, stem);
  return stem;
}

const light = new Set(lightWords);
const meaningsOfStem = new Map<string, string[]>();
const meaningsOfBeginning = new Map<string, string[]>();
const phrasesFrom = new Map<string, { readonly words: readonly string[]; readonly meaning: string }[]>();
const shortestBeginning = 3;

for (const group of sameMeaning) {
  const members = group.split(', ');
  const meaning = `${meaningMark}${(members[0] ?? '').replace('*', '')}`;
  for (const member of members) {
    const [first = '', ...rest] = plainWords(member).map(stemOf);
    if (member.endsWith('*')) put(meaningsOfBeginning, member.slice(0, -1), meaning);
    else if (rest.length === 0) put(meaningsOfStem, first, meaning);
    else put(phrasesFrom, first, { words: rest, meaning });
  }
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
