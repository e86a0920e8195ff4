import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
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
  const wholes = isShort ? [{ bare, line: lines.length === 1 ? (lines[0] ?? '') : '' }] : [];
  const candidates = lines.flatMap((line) => {
    const state = listed.test(line) ? (/ [-–—] ([^-–—]{3,60})$/u.exec(line.slice(-300))?.[1] ?? null) : null;
    const shown = isShort ? [line, line.replace(/^(?:error|warning|fehler|erreur)\s*:\s*/i, '')] : [];
    return [...shown, ...(state === null ? [] : [state])].map((part) => ({ bare: skeleton(part), line: part }));
  });
  for (const candidate of [...wholes, ...candidates]) {
    for (const phrase of alonePhrases) if (isAlone(candidate, phrase)) found.add(phrase.id);
  }
}

function isAlone({ bare, line }: { readonly bare: string; readonly line: string }, { parts }: Phrase): boolean {
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
