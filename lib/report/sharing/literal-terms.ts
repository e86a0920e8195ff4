import { createNeedles, type Place } from '../redaction/needles.ts';
import type { Rule } from './replacer.ts';

/** How literal terms stand in a text. */
export interface Standing {
  /** In any letter case; else as they are. */
  readonly anyCase?: boolean;
  /** Characters beside letters and digits that would make a term a part of a longer word. Default none. */
  readonly joining?: string;
}

/** A rule that finds terms where they stand as words of their own, however many there are. */
export function literalTerms(
  terms: ReadonlyMap<string, string>,
  { anyCase = false, joining = '' }: Standing = {},
): Rule {
  const folded = (text: string): string => (anyCase ? text.toLowerCase() : text);
  const needles = createNeedles<Term>();
  const words = new Map<string, Term>();
  const others: Term[] = [];
  for (const [term, put] of terms) {
    const known = { text: folded(term), put };
    if (words.has(known.text) || needles.get(known.text)) continue;
    if (term.length >= shortestNeedle) needles.add(known.text, known);
    else if (/^[\p{L}\p{N}_-]+$/u.test(term)) words.set(known.text, known);
    else if (others.length < mostOthers && term !== '') others.push(known);
  }
  const part = new RegExp(`[\\p{L}\\p{N}${joining.replace(/[\]\\^-]/g, '\\$&')}]`, 'u');
  const word = joining.includes('-') ? /[\p{L}\p{N}_-]+/gu : /[\p{L}\p{N}]+/gu;
  return (reading) => {
    const text = folded(reading);
    // A letter whose other case is longer would move what comes after it.
    if (text.length !== reading.length) return [];
    const isAlone = ({ from, to }: Place<unknown>): boolean =>
      !(part.test(text.charAt(from - 1)) && part.test(text.charAt(from))) &&
      !(part.test(text.charAt(to)) && part.test(text.charAt(to - 1)));
    const found: Place<string>[] = [];
    for (const { from, to, meaning } of needles.find(text)) {
      // Of a very long one the beginning is enough for a place; here it has to be whole.
      if (to - from === meaning.text.length) found.push({ from, to, meaning: meaning.put });
    }
    if (words.size > 0) {
      for (const { index, 0: one } of text.matchAll(word)) {
        const known = words.get(one);
        if (known) found.push({ from: index, to: index + one.length, meaning: known.put });
      }
    }
    for (const term of others) found.push(...everywhere(text, term));
    return found.filter(isAlone);
  };
}

interface Term {
  readonly text: string;
  readonly put: string;
}

/** In UTF-16 code units; what is shorter is looked up word by word. */
const shortestNeedle = 8;

/** Short ones that are no words are looked for one by one. */
const mostOthers = 100;

function everywhere(text: string, { text: term, put }: Term): Place<string>[] {
  const places: Place<string>[] = [];
  for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
    places.push({ from, to: from + term.length, meaning: put });
  }
  return places;
}
