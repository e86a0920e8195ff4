import { inOneLine } from '../../parsing/one-line.ts';
import { encodedRun, invisibleCharacters, steeringPatterns } from '../../standards/steering.ts';

/** What in a text seems to speak to the model and not to people. */
export interface Steering {
  readonly why: 'orders' | 'others' | 'fetch' | 'invisible' | 'comment' | 'encoded';
  /** The words, shortened; of characters that cannot be seen, their code points. */
  readonly passage: string;
}

const longestText = 50_000;
const longestPassage = 120;

/** The first sign in a text that it steers a model, if there is one. */
export function steeringIn(whole: string): Steering | undefined {
  const text = whole.slice(0, longestText);
  const invisible = invisibleCharacters.exec(withoutFlags(text));
  if (invisible) return { why: 'invisible', passage: codePoint(invisible[0]) };
  const comment = /<!--[^]{0,200}/.exec(text);
  if (comment) return { why: 'comment', passage: inOneLine(comment[0], longestPassage) };
  for (const { why, pattern } of steeringPatterns) {
    const found = pattern.exec(text);
    if (found) return { why, passage: inOneLine(found[0], longestPassage) };
  }
  const run = encodedRun.exec(text)?.[0];
  return run !== undefined && isMixture(run) ? { why: 'encoded', passage: inOneLine(run, 40) } : undefined;
}

function isMixture(run: string): boolean {
  return /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run);
}

/** The flags of England, Scotland and Wales are written with tags. */
function withoutFlags(text: string): string {
  return text.replace(/\u{1f3f4}[\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu, '');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
