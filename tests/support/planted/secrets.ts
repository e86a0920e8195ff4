/** Numbers between 0 and 1 that a seed decides (mulberry32). */
export interface Chance {
  readonly below: (most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly text: (length: number) => string;
}

export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    one: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error('there is nothing to choose from');
      return chosen;
    },
    text: (length) => Array.from({ length }, () => letters.charAt(below(letters.length))).join(''),
  };
}

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** How every secret begins and ends: what is left of one in any output holds one of them, in whatever encoding. */
export const head = 'Zq7Xk9Vw';
export const tail = 'Jd4Tn8Rb';

/** A secret of nothing but letters and digits. */
export function bareSecret(chance: Chance): string {
  return `${head}${chance.text(10)}5${tail}`;
}

/** One with characters in it that get escaped. */
export function oddSecret(chance: Chance): string {
  const odd = (): string => chance.one(['/', '+', '=', '-', '_', '~', '.']);
  return `${head}${odd()}${chance.text(6)}3${odd()}${chance.text(5)}${tail}`;
}

const each = (text: string, write: (code: number) => string): string =>
  [...text].map((character) => write(character.charCodeAt(0))).join('');
const hexadecimal = (code: number): string => code.toString(16).padStart(2, '0');

/** Ways to write a secret. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  percent: (text) => encodeURIComponent(text),
  'percent, all of it': (text) => each(text, (code) => `%${hexadecimal(code).toUpperCase()}`),
  'percent, all of it, lower case': (text) => each(text, (code) => `%${hexadecimal(code)}`),
  'percent, twice': (text) => each(text, (code) => `%25${hexadecimal(code)}`),
  'HTML, decimal': (text) => each(text, (code) => `&#${String(code)};`),
  'HTML, hexadecimal': (text) => each(text, (code) => `&#x${hexadecimal(code)};`),
  'JSON, unicode': (text) => each(text, (code) => `\\u00${hexadecimal(code)}`),
  'JavaScript, hexadecimal': (text) => each(text, (code) => `\\x${hexadecimal(code)}`),
  'JSON, slashes': (text) => text.replaceAll('/', '\\/'),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of more': (text) => Buffer.from(`x:${text}; and more`).toString('base64'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal, upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

/** Texts of which none may stand in any output: the beginning and the end of a secret in every encoding, and in pairs of them. */
export const traces: readonly string[] = [
  ...new Set([head, tail].flatMap((mark) => [...simple(mark), ...simple(mark).flatMap((form) => simpleBase64(form))])),
];

function simple(text: string): readonly string[] {
  return [...Object.values(encodings).map((encode) => encode(text)), ...simpleBase64(text)].filter(
    (form) => !form.endsWith('='),
  );
}

/** The part of a base64 text that is the same whatever stands before and after, by where it begins. */
function simpleBase64(text: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.from('a'.repeat(offset) + text).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const certain = whole.slice(from, Math.floor(((offset + text.length) * 8) / 6));
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
