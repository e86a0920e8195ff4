import { spokenLanguage } from '../../i18n/say.ts';

/** A sentence that stands behind the beginning of another one: English goes on with a small letter, other languages do not. */
export function withinSentence(words: string): string {
  return spokenLanguage() === 'en' ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}
