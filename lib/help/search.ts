import MiniSearch, { type SearchResult as Match } from 'minisearch';
import type { EntryKind, SearchEntry, SearchResult } from './search-entry.ts';
import { isLight, isMeaning, plainWords, searchTerms } from './search-terms.ts';

/** A question of more characters is no question; the rest of it is not looked at. */
const longestQuery = 500;

/** Each has its own number; which one it is says nothing about what it means. */
const reference = /\bofid_[\p{L}\p{N}]+/giu;

const mostResults = 20;

/** How readily each kind is the answer: who asks wants an answer first, then what to do, then the name of a cause. */
const weights: Readonly<Record<EntryKind, number>> = { question: 1, guide: 0.6, sentence: 0.4, finding: 0.3 };

/**
 * Finds entries for what people type, as they type it: with typing errors, other words for the same thing, unfinished last words.
 * What is asked in the very words of a title or of a code comes first. Never throws; no words, no results.
 */
export function createSearch(entries: readonly SearchEntry[]): (query: string) => readonly SearchResult[] {
  const index = indexOf(entries);
  const named = namesOf(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (query) => {
    const asked = query.slice(0, longestQuery).replace(reference, 'ofid_');
    const unfinished = unfinishedTerm(asked);
    const matches = index.search(asked, {
      tokenize: searchTerms,
      boost: { title: 1.5, also: 2.5, text: 0.6 },
      boostTerm: (term) => (isLight(term) ? 0.3 : isMeaning(term) ? 1.3 : 1),
      boostDocument: (id) => weights[byId.get(String(id))?.kind ?? 'finding'],
      prefix: (term) => term === unfinished,
      fuzzy: (term) => (isMeaning(term) || isLight(term) || term.length < 5 ? false : 0.2),
      weights: { fuzzy: 0.35, prefix: 0.5 },
    });
    return resultsOf(scored(matches, asked, named), byId);
  };
}

function indexOf(entries: readonly SearchEntry[]): MiniSearch<IndexedEntry> {
  const index = new MiniSearch<IndexedEntry>({
    idField: 'id',
    fields: ['title', 'also', 'text'],
    tokenize: (text, field) => (field === 'text' ? weightyTerms(text) : searchTerms(text)),
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
  return index;
}

/** Long texts are many words: each once, and none that weighs little. */
function weightyTerms(text: string): string[] {
  return [...new Set(searchTerms(text))].filter((term) => !isLight(term));
}

interface IndexedEntry {
  readonly id: string;
  readonly title: string;
  readonly also: string;
  readonly text: string;
}

/** Which entries are called word for word what is asked. */
function namesOf(entries: readonly SearchEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const { id, title, names } of entries)
    for (const name of [title, ...names]) {
      const words = plainWords(name).join(' ');
      named.set(words, (named.get(words) ?? new Set()).add(id));
    }
  return named;
}

/** The last word, as long as nothing follows it: it may still be typed. */
function unfinishedTerm(query: string): string | null {
  const last = /[\p{L}\p{N}_]{2,}$/u.exec(query)?.[0];
  return last === undefined ? null : (searchTerms(last)[0] ?? null);
}

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly isStrong: boolean;
}

/** What a strong one knows at least of the words that carry weight. */
const strongShare = 0.6;

/** The more of what was asked an entry knows, the better it fits; “how” and “is” alone make no fit. */
function scored(
  matches: readonly Match[],
  asked: string,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Scored[] {
  const terms = new Set(searchTerms(asked)).size;
  const called = named.get(plainWords(asked).join(' '));
  const weighty = weightyWords(asked);
  const fits = matches
    .filter(({ queryTerms }) => queryTerms.some((term) => !isLight(term)))
    .map(({ id, score, queryTerms }) => ({
      id: String(id),
      score: score * Math.sqrt(queryTerms.length / terms),
      isStrong: knowsMost(weighty, queryTerms),
    }));
  const most = fits.reduce((highest, { score }) => Math.max(highest, score), 0);
  return fits
    .map((fit) => (called?.has(fit.id) ? { ...fit, score: fit.score + most, isStrong: true } : fit))
    .sort((first, second) => second.score - first.score);
}

/** The terms of each word that carries weight, each word once. */
function weightyWords(asked: string): readonly (readonly string[])[] {
  return [...new Set(plainWords(asked))].map(searchTerms).filter(([term]) => term !== undefined && !isLight(term));
}

function knowsMost(words: readonly (readonly string[])[], known: readonly string[]): boolean {
  const count = words.filter((terms) => terms.some((term) => known.includes(term))).length;
  return count > 0 && count >= words.length * strongShare;
}

function resultsOf(found: readonly Scored[], byId: ReadonlyMap<string, SearchEntry>): readonly SearchResult[] {
  const best = found[0]?.score ?? 1;
  return found.slice(0, mostResults).flatMap(({ id, score, isStrong }) => {
    const entry = byId.get(id);
    if (!entry) return [];
    const { kind, title, answer, sources } = entry;
    return [{ id, kind, title, answer, sources, score: Math.round((score / best) * 1000) / 1000, isStrong }];
  });
}
