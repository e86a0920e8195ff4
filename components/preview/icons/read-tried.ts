import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import { readIconImage } from '../../../lib/parsing/icon-image.ts';
import type { Pixels } from '../../../lib/parsing/icon-pixels.ts';
import { pictureUrl } from '../../../lib/preview/icons/picture-url.ts';
import { triedIcon, type TriedIcon } from '../../../lib/preview/icons/tried-icon.ts';

const mostBytes = 1024 * 1024;

/** Reads a file that was dropped or chosen, in this page alone. The problem is a sentence for people. */
export async function readTried(file: File): Promise<Result<SeenPicture>> {
  if (file.size > mostBytes) {
    return { ok: false, problem: say('This file is larger than 1 MiB: an icon needs much less.') };
  }
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return { ok: false, problem: say('The browser could not read it: it may have been moved.') };
  const bytes = new Uint8Array(buffer);
  const image = await readIconImage(bytes);
  if (!image) {
    return {
      ok: false,
      problem: say('This file is no picture that is known here. Take a PNG, ICO, SVG, JPEG or WebP.'),
    };
  }
  return { ok: true, value: { url: file.name, from: 'tried', type: image.type, base64: base64Of(bytes) } };
}

/** How that picture would do. Null where it is none. */
export async function judgeTried(picture: SeenPicture): Promise<TriedIcon | null> {
  const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0));
  const image = await readIconImage(bytes);
  return image && triedIcon(image, await drawnPixels(picture).catch(() => null));
}

/** More than an icon’s size tells nothing more of it. */
const mostPixels = 256;
/** For a drawing that names no size. */
const usualSide = 128;

/** The browser draws it, as it draws any `<img>`; what it draws is read back. Rejects where it cannot. */
async function drawnPixels(picture: SeenPicture): Promise<Pixels | null> {
  const drawn = new Image();
  drawn.src = pictureUrl(picture);
  await drawn.decode();
  const [ownWidth, ownHeight] = [drawn.naturalWidth || usualSide, drawn.naturalHeight || usualSide];
  const scale = Math.min(1, mostPixels / Math.max(ownWidth, ownHeight));
  const width = Math.max(1, Math.round(ownWidth * scale));
  const height = Math.max(1, Math.round(ownHeight * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(drawn, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    at(x, y) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4);
      return [red, green, blue, alpha];
    },
  };
}

/** In parts: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
