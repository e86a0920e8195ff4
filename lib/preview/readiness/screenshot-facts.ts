import type { ScreenshotFacts } from '../../kernel/listing.ts';
import { readIconImage } from '../../parsing/icon-image.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/** What the bytes of a picture show, whatever its name says; nothing of it is drawn. Never rejects. */
export async function screenshotFacts(bytes: Uint8Array, name: string): Promise<ScreenshotFacts> {
  // Type and size stand in the head; the pixels of a large picture are nobody's business here.
  const image = await readIconImage(bytes.subarray(0, longestHead));
  const [size] = image?.sizes ?? [];
  return {
    name: inOneLine(name, 200),
    type: image?.type ?? null,
    width: size?.width ?? 0,
    height: size?.height ?? 0,
    bytes: bytes.length,
  };
}

const longestHead = 64 * 1024;
