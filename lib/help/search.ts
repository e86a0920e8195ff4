import MiniSearch, { type SearchResult as Match } from 'minisearch';
import type { EntryKind, SearchEntry, SearchResult } from './search-entry.ts';
import { isMeaning, searchTerms } from './search-terms.ts';

/** A question of more characters is no question; the rest of it is not looked at. */
const longestQuery = 500;

const mostResults = 20;

/** How readily each kind is the answer: who asks wants an answer first, then what to do, then the name of a cause. */
const weights: Readonly<Record<EntryKind, number>> = { question: 1, guide: 0.45, sentence: 0.4, finding: 0.3 };

/**
 * Finds entries for what people type, as they type it: with typing errors, other words for the same thing, unfinished last words.
 * Building takes a few milliseconds; a search at most one or two. Never throws; no words, no results.
 */
export function createSearch(entries: readonly SearchEntry[]): (query: string) => readonly SearchResult[] {
  const index = new MiniSearch<IndexedEntry>({
    idField: 'id',
    fields: ['title', 'also', 'text'],
    tokenize: (text) => [...searchTerms(text)],
    processTerm: (term) => term,
  });
  index.addAll(
    entries.map(({ id, title, also, text, answer }) => ({
      id,
      title,
      also: also.join(' · '),
      text: `${answer} ${text}`,
    })),
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (query) => {
    const asked = query.slice(0, longestQuery);
    const unfinished = unfinishedWord(asked);
    const matches = index.search(asked, {
      boost: { title: 3, also: 2.5, text: 0.6 },
      boostTerm: (term) => (isMeaning(term) ? 0.7 : 1),
      boostDocument: (id) => weights[byId.get(String(id))?.kind ?? 'finding'],
      prefix: (term) => term === unfinished,
      fuzzy: (term) => (isMeaning(term) || term.length < 5 ? false : 0.2),
      weights: { fuzzy: 0.35, prefix: 0.5 },
    });
    return resultsOf(matches, byId);
  };
}

/** The last word, as long as nothing follows it: it may still be typed. */
function unfinishedWord(query: string): string | null {
  const last = /[\p{L}\p{N}_]{2,}$/u.exec(query)?.[0];
  return last === undefined ? null : (searchTerms(last).find((term) => !isMeaning(term)) ?? null);
}

interface IndexedEntry {
  readonly id: string;
  readonly title: string;
  readonly also: string;
  readonly text: string;
}

function resultsOf(matches: readonly Match[], byId: ReadonlyMap<string, SearchEntry>): readonly SearchResult[] {
  const best = matches[0]?.score ?? 1;
  return matches.slice(0, mostResults).flatMap(({ id, score }) => {
    const entry = byId.get(String(id));
    if (!entry) return [];
    const { kind, title, answer, sources } = entry;
    return [{ id: entry.id, kind, title, answer, sources, score: Math.round((score / best) * 1000) / 1000 }];
  });
}
