/** A text in which one layer of escapes is read, and where each of its places lies in the text before. */
export interface Reading {
  readonly text: string;
  /** The index in the text before; an index right after an escape is the one right after it there. */
  before(index: number): number;
  /** The same, but the one right before what is left out there. */
  endBefore(index: number): number;
}

/**
 * Reads one layer of percent-encoding, character references of HTML, and escapes of JSON and JavaScript, needed or not; null when
 * there is none. Linear in the length of the text.
 */
export function readEscapes(text: string): Reading | null {
  return /[%&\\]/.test(text) ? reread(text, escape, meaning) : null;
}

/** What every match of a pattern without groups means in its place; undefined leaves it as it is. Null when nothing is read. */
export function reread(
  text: string,
  pattern: RegExp,
  meaningOf: (written: string) => string | undefined,
): Reading | null {
  const map = createMap();
  const out = text.replace(pattern, (written: string, at: number) => map.put(at, written, meaningOf(written)));
  return map.reading(out);
}

/** The same within runs alone, unit by unit. */
export function rereadRuns(
  text: string,
  run: RegExp,
  unit: RegExp,
  meaningOf: (written: string) => string,
): Reading | null {
  const map = createMap();
  const out = text.replace(run, (whole: string, from: number) =>
    whole.replace(unit, (written: string, at: number) => map.put(from + at, written, meaningOf(written))),
  );
  return map.reading(out);
}

/** Notes what is put in place of what, from the beginning of a text to its end. */
function createMap(): {
  put(at: number, written: string, read: string | undefined): string;
  reading(text: string): Reading | null;
} {
  const starts: number[] = [0];
  const sources: number[] = [0];
  let shorter = 0;
  return {
    put(at, written, read) {
      if (read === undefined) return written;
      starts.push(at - shorter, at - shorter + read.length);
      sources.push(at, at + written.length);
      shorter += written.length - read.length;
      return read;
    },
    reading: (text) =>
      starts.length === 1
        ? null
        : {
            text,
            before: (index) => placeBefore(starts, sources, index),
            endBefore: (index) => endBefore(starts, sources, index),
          },
  };
}

const escape =
  /%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-4](?:%[89ab][\da-f]){3}|u[\da-f]{4})|&(?:#\d+;?|#x[\da-f]+;?|[a-z]{2,14};)|\\(?:u[\da-f]{4}|u\{[\da-f]{1,6}\}|x[\da-f]{2}|[0-3]?[0-7]{2}|["'\\/bfnrt])/gi;

function meaning(written: string): string | undefined {
  if (written.length === 2) return shortEscapes[written.charAt(1)];
  if (written.startsWith('&')) return reference(written.slice(1).replace(/;$/, ''));
  if (/^%u/i.test(written)) return character(written.slice(2));
  if (written.startsWith('%')) return percentDecoded(written);
  if (/^\\[0-7]/.test(written)) return character(Number.parseInt(written.slice(1), 8).toString(16));
  const code = /^\\[ux]\{?([\da-f]+)/i.exec(written)?.[1];
  return code === undefined ? undefined : character(code);
}

function reference(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hexadecimal !== undefined) return character(hexadecimal);
  return decimal === undefined ? namedCharacters[name] : character(Number(decimal).toString(16));
}

function character(hexadecimal: string): string | undefined {
  const code = Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function percentDecoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

function placeBefore(starts: readonly number[], sources: readonly number[], index: number): number {
  const last = lastUpTo(starts, index);
  return (sources[last] ?? 0) + index - (starts[last] ?? 0);
}

/** Each thing read has two entries, its beginning and its end; they are at one place when it is left out. */
function endBefore(starts: readonly number[], sources: readonly number[], index: number): number {
  let last = lastUpTo(starts, index);
  if (starts[last] !== index) return placeBefore(starts, sources, index);
  while (last > 1 && last % 2 === 0 && starts[last - 1] === index) {
    last -= 1;
    if (starts[last - 1] === index && sources[last - 1] === sources[last]) last -= 1;
  }
  return sources[last] ?? 0;
}

function lastUpTo(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Those of ASCII, what is invisible, and what stands where something is left out. @see https://html.spec.whatwg.org/multipage/named-characters.html */
const namedCharacters: Readonly<Record<string, string>> = {
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  ZeroWidthSpace: '\u200B',
  NoBreak: '\u2060',
  hellip: '…',
  bull: '•',
  Tab: '\t',
  NewLine: '\n',
  excl: '!',
  quot: '"',
  QUOT: '"',
  num: '#',
  dollar: '$',
  percnt: '%',
  amp: '&',
  AMP: '&',
  apos: "'",
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  lt: '<',
  LT: '<',
  equals: '=',
  gt: '>',
  GT: '>',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  bsol: '\\',
  rsqb: ']',
  rbrack: ']',
  Hat: '^',
  lowbar: '_',
  UnderBar: '_',
  grave: '`',
  lcub: '{',
  lbrace: '{',
  verbar: '|',
  vert: '|',
  rcub: '}',
  rbrace: '}',
};
