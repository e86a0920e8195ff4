const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const largest = 0x10ffff;

/**
 * Decodes a label without its `xn--`; undefined when it is no punycode.
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.2
 */
export function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const output = Array.from(delimiter > 0 ? text.slice(0, delimiter) : '', (letter) => letter.codePointAt(0) ?? 0);
  let codePoint = 0x80;
  let index = 0;
  let bias = 72;
  let rest = text.slice(delimiter > 0 ? delimiter + 1 : 0);
  while (rest !== '') {
    const read = readDelta(rest, bias);
    if (!read) return undefined;
    const length = output.length + 1;
    bias = adapted(read.delta, length, index === 0);
    codePoint += Math.floor((index + read.delta) / length);
    index = (index + read.delta) % length;
    if (codePoint > largest) return undefined;
    output.splice(index, 0, codePoint);
    index += 1;
    rest = read.rest;
  }
  return String.fromCodePoint(...output);
}

function readDelta(text: string, bias: number): { readonly delta: number; readonly rest: string } | undefined {
  let delta = 0;
  let weight = 1;
  for (let position = 0, k = base; position < text.length; position += 1, k += base) {
    const digit = digitOf(text.charCodeAt(position));
    if (digit === undefined) return undefined;
    delta += digit * weight;
    if (delta > 0x7fffffff) return undefined;
    const threshold = Math.min(tMax, Math.max(tMin, k - bias));
    if (digit < threshold) return { delta, rest: text.slice(position + 1) };
    weight *= base - threshold;
  }
  return undefined;
}

function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : undefined;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((base - tMin) * tMax) >> 1) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
