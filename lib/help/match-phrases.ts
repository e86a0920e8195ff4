import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { speaksOfConnectors } from './about-mcp.ts';
import { clausesOf, withoutLead } from './clauses.ts';
import { nearMatch } from './near-match.ts';
import { alonePhrases, exactPhrases, mcpPhrases, phrases, type Phrase } from './phrase-table.ts';
import type { ReadableText } from './readable-text.ts';
import { compact, skeleton } from './skeleton.ts';

/** Between two parts of a phrase, such as a connector’s name. */
const longestGap = 80;
/** A sentence that is cut off must show so much of itself. */
const leastShare = 0.75;
const leastCut = 17;
/** So many letters of a longer one are enough. */
const longCut = 40;
const leastTail = 5;
const mostCutLines = 50;
/** A text that may be a toast, a dialog or one line of a terminal. */
const shortText = { characters: 600, lines: 8 };
/** Claude Code’s list of servers, in which a state stands behind a dash. */
const listed = /\((?:http|sse|stdio)\)|claude\.ai\b|\bmcp\b/i;

const leastAlone = 12;

interface Candidate {
  readonly bare: string;
  /** As it stands there; empty where it is several lines. */
  readonly line: string;
}

/** What was found by its words. */
export interface Matches {
  readonly ids: ReadonlySet<ErrorSentenceId>;
  /** Those whose words many products show, in a text that does not speak of connectors. */
  readonly weak: ReadonlySet<ErrorSentenceId>;
}

/** All sentences whose words are in the text; the words may be cut off, broken or misread. */
export function matchPhrases(readable: ReadableText): Matches {
  const bare = skeleton(readable.text);
  const ids = new Set<ErrorSentenceId>();
  for (const phrase of phrases) if (!ids.has(phrase.id) && isIn(bare, phrase)) ids.add(phrase.id);
  addExact(readable.text, ids);
  addStates(readable, ids);
  const isSure = speaksOfConnectors(readable.text);
  if (isSure) addSpoken(readable, bare, ids);
  const standing = new Set<ErrorSentenceId>();
  addAlone(readable, bare, standing);
  const weak = new Set(isSure ? [] : [...standing].filter((id) => !ids.has(id)));
  for (const id of standing) ids.add(id);
  addCutOff(readable, bare, ids);
  if (ids.size === 0) for (const id of nearMatch(bare)) ids.add(id);
  return { ids, weak };
}

function addExact(text: string, found: Set<ErrorSentenceId>): void {
  const packed = compact(text);
  for (const phrase of exactPhrases) if (packed.includes(phrase.text)) found.add(phrase.id);
}

function isIn(bare: string, { parts }: Phrase): boolean {
  const [head = '', ...rest] = parts;
  let start = bare.indexOf(head);
  if (rest.length === 0) return start !== -1;
  while (start !== -1) {
    if (follows(bare, start + head.length, rest)) return true;
    start = bare.indexOf(head, start + 1);
  }
  return false;
}

/** Whether the parts follow one another within their gaps; the last one may be cut off by the text’s end. */
function follows(bare: string, from: number, parts: readonly string[]): boolean {
  let position = from;
  for (const [index, part] of parts.entries()) {
    const window = bare.slice(position, position + longestGap + part.length);
    const at = window.indexOf(part);
    if (at === -1)
      return index === parts.length - 1 && position + window.length === bare.length && isCutOff(window, part);
    position += at + part.length;
  }
  return true;
}

function isCutOff(text: string, part: string): boolean {
  const least = Math.max(6, Math.ceil(part.length / 2));
  for (let length = part.length - 1; length >= least; length -= 1) {
    if (text.endsWith(part.slice(0, length))) return true;
  }
  return false;
}

