import { decode } from 'fast-png';
import { mostPixels, type Pixels, type Rgba } from './icon-pixels.ts';

/**
 * The pixels of a PNG; undefined when it is cut short, broken, too large, or unpacks to more than its size needs. Only the chunks that
 * make the picture are decoded: what stands beside them may be packed to explode. Never rejects.
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export async function pngPixels(bytes: Uint8Array): Promise<Pixels | undefined> {
  const png = essentialChunks(bytes);
  if (!png || png.width * png.height > mostPixels) return undefined;
  // Pixels that share a byte come out wrong of the decoder when the picture is interlaced, which nobody does to an icon.
  if (png.isInterlaced && png.depth < 8) return undefined;
  const { least, most } = dataLength(png);
  const length = await unpackedLength(png.data, most);
  if (length === undefined || length < least) return undefined;
  try {
    return pixelsOf(png, decode(png.whole));
  } catch {
    return undefined;
  }
}

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: number;
  readonly isInterlaced: boolean;
}

interface EssentialPng extends PngHead {
  /** Everything of the picture's packed data. */
  readonly data: Uint8Array;
  /** A PNG of these chunks alone. */
  readonly whole: Uint8Array;
}

const signatureLength = 8;
const essential: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** By colour type; a palette's pixels are one number each. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function essentialChunks(bytes: Uint8Array): EssentialPng | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, signatureLength)];
  const data: Uint8Array[] = [];
  let head: PngHead | undefined;
  for (let at = signatureLength; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!head) {
      head = type === 'IHDR' && length === 13 ? headOf(view, at + 8) : undefined;
      if (!head) return undefined;
    }
    if (essential.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') return { ...head, data: joined(data), whole: joined(kept) };
    at = end;
  }
  return undefined;
}

function headOf(view: DataView, at: number): PngHead | undefined {
  const channels = channelsOf[view.getUint8(at + 9)];
  const [width, height, depth] = [view.getUint32(at), view.getUint32(at + 4), view.getUint8(at + 8)];
  if (channels === undefined || width === 0 || height === 0 || depth > 16) return undefined;
  return { width, height, depth, channels, isInterlaced: view.getUint8(at + 12) !== 0 };
}

/** What the packed data must hold. Each row has a byte before it; an interlaced picture has more rows, none of them longer. */
function dataLength({ width, height, depth, channels, isInterlaced }: PngHead): { least: number; most: number } {
  const row = 1 + Math.ceil((width * depth * channels) / 8);
  return isInterlaced
    ? { least: (row - 1) * height, most: row * height + 8 * (row + height) }
    : { least: row * height, most: row * height + 1024 };
}

/** How much comes out, without keeping it; undefined when that is more than so many bytes, or the data is broken or cut short. */
async function unpackedLength(packed: Uint8Array, most: number): Promise<number | undefined> {
  try {
    const unpacked = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const reader = unpacked.getReader();
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined;
  }
}

function pixelsOf(
  { width, height, depth, channels }: EssentialPng,
  { data, palette, transparency }: ReturnType<typeof decode>,
): Pixels | undefined {
  const isPacked = depth < 8;
  const rowLength = isPacked ? Math.ceil((width * depth) / 8) : width * channels;
  if (data.length < rowLength * height) return undefined;
  const most = 2 ** depth - 1;
  const shade = (sample: number): number => (sample * 255) / most;
  return {
    width,
    height,
    at(x, y) {
      const samples = isPacked
        ? [packedSample(data, y * rowLength, x, depth)]
        : Array.from({ length: channels }, (_, channel) => data[y * rowLength + x * channels + channel] ?? 0);
      const [first = 0, second = 0, third = 0, fourth = most] = samples;
      if (palette) return paletteColour(palette[first]);
      // One colour can be named as the transparent one where pixels have no opacity of their own.
      const isNamed = transparency?.length === channels && transparency.every((value, at) => value === samples[at]);
      if (channels === 1) return [shade(first), shade(first), shade(first), isNamed ? 0 : 255];
      if (channels === 2) return [shade(first), shade(first), shade(first), shade(second)];
      return [shade(first), shade(second), shade(third), isNamed ? 0 : shade(fourth)];
    },
  };
}

function paletteColour(colour: readonly number[] | undefined): Rgba {
  const [red = 0, green = 0, blue = 0, alpha = 255] = colour ?? [];
  return [red, green, blue, alpha];
}

function packedSample(data: ReturnType<typeof decode>['data'], row: number, x: number, depth: number): number {
  const byte = data[row + Math.floor((x * depth) / 8)] ?? 0;
  return (byte >> (8 - depth - ((x * depth) % 8))) & (2 ** depth - 1);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
