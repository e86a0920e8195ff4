/** What a search can find. */
export type EntryKind = 'question' | 'guide' | 'sentence' | 'finding';

/** One thing that can be found, in the reader’s language. */
export interface SearchEntry {
  /** Such as `question:what-is-mcp`; unique. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** What a result says right away: one to four sentences. */
  readonly answer: string;
  /** What it is called besides its title: who asks for one of these in its very words means it. */
  readonly names: readonly string[];
  /** Other wordings; searched, and not shown. */
  readonly also: readonly string[];
  /** Further text that may be meant. */
  readonly text: string;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string | null }[];
}

/** A search entry that fits, the best first. */
export interface SearchResult extends Omit<SearchEntry, 'names' | 'also' | 'text'> {
  /** 1 for the best of them, and less the worse they fit. */
  readonly score: number;
  /** It knows nearly all that was asked; where the best does not, nothing fits these words exactly. */
  readonly isStrong: boolean;
}
