import { createNeedles, type Place } from '../redaction/needles.ts';
import { encodedForms } from '../redaction/secret-forms.ts';
import { placesInAllReadings, replacePlaces } from '../redaction/secret-places.ts';

/** Finds in one reading of a text what is to be replaced, and by what. */
export type Rule = (reading: string) => readonly Place<string>[];

/** What is left out of the texts of one report. */
export interface Replacer {
  /** Adds a rule that looks at every text, behind every layer of escapes. */
  rule(rule: Rule): void;
  /** From here on a text is replaced in base64 and in hexadecimal as well. */
  encoded(text: string, put: string): void;
  /** The text without what is left out. */
  replace(text: string): string;
}

/** Makes a replacer that leaves everything as it is. */
export function createReplacer(): Replacer {
  const rules: Rule[] = [];
  const needles = createNeedles<string>();
  const done = new Map<string, string>();
  const find = (reading: string): readonly Place<string>[] => [
    ...needles.find(reading),
    ...rules.flatMap((rule) => rule(reading)),
  ];
  const replaced = (text: string): string => replacePlaces(text, placesInAllReadings(text, find), (put) => put);
  return {
    rule(rule) {
      rules.push(rule);
      done.clear();
    },
    encoded(text, put) {
      for (const form of encodedForms(text)) needles.add(form, put);
      done.clear();
    },
    replace(text) {
      if (text.length > mostRemembered) return replaced(text);
      const known = done.get(text) ?? replaced(text);
      done.set(text, known);
      return known;
    },
  };
}

const mostRemembered = 300;

/** One escape of the kinds that `readEscapes` reads: what follows it begins anew. */
export const escapes = String.raw`%(?:25)*[\da-f]{2}|\\+(?:u[\da-f]{4}|x[\da-f]{2}|[bfnrt])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});`;

/** The places of what a pattern finds outside of escapes, for which `put` says something. The pattern has no groups of its own. */
export function placesOf(pattern: string, put: (found: string, at: number, text: string) => string | null): Rule {
  const either = new RegExp(`(?:${escapes})|(${pattern})`, 'giu');
  return (reading) => {
    const places: Place<string>[] = [];
    for (const match of reading.matchAll(either)) {
      const found = match[1];
      if (found === undefined) continue;
      const meaning = put(found, match.index, reading);
      if (meaning !== null && meaning !== found)
        places.push({ from: match.index, to: match.index + found.length, meaning });
    }
    return places;
  };
}
