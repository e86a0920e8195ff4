import { msg } from '../../lib/i18n/say.ts';

/** How long a passphrase would hold against somebody who has what it locks, and guesses. */
export type Strength = 'weak' | 'fair' | 'strong';

/** What is said of each. */
export const strengthWords: Readonly<Record<Strength, string>> = {
  weak: msg(
    'Weak: anyone who has the link could guess it. Take five words that have nothing to do with each other, or let one be made up.',
  ),
  fair: msg(
    'Fair: it keeps out who is merely curious, not who takes the trouble to guess. A word more makes it strong.',
  ),
  strong: msg('Strong: guessing it is out of reach, even for machines.'),
};

/**
 * A careful estimate: a word counts as one of a few thousand however long it is, a repetition for nothing, and what follows the character
 * before it (“123”, “aaa”) hardly more.
 */
export function strengthOf(passphrase: string): Strength {
  const bits = bitsIn(passphrase);
  return bits >= strongBits ? 'strong' : bits >= fairBits ? 'fair' : 'weak';
}

/** Each guess costs hundreds of thousands of rounds: 2^56 of them are out of reach, 2^40 are not for everybody. */
const strongBits = 56;
const fairBits = 40;
const bitsOfWord = 12;

function bitsIn(passphrase: string): number {
  const pieces = new Set(passphrase.toLowerCase().match(/\p{Ll}{4,}|[^\s\p{Ll}]+|\p{Ll}+/gu));
  const sizes = /\p{Lu}/u.test(passphrase) ? 1 : 0;
  return [...pieces].reduce((bits, piece) => bits + bitsOfPiece(piece), sizes);
}

function bitsOfPiece(piece: string): number {
  const each = /\p{Ll}/u.test(piece) ? 4.7 : /^\d+$/.test(piece) ? 3.3 : 5;
  const characters = [...piece];
  const fresh = characters.filter((character, index) => !continues(characters[index - 1], character)).length;
  const bits = fresh * each + (characters.length - fresh) * 0.5;
  return /^\p{Ll}{4,}$/u.test(piece) ? Math.min(bits, bitsOfWord) : bits;
}

function continues(before: string | undefined, character: string): boolean {
  if (before === undefined) return false;
  return Math.abs((character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1;
}