/** Whole texts and single lines of short ones. */
function addAlone({ text, lines }: ReadableText, bare: string, found: Set<ErrorSentenceId>): void {
  if (text.length > shortText.characters || lines.length > shortText.lines) return;
  const whole = { bare, line: lines.length === 1 ? (lines[0] ?? '') : '' };
  for (const candidate of [whole, ...lines.flatMap(withoutLead).map(asCandidate)]) {
    for (const phrase of alonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
  for (const { id, parts } of longAlonePhrases) if (isBegun(bare, parts)) found.add(id);
}

function addStates({ lines }: ReadableText, found: Set<ErrorSentenceId>): void {
  for (const candidate of lines.flatMap(stateIn).map(asCandidate)) {
    for (const phrase of alonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
}

function addSpoken({ text, lines }: ReadableText, bare: string, found: Set<ErrorSentenceId>): void {
  for (const phrase of mcpPhrases) if (isIn(bare, phrase)) found.add(phrase.id);
  for (const candidate of clausesOf(text, lines).map(asCandidate)) {
    for (const phrase of longAlonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
}

/** Where a text speaks of connectors, what stands in a line or in quotes is one, if it is more than a word. */
const longAlonePhrases = alonePhrases.filter(({ parts }) => parts.join('').length >= leastAlone && !parts.includes(''));

function asCandidate(line: string): Candidate {
  return { bare: skeleton(line), line };
}

function stateIn(line: string): readonly string[] {
  const state = listed.test(line) ? / [-–—] ([^-–—]{3,60})$/u.exec(line.slice(-300))?.[1] : undefined;
  return state === undefined ? [] : [state];
}

function isAlone({ bare, line }: Candidate, { parts }: Phrase): boolean {
  const [head = '', tail] = parts;
  if (tail === undefined) return bare === head;
  const gap = bare.length - head.length - tail.length;
  if (gap >= 1 && gap <= longestGap && tail !== '' && bare.startsWith(head) && bare.endsWith(tail)) return true;
  return (tail === '' || head.length >= leastCut) && bare.startsWith(head) && endsInName(line);
}

/** A name at the end is told from any other words by its capital letters. */
function endsInName(line: string): boolean {
  return /^\S+(?: [a-z]+){2,4}(?: (?:\p{Lu}|<)[^\s./:@]{0,30}){1,4}$/u.test(line);
}

function isBegun(bare: string, [whole = '', ...rest]: readonly string[]): boolean {
  return rest.length === 0 && bare.length >= Math.max(leastAlone, whole.length * leastShare) && whole.startsWith(bare);
}

function addCutOff({ lines }: ReadableText, bare: string, found: Set<ErrorSentenceId>): void {
  const cut = /(?:…|\.{3})["'”’]?$/;
  const begun = /^["'“‘]?(?:…|\.{3})/;
  const ends = [
    bare,
    ...lines
      .filter((line) => cut.test(line))
      .slice(0, mostCutLines)
      .map(skeleton),
  ];
  const starts = [
    bare,
    ...lines
      .filter((line) => begun.test(line))
      .slice(0, mostCutLines)
      .map(skeleton),
  ];
  for (const { id, parts } of phrases) {
    const [whole = ''] = parts;
    if (found.has(id)) continue;
    if (parts.length > 1) {
      if (isCutInTail(bare, parts)) found.add(id);
      continue;
    }
    const least = Math.max(leastCut, Math.min(longCut, Math.ceil(whole.length * leastShare)));
    for (let length = whole.length - 1; length >= least; length -= 1) {
      const beginning = whole.slice(0, length);
      const end = whole.slice(-length);
      if (ends.some((text) => text.endsWith(beginning)) || starts.some((text) => text.startsWith(end))) {
        found.add(id);
        break;
      }
    }
  }
}

/** A phrase of two parts whose second one has only begun where the text ends. */
function isCutInTail(bare: string, parts: readonly string[]): boolean {
  const [head = '', tail = ''] = parts;
  const at = parts.length === 2 && head.length >= leastCut ? bare.lastIndexOf(head) : -1;
  if (at === -1 || bare.length - at - head.length > longestGap + tail.length) return false;
  const end = bare.slice(at + head.length);
  for (let length = tail.length; length >= leastTail; length -= 1) if (end.endsWith(tail.slice(0, length))) return true;
  return false;
}
