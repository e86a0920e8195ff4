import { reread, rereadRuns, type Reading } from './read-escapes.ts';

/** A reading, and whether what is found in it is written as numbers, among which only numbers can stand. */
export interface HiddenReading extends Reading {
  readonly isOfNumbers: boolean;
}

/**
 * The readings in which a secret shows that is written as bytes, broken into lines, or with something invisible in it; each is left out
 * where its sign is absent. Linear in the length of the text.
 */
export function hiddenReadings(text: string): readonly HiddenReading[] {
  return [
    plainly(text, invisible, (written) => (wide.test(written) ? narrow(written) : '')),
    plainly(text, quotedPrintable, (written) => (/\s/.test(written) ? '' : byte(written.slice(1)))),
    runs(text, hexadecimal, /[\s:,-]{0,20}(?:0x)?[\da-f]{2}/gi, (written) => byte(written.slice(-2)), false),
    runs(text, numbers, /[\s,]{0,40}\d{1,3}/g, decimalByte, true),
    runs(text, base64Lines, /\s{1,8}/g, () => '', false),
  ].flatMap((reading) => reading ?? []);
}

/** Soft hyphens, what has no width, the zeros of UTF-16 that is read as bytes; and letters of full width. */
const invisible =
  /(?:[\0\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]|\u034f|[\ufe00-\ufe0f])+|<wbr\s{0,3}\/?>|[\uff01-\uff5e]+/gi;
const wide = /^[\uff01-\uff5e]/;

function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfe_e0));
}

/** @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const quotedPrintable = /=(?:[2-7][\da-f]|\r?\n)/gi;

/** `4b 71 37`, `4b:71:37`, `0x4b, 0x71`, `<Buffer 4b 71 …>`, the groups of a dump. */
const hexadecimal =
  /(?<![\da-z])(?:0x)?[\da-f]{2}(?:[\da-f]{2})?(?:[\s:,-]{1,20}(?:0x)?[\da-f]{2}(?:[\da-f]{2})?){3,}(?![\da-z])/gi;

/** `[75, 113, 55, …]` */
const numbers = /(?<![\d.])\d{1,3}(?:\s{0,20},\s{0,20}\d{1,3}){7,}(?![\d.])/g;

/** Of mail, of certificates, of a shell’s `base64`. */
const base64Lines = /(?<![\w+/-])[\w+/-]{16,}(?:\s{1,8}[\w+/-]{16,})*\s{1,8}[\w+/-]+/g;

function plainly(text: string, sign: RegExp, meaning: (written: string) => string): HiddenReading | null {
  const reading = reread(text, sign, meaning);
  return reading && { ...reading, isOfNumbers: false };
}

function runs(
  text: string,
  run: RegExp,
  unit: RegExp,
  meaning: (written: string) => string,
  isOfNumbers: boolean,
): HiddenReading | null {
  const reading = rereadRuns(text, run, unit, meaning);
  return reading && { ...reading, isOfNumbers };
}

function byte(hexadecimalDigits: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimalDigits, 16));
}

function decimalByte(written: string): string {
  return String.fromCharCode(Number(/\d+$/.exec(written)?.[0] ?? 0) & 0xff);
}
