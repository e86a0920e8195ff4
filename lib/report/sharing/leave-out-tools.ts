import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { readingVerbs, writingVerbs } from '../../standards/tool-verbs.ts';
import { placesOf, type Replacer } from './replacer.ts';

/**
 * Leaves out what the server offers: names, titles and descriptions of tools, resources and prompts, and its instructions. What is
 * judged of a name stays: its verb, how long it is when that is too long, and what it is made of.
 */
export function leaveOutTools(report: Report, replacer: Replacer): void {
  const names = new Map<string, string>();
  for (const name of toolNamesIn(report)) {
    if (!names.has(name)) names.set(name, nameInstead(name, names.size + 1));
  }
  for (const [name, put] of names) if (isTelling(name)) replacer.encoded(name, put);
  const telling = [...names.keys()].filter((name) => isTelling(name)).sort((a, b) => b.length - a.length);
  if (telling.length > 0) {
    const pattern = telling.map(inPattern).join('|');
    replacer.rule(
      placesOf(`(?<![\\p{L}\\p{N}_-])(?:${pattern})(?![\\p{L}\\p{N}_-])`, (found) => names.get(found) ?? null),
    );
  }
  replacer.rule(inQuotes(names));
  replacer.rule(wordsOfMembers());
}

/** A name stands where only names stand: as the value of a member, or between quotation marks. */
function inQuotes(names: ReadonlyMap<string, string>) {
  return (reading: string) =>
    [...reading.matchAll(/(?<="name"\s{0,3}:\s{0,3}"|“)([^"“”\\]{1,200})(?=["”])/g)].flatMap(({ index, 0: found }) => {
      const put = names.get(found);
      return put === undefined ? [] : [{ from: index, to: index + found.length, meaning: put }];
    });
}

/** Titles and descriptions in bodies, which may be cut off. */
function wordsOfMembers() {
  return (reading: string) =>
    !/"(?:tools|resources|resourceTemplates|prompts|instructions)"/.test(reading)
      ? []
      : [...reading.matchAll(/(?<="(?:title|description|instructions)"\s{0,3}:\s{0,3}")(?:[^"\\]|\\[^])+/g)].map(
          ({ index, 0: found }) => ({ from: index, to: index + found.length, meaning: filler(found) }),
        );
}

/** As long as what it stands for: lengths are judged. */
export function filler(text: string): string {
  const words = 'left out ';
  return text.trim() === ''
    ? text
    : words
        .repeat(Math.ceil(text.length / words.length))
        .slice(0, text.length)
        .replace(/ $/, '.');
}

function nameInstead(name: string, number: number): string {
  if (name === '') return '';
  const verb = /^[a-z]+/i.exec(name)?.[0] ?? '';
  const isVerb = writingVerbs.has(verb.toLowerCase()) || readingVerbs.has(verb.toLowerCase());
  const odd = [...new Set(name.match(/[^a-zA-Z0-9_-]/gu) ?? [])].join('');
  const made = `${isVerb ? `${verb}_` : ''}tool_${String(number)}${odd}`;
  return name.length > longestName ? made.padEnd(name.length, 'x') : made;
}

const longestName = 64;

/** Names that are no plain words are replaced wherever they stand. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /[\d_.-]|\p{Ll}\p{Lu}/u.test(name);
}

function toolNamesIn(report: Report): readonly string[] {
  const names = (report.facts.tools?.items ?? []).map(({ name }) => name);
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item);
    if (!isJsonObject(value)) return;
    for (const list of ['tools', 'resources', 'prompts']) names.push(...namesOf(value[list]));
    for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) look(member);
  };
  look(report.evidence);
  return names.filter((name) => name !== '');
}

function namesOf(list: Json | undefined): readonly string[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[])
    .map((item) => (typeof item === 'string' ? item : stringMember(item, 'name')))
    .filter((name) => name !== undefined);
}

/** Titles, descriptions and the like of what the server offers, wherever in the evidence such a thing stands. */
export function withoutWords(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutWords);
  if (!isJsonObject(value)) return value;
  const isOffer = 'inputSchema' in value || ('name' in value && ('description' in value || 'title' in value));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isOffer || name === 'instructions' ? emptied(name, member) : withoutWords(member),
    ]),
  ) as JsonObject;
}

function emptied(name: string, member: Json): Json {
  if (typeof member === 'string') return /^(?:title|description|instructions)$/.test(name) ? filler(member) : member;
  if (Array.isArray(member)) return (member as readonly Json[]).map((item) => emptied('', item));
  return isJsonObject(member)
    ? (Object.fromEntries(Object.entries(member).map(([key, value]) => [key, emptied(key, value)])) as JsonObject)
    : member;
}

function inPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
