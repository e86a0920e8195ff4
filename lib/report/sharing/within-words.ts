import type { Place } from '../redaction/needles.ts';
import type { Rule } from './replacer.ts';

/** Finds a name also as a part of longer words, in any letter case, in wide and accented letters, and with one mark between its letters. */
export function withinWords(name: string, put: string): Rule {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  const pattern = new RegExp(letters.join('[-_ .]?'), 'giu');
  return (reading) => {
    const text = plainLetters(reading);
    return [...text.matchAll(pattern)].map(({ index, 0: found }): Place<string> => ({
      from: index,
      to: index + found.length,
      meaning: put,
    }));
  };
}

/** Each letter as its plainest form, one for one. */
function plainLetters(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (letter) => {
    const plain = letter.normalize('NFKD').charAt(0);
    return /[a-z\d]/i.test(plain) ? plain : letter;
  });
}
