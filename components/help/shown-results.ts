import type { Explanation } from '../../lib/help/explain.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';

const mostShown = 8;
/** Of the best one’s; what fits worse only distracts. */
const leastScore = 0.2;

/** The results that are worth showing; an error that is explained already is not shown once more. */
export function shownResults(
  results: readonly SearchResult[],
  explanation: Explanation | null,
): readonly SearchResult[] {
  const explained = new Set(explanation?.matched.map((id) => `sentence:${id}`));
  return results.filter(({ id, score }) => score >= leastScore && !explained.has(id)).slice(0, mostShown);
}
