import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { phrases } from './phrase-table.ts';

/** Longer texts are no screenshots and nothing that was typed. */
const longestText = 6_000;
/** The search keeps a phrase’s letters in the bits of one number. */
const widest = 31;
const narrowest = 28;
/** So few letters suffice where the text itself speaks of MCP. */
const narrowestOfMcp = 20;
const lettersPerError = 9;

interface Window {
  readonly letters: string;
  readonly masks: ReadonlyMap<string, number>;
}

interface Pattern {
  readonly id: ErrorSentenceId;
  /** The beginning and, of a longer phrase, the end: both must be there. */
  readonly windows: readonly Window[];
  readonly needsMcp: boolean;
}

const patterns: readonly Pattern[] = phrases.flatMap(({ id, parts }) => {
  const [whole = ''] = parts;
  const needsMcp = whole.length < narrowest;
  if (parts.length > 1 || whole.length < narrowestOfMcp || (needsMcp && !whole.includes('mcp'))) return [];
  const ends = whole.length > widest ? [whole.slice(0, widest), whole.slice(-widest)] : [whole];
  return { id, windows: ends.map((letters) => ({ letters, masks: masksOf(letters) })), needsMcp };
});

/**
 * Sentences that are in the text but for a few letters, at most one in nine: misread, mistyped, left out. The text is a skeleton; long
 * ones are not searched.
 */
export function nearMatch(bare: string): readonly ErrorSentenceId[] {
  if (bare.length > longestText) return [];
  const hasMcp = bare.includes('mcp');
  const found = patterns.filter(
    ({ windows, needsMcp }) => (hasMcp || !needsMcp) && windows.every((window) => isNear(bare, window)),
  );
  return [...new Set(found.map(({ id }) => id))];
}

/**
 * Whether the pattern ends anywhere in the text with few enough differences.
 * @see https://dl.acm.org/doi/10.1145/316542.316550 (Myers, 1999)
 */
function isNear(text: string, { letters, masks }: Window): boolean {
  const allowed = Math.floor(letters.length / lettersPerError);
  const last = 1 << (letters.length - 1);
  let up = -1;
  let down = 0;
  let distance = letters.length;
  for (let index = 0; index < text.length; index += 1) {
    const same = masks.get(text.charAt(index)) ?? 0;
    const vertical = same | down;
    const horizontal = (((same & up) + up) ^ up) | same;
    let plus = down | ~(horizontal | up);
    let minus = up & horizontal;
    if (plus & last) distance += 1;
    else if (minus & last) distance -= 1;
    if (distance <= allowed) return true;
    plus <<= 1;
    minus <<= 1;
    up = minus | ~(vertical | plus);
    down = plus & vertical;
  }
  return false;
}

function masksOf(letters: string): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charAt(index);
    masks.set(letter, (masks.get(letter) ?? 0) | (1 << index));
  }
  return masks;
}
