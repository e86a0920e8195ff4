import type { SeenPicture } from '../../kernel/picture.ts';

/** What evidence tells of a picture. */
export type PictureWanted =
  | { readonly from: 'google'; readonly asked: { readonly domain: string; readonly size: number } }
  | {
      readonly from: Exclude<SeenPicture['from'], 'google'>;
      readonly url: string;
      readonly type: string;
      readonly bytes: number;
    };

/** The place of a picture in the list; null when it was not kept. */
export type PictureFinder = (wanted: PictureWanted) => number | null;

/**
 * Finds the pictures that evidence speaks of. Of `data:` URLs evidence has the same short head for many: where several fit, each is
 * given once before one is given again.
 */
export function pictureFinder(pictures: readonly SeenPicture[]): PictureFinder {
  const given = new Set<number>();
  return (wanted) => {
    const fitting = pictures.flatMap((picture, at) => (fits(picture, wanted) ? [at] : []));
    const found = fitting.find((at) => !given.has(at)) ?? fitting[0];
    if (found === undefined) return null;
    given.add(found);
    return found;
  };
}

function fits(picture: SeenPicture, wanted: PictureWanted): boolean {
  if (wanted.from === 'google') {
    const { domain, size } = wanted.asked;
    return picture.from === 'google' && picture.asked?.domain === domain && picture.asked.size === size;
  }
  const { from, url, type, bytes } = wanted;
  return picture.from === from && picture.url === url && picture.type === type && bytesOf(picture) === bytes;
}

function bytesOf({ base64 }: SeenPicture): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
