const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;

/**
 * A host name with its `xn--` labels as Unicode; undefined when it has none that can be decoded.
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.2
 */
export function unicodeHost(hostname: string): string | undefined {
  if (!/(?:^|\.)xn--/i.test(hostname)) return undefined;
  const labels = hostname.split('.').map((label) => (/^xn--/i.test(label) ? decodeLabel(label.slice(4)) : label));
  return labels.includes(undefined) ? undefined : labels.join('.');
}

function decodeLabel(label: string): string | undefined {
  const delimiter = label.lastIndexOf('-');
  const codes = [...label.slice(0, Math.max(delimiter, 0))].map((letter) => letter.charCodeAt(0));
  let at = delimiter === -1 ? 0 : delimiter + 1;
  let code = initialCode;
  let bias = initialBias;
  let index = 0;
  while (at < label.length) {
    const before = index;
    for (let weight = 1, step = base; ; step += base) {
      const digit = digitOf(label.charCodeAt(at));
      at += 1;
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return undefined;
    }
    const length = codes.length + 1;
    bias = adapted(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    codes.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...codes);
}

function digitOf(character: number): number | undefined {
  if (character >= 0x30 && character <= 0x39) return character - 0x30 + 26;
  const letter = character | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 : undefined;
}

function adapted(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / length);
  let step = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; step += base) rest = Math.floor(rest / (base - tMin));
  return step + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
