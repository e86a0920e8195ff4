import type { SearchResult } from './search-entry.ts';
import { plainWords } from './search-terms.ts';

const mostSimilar = 2;
/** One word sounds like many things. */
const leastWords = 2;
/** Of the best one’s score. */
const leastScore = 0.5;

/** What a text that is not known sounds like, the best first; empty where nothing fits most of its words. */
export function similarTo(text: string, search: (query: string) => readonly SearchResult[]): readonly SearchResult[] {
  if (plainWords(text).length < leastWords) return [];
  const results = search(text);
  if (results[0]?.isStrong !== true) return [];
  return results.filter(({ isStrong, score }) => isStrong && score >= leastScore).slice(0, mostSimilar);
}
