import type { ScreenshotFacts } from '../../kernel/listing.ts';
import { readIconImage } from '../../parsing/icon-image.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/**
 * What the bytes of a picture show, whatever its name says; nothing of it is drawn. A PNG that was cut short, or in which there is nothing
 * but its head, is no picture. Never rejects.
 */
export async function screenshotFacts(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<ScreenshotFacts> {
  // Type and size stand in the head; the pixels of a large picture are nobody's business here.
  const image = await readIconImage(bytes.subarray(0, longestHead));
  const isPicture = image !== null && (image.type !== 'png' || isWholePng(bytes));
  const [size] = isPicture ? image.sizes : [];
  return {
    name: inOneLine(name, 200),
    type: isPicture ? image.type : null,
    width: size?.width ?? 0,
    height: size?.height ?? 0,
    bytes: bytes.length,
    digest: await digestOf(bytes),
  };
}

const longestHead = 64 * 1024;

/** Enough to know a copy by. Hexadecimal figures. */
const digestLength = 16;

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, digestLength);
}

/**
 * True when all its parts are there, data of the picture among them, up to its end.
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) return false;
    const kind = view.getUint32(at + 4);
    if (kind === imageEnd) return hasData;
    hasData ||= kind === imageData && length > 0;
    at += length + 12;
  }
  return false;
}

/** `IDAT` and `IEND` as numbers of four bytes. */
const imageData = 0x49444154;
const imageEnd = 0x49454e44;
