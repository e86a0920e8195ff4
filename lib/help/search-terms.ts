import { stemmer } from 'stemmer';
import { emptyWords, sameMeaning } from './search-words.ts';

/** Marks the term of a meaning, which no word can be. */
const meaningMark = '~';

/**
 * The terms by which a text is found: its words, stemmed, and the meanings that they and its phrases stand for (such as `~connector` for
 * “integration”).
 */
export function searchTerms(text: string): readonly string[] {
  const words = plainWords(text);
  const stems = words.map((word) => stemmer(word));
  const found = stems.filter((_stem, index) => !empty.has(words[index] ?? ''));
  const meanings = stems.flatMap((_stem, start) =>
    lengths.flatMap((length) => {
      const meaning =
        start + length <= stems.length ? meaningOf.get(stems.slice(start, start + length).join(' ')) : undefined;
      return meaning ?? [];
    }),
  );
  return [...found, ...meanings];
}

/** A term that stands for a meaning, and not for one word of it. */
export function isMeaning(term: string): boolean {
  return term.startsWith(meaningMark);
}

function plainWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
  return plain.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

const empty = new Set(emptyWords);

const meaningOf = new Map<string, string[]>();
for (const group of sameMeaning) {
  const [name = ''] = group;
  for (const phrase of group) {
    const key = plainWords(phrase)
      .map((word) => stemmer(word))
      .join(' ');
    meaningOf.set(key, [...(meaningOf.get(key) ?? []), `${meaningMark}${name}`]);
  }
}

const lengths = [...new Set([...meaningOf.keys()].map((key) => key.split(' ').length))].sort((a, b) => a - b);
