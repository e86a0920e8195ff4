import decodeIco from 'decode-ico';
import { mostPixels, type Pixels } from './icon-pixels.ts';
import { pngPixels } from './png-pixels.ts';

/**
 * The pixels of the largest picture in an ICO; undefined when it is cut short, broken or too large. The others are not unpacked: a
 * directory may name the same picture thousands of times. Never rejects.
 */
export async function icoPixels(bytes: Uint8Array): Promise<Pixels | undefined> {
  const entry = largestEntry(bytes);
  if (!entry) return undefined;
  const picture = bytes.subarray(entry.offset, entry.offset + entry.length);
  if (picture.length < entry.length) return undefined;
  if (isPng(picture)) return pngPixels(picture);
  try {
    const [decoded] = decodeIco(alone(bytes.subarray(entry.at, entry.at + entryLength), picture));
    if (decoded?.type !== 'bmp' || decoded.width * decoded.height > mostPixels) return undefined;
    return fromRgba(decoded.width, decoded.height, decoded.data);
  } catch {
    return undefined;
  }
}

const headLength = 6;
const entryLength = 16;
const mostEntries = 64;

interface Entry {
  readonly at: number;
  readonly offset: number;
  readonly length: number;
  readonly width: number;
  readonly bits: number;
}

function largestEntry(bytes: Uint8Array): Entry | undefined {
  if (bytes.length < headLength) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(view.getUint16(4, true), mostEntries);
  const entries: Entry[] = [];
  for (let at = headLength; at + entryLength <= bytes.length && entries.length < count; at += entryLength) {
    const width = view.getUint8(at) === 0 ? 256 : view.getUint8(at);
    const [bits, length, offset] = [
      view.getUint16(at + 6, true),
      view.getUint32(at + 8, true),
      view.getUint32(at + 12, true),
    ];
    entries.push({ at, width, bits, length, offset });
  }
  return entries.sort((a, b) => b.width - a.width || b.bits - a.bits)[0];
}

function fromRgba(width: number, height: number, rgba: Uint8Array | Uint8ClampedArray): Pixels | undefined {
  // Old icons leave the opacity at zero and use a mask that is not read here.
  if (!rgba.some((value, index) => index % 4 === 3 && value > 0)) return undefined;
  return {
    width,
    height,
    at(x, y) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4);
      return [red, green, blue, alpha];
    },
  };
}

function isPng(picture: Uint8Array): boolean {
  return String.fromCharCode(...picture.subarray(0, 4)) === '\x89PNG';
}

/** An ICO of this picture alone. */
function alone(entry: Uint8Array, picture: Uint8Array): Uint8Array {
  const whole = new Uint8Array(headLength + entryLength + picture.length);
  whole.set([0, 0, 1, 0, 1, 0]);
  whole.set(entry, headLength);
  new DataView(whole.buffer).setUint32(headLength + 12, headLength + entryLength, true);
  whole.set(picture, headLength + entryLength);
  return whole;
}
