import { imageSize } from 'image-size';
import type { IconImage, IconPixels, IconSize } from '../kernel/evidence-icons.ts';
import { pixelFacts } from './icon-pixels.ts';
import { icoPixels } from './ico-pixels.ts';
import { pngPixels } from './png-pixels.ts';
import { svgSizes } from './svg-size.ts';

/**
 * What an icon's bytes are, whatever their header says; null when they are no image that is known here. A picture that was cut short
 * still tells its type and size. Never rejects, and never renders anything.
 */
export async function readIconImage(bytes: Uint8Array): Promise<IconImage | null> {
  const type = typeOf(bytes);
  if (type === undefined) return null;
  const sizes = type === 'svg' ? svgSizes(bytes) : rasterSizes(bytes);
  if (sizes === undefined) return null;
  return { type, sizes, bytes: bytes.length, pixels: await pixelsOf(type, bytes) };
}

/** What else is shown as an icon by somebody is no icon to Claude or to Google. */
function typeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'webp';
  if (head.startsWith('\0\0\x01\0')) return 'ico';
  if (/^BM[^]{12}/.test(head)) return 'bmp';
  if (/^[^]{4}ftypavif/.test(head)) return 'avif';
  if (/^[^]{4}ftyp(?:mif1|msf1|hei[cx]|hev[cx])/.test(head)) return 'heic';
  return looksLikeMarkup(bytes) && svgSizes(bytes) !== undefined ? 'svg' : undefined;
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

function rasterSizes(bytes: Uint8Array): readonly IconSize[] | undefined {
  try {
    const { width, height, images } = imageSize(bytes);
    const sizes = [...(images ?? []), { width, height }].filter(isSize);
    const distinct = new Map(sizes.map((size) => [`${size.width}x${size.height}`, size]));
    return [...distinct.values()]
      .map((size) => ({ width: size.width, height: size.height }))
      .sort((a, b) => b.width * b.height - a.width * a.height)
      .slice(0, mostSizes);
  } catch {
    return undefined;
  }
}

const mostSizes = 16;

function isSize({ width, height }: IconSize): boolean {
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
}

async function pixelsOf(type: string, bytes: Uint8Array): Promise<IconPixels | null> {
  const picture = type === 'png' ? await pngPixels(bytes) : type === 'ico' ? await icoPixels(bytes) : undefined;
  return picture ? pixelFacts(picture) : null;
}
