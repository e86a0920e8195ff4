import type { CodeWords } from '../kernel/check.ts';
import type { Values } from '../kernel/finding.ts';
import type { Language } from './language.ts';

/** Forms of a message by the count in it: for exactly one, and for all others, which is enough for English and German. */
export interface PluralForms {
  readonly one?: string;
  readonly other: string;
}

/** What a language knows. English messages are their own keys; a plural message has its English `other` form as its key. */
export interface Catalogue {
  readonly language: Language;
  readonly messages: Readonly<Record<string, string | PluralForms>>;
  /** A code's words, filled; null where the language has none for it. */
  wordsOfCode(code: string, values: Values): CodeWords | null;
  /** What stands in English in reports and comes from us, by the name of the value that it is; what is not known stays as it is. */
  wordsOfValue(name: string, text: string): string;
}

const english: Catalogue = {
  language: 'en',
  messages: {},
  wordsOfCode: () => null,
  wordsOfValue: (_name, text) => text,
};

let spoken = english;

/**
 * From now on everything is said in this language: called once, before the first word. Null is English. Gives back what was spoken
 * until now.
 */
export function speak(catalogue: Catalogue | null): Catalogue {
  const before = spoken;
  spoken = catalogue ?? english;
  return before;
}

/** The language that is spoken. */
export function spokenLanguage(): Language {
  return spoken.language;
}

/**
 * Says an English message in the reader’s language, `{names}` in it filled with values. A message that the language lacks is said in
 * English, a missing value as “…”. The message stands as a literal here or in `msg`, where `scripts/messages.ts` finds it.
 */
export function say(message: string, values: Values = {}): string {
  const known = lookUp(message);
  return fill(typeof known === 'string' ? known : (known?.other ?? message), values);
}

/** Says a message in the form that the count asks for; `{count}` stands for the count itself. */
export function sayCount(count: number, forms: PluralForms, values: Values = {}): string {
  const known = lookUp(forms.other);
  const chosen = typeof known === 'object' ? known : forms;
  // English and German know one and many; the first use of Intl costs more than 10 ms of a run of the command line.
  const form = count === 1 ? (chosen.one ?? chosen.other) : chosen.other;
  return fill(form, { count: count < 1_000 ? String(count) : count.toLocaleString(spoken.language), ...values });
}

/** Marks an English message that is said somewhere else, so that it is found and translated. */
// Tables of words that nobody uses stay out of what is built.
/* @__NO_SIDE_EFFECTS__ */
export function msg(message: string): string {
  return message;
}

/** The words of a code in the reader’s language; null in English, where a report brings its own. */
export function saidCode(code: string, values: Values): CodeWords | null {
  return spoken.wordsOfCode(code, values);
}

/** A text of ours that reports keep in English, such as what is wrong with an address (`problem`) or why no answer came (`failure`). */
export function saidValue(name: 'problem' | 'failure' | 'what' | 'steps' | 'symptom', text: string): string {
  return spoken.wordsOfValue(name, text);
}

/** A message of the reader’s language cut at its placeholders: texts and names in turn, beginning with a text. */
export function saidPieces(message: string): readonly string[] {
  const known = lookUp(message);
  return (typeof known === 'string' ? known : message).split(placeholder);
}

const placeholder = /\{([A-Za-z_]\w*)\}/g;

function lookUp(message: string): string | PluralForms | undefined {
  return Object.hasOwn(spoken.messages, message) ? spoken.messages[message] : undefined;
}

function fill(message: string, values: Values): string {
  return message.replace(placeholder, (_whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '…',
  );
}
