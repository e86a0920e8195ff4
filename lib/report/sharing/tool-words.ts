import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { WordedFinding } from '../../kernel/report.ts';

/** What is left out of what a server offers. */
export interface ToolsLeftOut {
  /** Names, each with what stands in its place. */
  readonly names: ReadonlyMap<string, string>;
  /** Titles, descriptions and instructions. */
  readonly words: ReadonlySet<string>;
  /** Takes names that are plain words out of what a server answered, where they mean nothing else; null where there are none. */
  readonly inAnswers: ((text: string) => string) | null;
}

/** As long as what it stands for: lengths are judged. Blank texts stay blank. */
export function filler(text: string): string {
  if (text.trim() === '') return text;
  return leftOut
    .repeat(Math.ceil(text.length / leftOut.length))
    .slice(0, text.length)
    .replace(/ $/, '.');
}

const leftOut = 'left out ';

/** Titles, descriptions and instructions, wherever in evidence such a thing stands. */
export function wordsInOffers(evidence: Json): ReadonlySet<string> {
  const words = new Set<string>();
  withoutWords(evidence, (text) => {
    words.add(text);
    return text;
  });
  return words;
}

/** The evidence with other names in its lists of tools, resources and prompts: names of plain words stand nowhere else for sure. */
export function withoutListedNames(value: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutListedNames(item, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const rest = withoutListedNames(member, names);
      return [name, offerLists.has(name) && Array.isArray(rest) ? renamed(rest as readonly Json[], names) : rest];
    }),
  );
}

/** Members that list what a server offers. */
export const offerLists: ReadonlySet<string> = new Set(['tools', 'resources', 'resourceTemplates', 'prompts']);

function renamed(list: readonly Json[], names: ReadonlyMap<string, string>): readonly Json[] {
  return list.map((item) => {
    if (typeof item === 'string') return names.get(item) ?? item;
    const name = isJsonObject(item) ? item['name'] : undefined;
    return isJsonObject(item) && typeof name === 'string' ? { ...item, name: names.get(name) ?? name } : item;
  });
}

/** The evidence with `put` in the place of each title, each description and the instructions. */
export function withoutWords(value: Json, put: (text: string) => string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutWords(item, put));
  if (!isJsonObject(value)) return value;
  // What introduces a server has a version, and is no offer.
  const isOffer =
    'inputSchema' in value ||
    (typeof value['name'] === 'string' && !('version' in value) && ('description' in value || 'title' in value));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isOffer || name === 'instructions' ? emptied(name, member, put) : withoutWords(member, put),
    ]),
  );
}

function emptied(name: string, member: Json, put: (text: string) => string): Json {
  if (typeof member === 'string') return wordMembers.test(name) ? put(member) : member;
  if (Array.isArray(member)) return (member as readonly Json[]).map((item) => emptied('', item, put));
  return isJsonObject(member)
    ? Object.fromEntries(Object.entries(member).map(([key, value]) => [key, emptied(key, value, put)]))
    : member;
}

const wordMembers = /^(?:title|description|instructions|\$comment)$/;

/** What a finding says of tools, without their names and words; what it says otherwise stays. */
export function withoutToolsIn(
  finding: WordedFinding,
  { names, words }: Pick<ToolsLeftOut, 'names' | 'words'>,
): WordedFinding {
  const shown = new Map([...names].map(([name, put]) => [inOneLine(name), put]));
  const texts = [...words].map(inOneLine);
  const changes: (readonly [string, string])[] = [];
  const values = Object.fromEntries(
    Object.entries(finding.values).map(([key, value]) => {
      const instead =
        typeof value === 'string' ? insteadOf(value, namingValues.test(key) ? shown : new Map(), texts) : null;
      if (instead === null || typeof value !== 'string') return [key, value];
      changes.push([value, instead]);
      return [key, instead];
    }),
  );
  if (changes.length === 0) return finding;
  const put = (text: string): string =>
    changes.reduce(
      (rest, [before, after]) =>
        rest
          .replaceAll(`“${before}”`, `“${after}”`)
          .replaceAll(isLong(before) ? before : `“${before}”`, isLong(before) ? after : `“${after}”`),
      text,
    );
  return {
    ...finding,
    values,
    title: put(finding.title),
    detail: put(finding.detail),
    fix: finding.fix.map((fix) => (fix.kind === 'text' ? { ...fix, text: put(fix.text) } : fix)),
  };
}

/** Others may be the same word and mean something else, such as a verb. */
const namingValues = /^(?:names?|named|first|second|heaviest|tool|shown)$/;

function insteadOf(value: string, shown: ReadonlyMap<string, string>, texts: readonly string[]): string | null {
  const known = shown.get(value);
  if (known !== undefined) return known;
  const begin = value.replace(/…$/, '');
  if (begin !== value) {
    for (const [name, put] of shown) if (name.startsWith(begin)) return put;
  }
  return isLong(begin) && texts.some((text) => text.includes(begin)) ? 'left out' : null;
}

function isLong(text: string): boolean {
  return text.length >= 12;
}

/** As findings show what stands on several lines. */
function inOneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
