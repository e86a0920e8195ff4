import type { ErrorSentence } from '../knowledge/error-sentence.ts';
import { errorSentences, type ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { compact, pieces } from './skeleton.ts';

/** A phrase of a sentence, prepared for the search. */
export interface Phrase {
  readonly id: ErrorSentenceId;
  /** Skeletons of its parts in their order. */
  readonly parts: readonly string[];
}

/** A phrase in which quotes or equal signs matter: found as it stands, without spaces. */
export interface ExactPhrase {
  readonly id: ErrorSentenceId;
  readonly text: string;
}

/** All ids, the most telling first. */
export const sentenceIds = Object.keys(errorSentences) as readonly ErrorSentenceId[];

const all = sentenceIds.flatMap((id) => {
  const { phrases, alone = [], besideMcp = [], otherLanguages }: ErrorSentence = errorSentences[id];
  const others = Object.values(otherLanguages).flat();
  // A sentence that counts only by itself does so in every language.
  const isStanding = phrases.length === 0 && besideMcp.length === 0;
  const standing = [...alone, ...besideMcp, ...(isStanding ? others : [])];
  const within = isStanding ? [] : [...phrases, ...others];
  return [
    ...within.map((text) => ({ id, text, alone: false })),
    ...standing.map((text) => ({ id, text, alone: true })),
  ];
});

/** Signs tell it from ordinary words: quotes, an equal sign, the low line of a code of two words. */
const exact = /["=]|^[a-z]+_[a-z]+$/;

const within = all.filter(({ alone, text }) => !alone && !/^aadsts\d/.test(text));

/** Phrases that are found anywhere in a text. Codes of Microsoft are read as numbers instead. */
export const phrases: readonly Phrase[] = within
  .filter(({ text }) => !exact.test(text))
  .map(({ id, text }) => ({ id, parts: pieces(text) }));

export const exactPhrases: readonly ExactPhrase[] = within
  .filter(({ text }) => exact.test(text))
  .map(({ id, text }) => ({ id, text: compact(text) }));

/** Phrases that count as a line of their own. */
export const alonePhrases: readonly Phrase[] = all
  .filter(({ alone }) => alone)
  .map(({ id, text }) => ({ id, parts: pieces(text) }));

/** Phrases that are found anywhere in a text about MCP. */
export const mcpPhrases: readonly Phrase[] = sentenceIds.flatMap((id) => {
  const { besideMcp = [] }: ErrorSentence = errorSentences[id];
  return besideMcp.map((text) => ({ id, parts: pieces(text) }));
});

/** The sentence that knows a code of Microsoft’s sign-in; null for all others. */
export function sentenceOfEntraCode(code: string): ErrorSentenceId | null {
  return all.find(({ text }) => text === code.toLowerCase())?.id ?? null;
}
