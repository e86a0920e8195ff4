/**
 * How many bytes a deflated text has when it is unpacked, without unpacking it; null where it is damaged, or does not end where its
 * bytes end. For small ones: of those, the browser’s own decompression takes longer to begin than to do its work.
 * @see https://www.rfc-editor.org/rfc/rfc1951
 */
export function inflatedLength(packed: Uint8Array): number | null {
  const bits = createBits(packed);
  let length = 0;
  for (let isLast = false; !isLast;) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    const end = kind === 0 ? afterStored(bits, length) : afterCoded(bits, length, kind === 1 ? fixed : dynamic(bits));
    if (end === null || bits.isOver() || kind === 3) return null;
    length = end;
  }
  return bits.isAtEnd() ? length : null;
}

interface Bits {
  /** The next so many bits, the lowest first; zeros beyond the end. */
  take(count: number): number;
  /** Leaves out the rest of a byte, and so many whole ones. */
  skipBytes(count: number): void;
  toByte(): void;
  isOver(): boolean;
  isAtEnd(): boolean;
}

function createBits(bytes: Uint8Array): Bits {
  let at = 0;
  const most = bytes.length * 8;
  return {
    take(count) {
      let value = 0;
      for (let index = 0; index < count; index += 1, at += 1) {
        value |= (((bytes[at >>> 3] ?? 0) >>> (at & 7)) & 1) << index;
      }
      return value;
    },
    skipBytes(count) {
      at += count * 8;
    },
    toByte() {
      at = (at + 7) & ~7;
    },
    isOver: () => at > most,
    isAtEnd: () => Math.ceil(at / 8) === bytes.length,
  };
}

function afterStored(bits: Bits, before: number): number | null {
  bits.toByte();
  const length = bits.take(16);
  if ((bits.take(16) ^ 0xffff) !== length) return null;
  bits.skipBytes(length);
  return before + length;
}

/** Codes of one kind: how many there are of each length, and what they stand for, in order. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

interface BlockCodes {
  readonly literals: Codes;
  readonly distances: Codes;
}

function afterCoded(bits: Bits, before: number, codes: BlockCodes | null): number | null {
  if (codes === null) return null;
  let length = before;
  while (!bits.isOver()) {
    const symbol = nextSymbol(bits, codes.literals);
    if (symbol === endOfBlock) return length;
    if (symbol < endOfBlock && symbol >= 0) length += 1;
    else {
      const copied = copyLength(bits, symbol - 257);
      const distance = copyDistance(bits, nextSymbol(bits, codes.distances));
      if (copied === null || distance === null || distance > length) return null;
      length += copied;
    }
  }
  return null;
}

const endOfBlock = 256;

/** Below zero where no code is like this. */
function nextSymbol(bits: Bits, { counts, symbols }: Codes): number {
  let [code, first, index] = [0, 0, 0];
  for (let length = 1; length <= longestCode; length += 1) {
    code |= bits.take(1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

const longestCode = 15;

function copyLength(bits: Bits, symbol: number): number | null {
  if (symbol < 0 || symbol > 28) return null;
  if (symbol === 28) return 258;
  if (symbol < 8) return symbol + 3;
  const extra = (symbol >>> 2) - 1;
  return ((4 + (symbol & 3)) << extra) + 3 + bits.take(extra);
}

function copyDistance(bits: Bits, symbol: number): number | null {
  if (symbol < 0 || symbol > 29) return null;
  if (symbol < 4) return symbol + 1;
  const extra = (symbol >>> 1) - 1;
  return ((2 + (symbol & 1)) << extra) + 1 + bits.take(extra);
}

/** Null where they are no codes at all: too many for their lengths, or too few. */
function codesOf(lengths: readonly number[]): Codes | null {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const used = lengths.length - (counts[0] ?? 0);
  const starts = new Uint16Array(longestCode + 2);
  let left = 1;
  for (let length = 1; length <= longestCode; length += 1) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) return null;
    starts[length + 1] = (starts[length] ?? 0) + (counts[length] ?? 0);
  }
  if (left > 0 && used > 1) return null;
  const symbols = new Uint16Array(used);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const place = starts[length] ?? 0;
    symbols[place] = symbol;
    starts[length] = place + 1;
  }
  return { counts, symbols };
}

function both(literals: readonly number[], distances: readonly number[]): BlockCodes | null {
  const [one, other] = [codesOf(literals), codesOf(distances)];
  return one && other && { literals: one, distances: other };
}

const fixed = both(
  Array.from({ length: 288 }, (_each, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  Array.from({ length: 32 }, () => 5),
);

/** The codes that stand before a block, packed themselves. */
function dynamic(bits: Bits): BlockCodes | null {
  const [literals, distances, count] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const own = Array.from({ length: orderOfLengths.length }, () => 0);
  for (const symbol of orderOfLengths.slice(0, count)) own[symbol] = bits.take(3);
  const codes = codesOf(own);
  if (codes === null) return null;
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = nextSymbol(bits, codes);
    if (symbol < 0 || bits.isOver()) return null;
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) {
      const last = lengths.at(-1);
      if (last === undefined) return null;
      repeat(lengths, last, 3 + bits.take(2));
    } else repeat(lengths, 0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7));
  }
  if (lengths.length > literals + distances) return null;
  return both(lengths.slice(0, literals), lengths.slice(literals));
}

const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

function repeat(lengths: number[], length: number, times: number): void {
  for (let index = 0; index < times; index += 1) lengths.push(length);
}
