import {
  guessByOauthError,
  guessBySentence,
  guessByStage,
  guessOfOther,
  unknownGuess,
  type PageGuess,
} from '../standards/claude-page-guesses.ts';
import { helpOfOther } from './help-of-other.ts';
import { recognize } from './recognize.ts';
import type { FirstGuess, PageSighting } from './sighting.ts';

/**
 * What the signs on Claude's page most likely mean. The sentence speaks first, since people see it; `oauth_error` and `step` in the
 * address sharpen the order of causes, or speak where the sentence is not known.
 */
export function firstGuess({ sentence, oauthError, stage }: PageSighting): FirstGuess {
  const recognized = sentence === null ? null : recognize(sentence);
  if (recognized?.isConnectorFault === false) {
    const { id } = recognized;
    return { meaning: guessOfOther[id].meaning, codes: [], step: null, isConnectorFault: false, help: helpOfOther[id] };
  }
  const bySentence = recognized === null ? null : guessBySentence[recognized.id];
  const byError = oauthError === null ? null : own(guessByOauthError, oauthError.toLowerCase());
  const byStage = stage === null ? null : own(guessByStage, stage.toLowerCase());
  const speaking = bySentence ?? byError ?? byStage ?? unknownGuess;
  const codes = [byError, bySentence, byStage].flatMap((guess) => guess?.codes ?? []);
  return {
    meaning: speaking.meaning,
    codes: [...new Set(codes)],
    step: byError?.step ?? speaking.step,
    isConnectorFault: true,
    help: 'browser',
  };
}

/** The table's own entry: names from a page must not reach what every object inherits. */
function own(table: Readonly<Record<string, PageGuess>>, name: string): PageGuess | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}
