import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { readingVerbs, writingVerbs } from '../../standards/tool-verbs.ts';
import type { Place } from '../redaction/needles.ts';
import { literalTerms } from './literal-terms.ts';
import { ordinaryWords, wordsOfAnswers } from './ordinary-words.ts';
import { createReplacer, type Replacer, type Rule } from './replacer.ts';
import { filler, offerLists, wordsInOffers, type ToolsLeftOut } from './tool-words.ts';

/**
 * Leaves out what the server offers: names, titles and descriptions of tools, resources and prompts, and its instructions. What is
 * judged of a name stays: its verb, how long it is when that is too long, and what it is made of.
 */
export function leaveOutTools(report: Report, replacer: Replacer): ToolsLeftOut {
  const names = new Map<string, string>();
  for (const name of namesIn(report)) if (!names.has(name)) names.set(name, nameInstead(name, names.size + 1));
  const words = wordsInOffers(report.evidence);
  const uris = urisIn(report.evidence);
  const telling = new Map([...names].filter(([name]) => isTelling(name)));
  for (const [name, put] of [...telling, ...uris]) replacer.encoded(name, put);
  replacer.rule(literalTerms(uris));
  replacer.rule(literalTerms(telling, { joining: '_-' }));
  replacer.rule(literalTerms(telling, { joining: '_-', anyCase: true }));
  replacer.rule(literalTerms(new Map([...words].filter(isLong).map((text) => [text, filler(text)]))));
  replacer.rule(inQuotes(names));
  replacer.rule(wordsOfMembers);
  return { names, words, inAnswers: plainNames(names) };
}

/** Names that are words, but none of those that answers are made of anyway. */
function plainNames(names: ReadonlyMap<string, string>): ToolsLeftOut['inAnswers'] {
  const plain = [...names].filter(([name]) => !isTelling(name) && isRareWord(name.toLowerCase()));
  const replacer = createReplacer();
  for (const [name, put] of plain) replacer.encoded(name, put);
  replacer.rule(literalTerms(new Map(plain), { joining: '_-', anyCase: true }));
  return plain.length === 0 ? null : (text) => replacer.replace(text);
}

function isRareWord(name: string): boolean {
  const isVerb = writingVerbs.has(name) || readingVerbs.has(name);
  return /^\p{L}{5,64}$/u.test(name) && !isVerb && !ordinaryWords.has(name) && !wordsOfAnswers.has(name);
}

function isLong(text: string): boolean {
  return text.length >= 12;
}

/** Such a name goes where only names stand: as the value of a member, or between quotation marks. */
function inQuotes(names: ReadonlyMap<string, string>): Rule {
  return (reading) => {
    const places: Place<string>[] = [];
    for (const match of reading.matchAll(quoted)) {
      const [whole, found = ''] = match;
      const put = names.get(found);
      const to = match.index + whole.length;
      if (put !== undefined) places.push({ from: to - found.length, to, meaning: put });
    }
    return places;
  };
}

const quoted = /(?:"name"\s{0,3}:\s{0,3}"|“)([^"“”]{1,300})(?=["”])/g;

/** Titles and descriptions in bodies, which may be cut off. */
function wordsOfMembers(reading: string): readonly Place<string>[] {
  if (!/"(?:tools|resources|resourceTemplates|prompts|instructions)"/.test(reading)) return [];
  return [...reading.matchAll(words)].map((match) => {
    const [whole, found = ''] = match;
    const to = match.index + whole.length;
    return { from: to - found.length, to, meaning: filler(found) };
  });
}

const words = /"(?:title|description|instructions)"\s{0,3}:\s{0,3}"((?:[^"\\]|\\[^])+)/g;

function nameInstead(name: string, number: number): string {
  const verb = /^[a-z]+/i.exec(name)?.[0] ?? '';
  const isVerb = writingVerbs.has(verb.toLowerCase()) || readingVerbs.has(verb.toLowerCase());
  const odd = [...new Set(name.match(/[^a-zA-Z0-9_-]/gu) ?? [])].join('');
  const made = `${isVerb ? `${verb}_` : ''}tool${odd}_${String(number)}`;
  return name.length > longestName ? made.padEnd(name.length, 'x') : made;
}

const longestName = 64;

/** Names that are no plain words are replaced wherever they stand. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /[\p{L}]/u.test(name) && /[\d_.-]|\p{Ll}\p{Lu}/u.test(name);
}

function namesIn(report: Report): ReadonlySet<string> {
  const names = new Set((report.facts.tools?.items ?? []).map(({ name }) => name));
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item);
    if (!isJsonObject(value)) return;
    for (const list of offerLists) {
      for (const name of namesOf(value[list], list === 'tools')) names.add(name);
    }
    for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) look(member);
  };
  look(report.evidence);
  names.delete('');
  return names;
}

/** A list of bare names is one that was noted of tools. */
function namesOf(list: Json | undefined, areTools: boolean): readonly string[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[])
    .map((item) => (areTools && typeof item === 'string' ? item : stringMember(item, 'name')))
    .filter((name) => name !== undefined);
}

/** Addresses that are the server’s own names for what it offers; those of the web are hosts and paths. */
function urisIn(evidence: Json): ReadonlyMap<string, string> {
  const uris = new Map<string, string>();
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item);
    if (!isJsonObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      const scheme = typeof member === 'string' && ownUri.exec(member)?.[1];
      if (/uri/i.test(name) && typeof member === 'string' && typeof scheme === 'string' && !uris.has(member)) {
        uris.set(member, `${scheme}://resource-${String(uris.size + 1)}`);
      } else look(member);
    }
  };
  look(evidence);
  return uris;
}

const ownUri = /^(?!https?:|wss?:|data:)([a-z][a-z\d+.-]{1,20}):\/\/./i;
