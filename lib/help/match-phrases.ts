import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { isAboutMcp } from './about-mcp.ts';
import { nearMatch } from './near-match.ts';
import { alonePhrases, exactPhrases, phrases, type Phrase } from './phrase-table.ts';
import type { ReadableText } from './readable-text.ts';
import { compact, skeleton } from './skeleton.ts';

/** Between two parts of a phrase, such as a connector’s name. */
const longestGap = 80;
/** A sentence that is cut off must show so much of itself. */
const leastShare = 0.75;
const leastCut = 17;
const mostCutLines = 50;
/** A text that may be a toast, a dialog or one line of a terminal. */
const shortText = { characters: 600, lines: 8 };
/** Claude Code’s list of servers, in which a state stands behind a dash. */
const listed = /\((?:http|sse|stdio)\)|claude\.ai\b|\bmcp\b/i;

/** Plugs are connectors too. */
const ofConnectors = /\b(?:my|our|the|this|these|custom|new|365) connectors?\b|^connectors$/im;
const mostLines = 400;
const mostQuotes = 50;
const leastAlone = 12;

interface Candidate {
  readonly bare: string;
  /** As it stands there; empty where it is several lines. */
  readonly line: string;
}

/** The ids of all sentences whose words are in the text; the words may be cut off, broken or misread. */
export function matchPhrases(readable: ReadableText): ReadonlySet<ErrorSentenceId> {
  const bare = skeleton(readable.text);
  const found = new Set<ErrorSentenceId>();
  for (const phrase of phrases) if (!found.has(phrase.id) && isIn(bare, phrase)) found.add(phrase.id);
  addExact(readable.text, found);
  addAlone(readable, bare, found);
  addCutOff(readable, bare, found);
  if (found.size === 0) for (const id of nearMatch(bare)) found.add(id);
  return found;
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

function addAlone({ text, lines }: ReadableText, bare: string, found: Set<ErrorSentenceId>): void {
  const isShort = text.length <= shortText.characters && lines.length <= shortText.lines;
  const whole = { bare, line: lines.length === 1 ? (lines[0] ?? '') : '' };
  const standing = isShort ? [whole, ...lines.flatMap(withoutLead).map(asCandidate)] : [];
  const states = lines.flatMap(stateIn).map(asCandidate);
  for (const candidate of [...standing, ...states]) {
    for (const phrase of alonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
  if (!isAboutMcp(text) && !ofConnectors.test(text)) return;
  for (const candidate of [...lines.slice(0, mostLines), ...quotedIn(text)].map(asCandidate)) {
    for (const phrase of longAlonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
}

/** Where a text speaks of connectors, what stands in a line or in quotes is one, if it is more than a word. */
const longAlonePhrases = alonePhrases.filter(({ parts }) => parts.join('').length >= leastAlone && !parts.includes(''));

function asCandidate(line: string): Candidate {
  return { bare: skeleton(line), line };
}

function withoutLead(line: string): readonly string[] {
  return [line, line.replace(/^(?:error|warning|fehler|erreur)\s*:\s*/i, '')];
}

function stateIn(line: string): readonly string[] {
  const state = listed.test(line) ? / [-–—] ([^-–—]{3,60})$/u.exec(line.slice(-300))?.[1] : undefined;
  return state === undefined ? [] : [state];
}

function quotedIn(text: string): readonly string[] {
  const quoted = /["“„«`‘']([^"“”„«»`\n]{8,120}?)[.…]*["”“»`’']/g;
  return [...text.slice(0, 20_000).matchAll(quoted)].slice(0, mostQuotes).map((found) => found[1] ?? '');
}

function isAlone({ bare, line }: Candidate, { parts }: Phrase): boolean {
  const [head = '', tail] = parts;
  if (tail === undefined) return bare === head;
  const gap = bare.length - head.length - tail.length;
  if (gap < 1 || gap > longestGap || !bare.startsWith(head) || !bare.endsWith(tail)) return false;
  // A name at the end is told from any other words by its capital letters.
  return tail !== '' || /^\S+(?: [a-z]+){2}(?: \p{Lu}[^\s./:@]{0,30}){1,4}$/u.test(line);
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
    if (parts.length > 1 || found.has(id)) continue;
    const least = Math.max(leastCut, Math.ceil(whole.length * leastShare));
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
