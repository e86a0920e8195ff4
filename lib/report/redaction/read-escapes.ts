/** A text in which one layer of escapes is read, and where each of its places lies in the text before. */
export interface Reading {
  readonly text: string;
  /** The index in the text before; an index right after an escape is the one right after it there. */
  before(index: number): number;
}

/**
 * Reads one layer of percent-encoding, character references of HTML, and escapes of JSON and JavaScript, needed or not; null when
 * there is none. Linear in the length of the text.
 */
export function readEscapes(text: string): Reading | null {
  if (!/[%&\\]/.test(text)) return null;
  const starts: number[] = [0];
  const sources: number[] = [0];
  let shorter = 0;
  const out = text.replace(escape, (written: string, at: number) => {
    const read = meaning(written);
    if (read === undefined) return written;
    starts.push(at - shorter, at - shorter + read.length);
    sources.push(at, at + written.length);
    shorter += written.length - read.length;
    return read;
  });
  return starts.length === 1 ? null : { text: out, before: (index) => placeBefore(starts, sources, index) };
}

const escape =
  /%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-4](?:%[89ab][\da-f]){3}|u[\da-f]{4})|&(?:#\d{1,7};?|#x[\da-f]{1,6};?|[a-z]{2,10};)|\\(?:u[\da-f]{4}|u\{[\da-f]{1,6}\}|x[\da-f]{2}|["'\\/bfnrt])/gi;

function meaning(written: string): string | undefined {
  if (written.length === 2) return shortEscapes[written.charAt(1)];
  if (written.startsWith('&')) return reference(written.slice(1).replace(/;$/, ''));
  if (/^%u/i.test(written)) return character(written.slice(2));
  if (written.startsWith('%')) return percentDecoded(written);
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
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (sources[low] ?? 0) + index - (starts[low] ?? 0);
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

/** Those of ASCII. @see https://html.spec.whatwg.org/multipage/named-characters.html */
const namedCharacters: Readonly<Record<string, string>> = {
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
