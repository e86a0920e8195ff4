import type { Values } from '../../kernel/finding.ts';
import failures from './values/failures.json' with { type: 'json' };
import phrases from './values/phrases.json' with { type: 'json' };
import settings from './values/settings.json' with { type: 'json' };
import steps from './values/steps.json' with { type: 'json' };

/**
 * A finding's values with what our own checks and adapters say in English said in German; what servers, browsers and people said stays.
 * English stands in the values of findings because reports keep them, so it is known here by its wording, in reports of any age.
 */
export function germanValues(code: string, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? said(tableOf(name, code.replace(/^browser:/, '')), name, value, values) : value,
    ]),
  );
}

type Phrases = Readonly<Record<string, string>>;

const tables: Readonly<Record<string, Phrases>> = { ...phrases, ...failures, setting: settings, steps };

/** Values under one name that are ours in some codes, and in others a server's words or a key. */
const onlyIn: Readonly<Record<string, { readonly table: string; readonly codes: RegExp }>> = {
  said: { table: 'failure', codes: /^(?:net|tls|dns|client)\.|^http\.malformed-answer$/ },
  detail: { table: 'failure', codes: /^client\.network-filter$|^auth\.sign-in-failed$/ },
  why: { table: 'failure', codes: /^icon\.google-unreachable$/ },
  reason: { table: 'reason', codes: /^auth\.prm-invalid$|^icon\.server-icons$/ },
  name: { table: 'name', codes: /^http\.slow$|^auth\.provider$/ },
  state: { table: 'state', codes: /^client\.service-/ },
};

function tableOf(name: string, code: string): Phrases {
  const rule = onlyIn[name];
  if (rule !== undefined) return rule.codes.test(code) ? (tables[rule.table] ?? {}) : {};
  return tables[name] ?? {};
}

const lists = /^(?:what|purposes|parts|hosts|to|functions|files|refused|said)$/;
/** Lists of names that others gave: nobody knows whether an “and” in them is ours. */
const foreignLists = /^(?:names|components)$/;

function said(table: Phrases, name: string, value: string, values: Values): string {
  if (name === 'list') return eachPart(value, '\n', (line) => phrase(table, line));
  const several = eachKnown(table, value);
  if (several !== null) return several;
  const known = name === 'steps' ? sentences(table, value, values) : phrase(table, value, values);
  if (known !== value) return known;
  if (lists.test(name)) return list(table, value);
  if (name === 'characters') return eachPart(value, ' ', (character) => phrase(table, character));
  return foreignLists.test(name) ? foreign(value, values) : value;
}

/** Names that others gave, in quotation marks or not. Of one alone an “and” is its own. */
function foreign(text: string, { count }: Values): string {
  const quoted = text.replace(/“([^”]*)”/g, '„$1“');
  if (count === 1) return quoted;
  return quoted.replace(/ and (?=(?:(?! and ).)*$)/, ' und ').replace(/ (\d+) more$/, ' $1 weitere');
}

function phrase(table: Phrases, text: string, values: Values = {}): string {
  const whole = Object.hasOwn(table, text) ? table[text] : undefined;
  if (whole !== undefined) return whole;
  for (const { pattern, names, german } of patternsOf(table)) {
    const found = pattern.exec(text);
    if (!found) continue;
    const parts = Object.fromEntries(names.map((name, index) => [name, part(name, found[index + 1] ?? '', values)]));
    return german.replace(placeholder, (_whole, name: string) => parts[name] ?? '');
  }
  return text;
}

/** What stands in a phrase may be one of ours as well. */
function part(name: string, text: string, values: Values): string {
  const table = tables[name] ?? {};
  if (name === 'powers') return eachPart(text, '; ', (power) => phrase(table, power));
  if (name === 'scripts')
    return eachPart(text, ' and ', (script) => phrase(table, script)).replaceAll(' and ', ' und ');
  if (name === 'names') return foreign(text, values);
  return name === 'steps' ? sentences(table, text, values) : phrase(table, text);
}

/** Two failures beside each other; null where one of them is not known, or there is only one. */
function eachKnown(table: Phrases, text: string): string | null {
  if (!text.includes('; ')) return null;
  const parts = text.split('; ');
  const known = parts.map((each) => phrase(table, each));
  return known.every((words, index) => words !== parts[index]) ? known.join('; ') : null;
}

function eachPart(text: string, separator: string, say: (part: string) => string): string {
  return text.split(separator).map(say).join(separator);
}

/** Sentences that are known one by one; the first may lead the rest in. */
function sentences(table: Phrases, text: string, values: Values): string {
  const led = phrase(table, text, values);
  return led === text
    ? text
        .split(/(?<=[.”]) (?=[A-Z])/)
        .map((sentence) => phrase(table, sentence))
        .join(' ')
    : led;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly german: string;
}

const placeholder = /\{(\w+)\}/g;
const compiled = new Map<Phrases, readonly Pattern[]>();

function patternsOf(table: Phrases): readonly Pattern[] {
  const known = compiled.get(table);
  if (known) return known;
  // The longer one first: “self-signed certificate {code}” would take the one “in certificate chain” as well.
  const entries = Object.entries(table).sort(([one], [other]) => wordsIn(other) - wordsIn(one));
  const patterns = entries.flatMap(([english, german]): readonly Pattern[] => {
    const names = [...english.matchAll(placeholder)].map(([, name]) => name ?? '');
    if (names.length === 0) return [];
    const source = english
      .split(placeholder)
      .map((text, index) => (index % 2 === 0 ? text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '(.+?)'))
      .join('');
    return [{ pattern: new RegExp(`^${source}$`, 's'), names, german }];
  });
  compiled.set(table, patterns);
  return patterns;
}

/** Characters beside the placeholders. */
function wordsIn(english: string): number {
  return english.replace(placeholder, '').length;
}

/** “a, b and 4 more”: each part is one of ours, or one word; anything else is left as it is. */
function list(table: Phrases, text: string): string {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const own = Object.keys(table).filter((known) => startsWith(rest, known));
    const longest = own.sort((a, b) => b.length - a.length)[0];
    const item = longest ?? /^\d+ more$/.exec(rest)?.[0] ?? /^\S+?(?=, | and |$)/.exec(rest)?.[0];
    if (item === undefined) return text;
    const separator = /^(?:, | and )?/.exec(rest.slice(item.length))?.[0] ?? '';
    parts.push(longest === undefined ? item.replace(/ more$/, ' weitere') : phrase(table, longest));
    parts.push(separator === ' and ' ? ' und ' : separator);
    rest = rest.slice(item.length + separator.length);
  }
  return parts.join('');
}

function startsWith(text: string, known: string): boolean {
  return text.startsWith(known) && /^(?:, | and |$)/.test(text.slice(known.length));
}
