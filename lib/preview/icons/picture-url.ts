import type { SeenPicture } from '../../kernel/picture.ts';

/**
 * The address by which an `<img>` shows a picture: `data:` with a MIME type of our own list, whatever was named where it came from, and
 * base64 alone behind it. What is no base64 gives an empty picture; of an unknown type it is announced as a PNG, which runs nothing.
 */
export function pictureUrl({ type, base64 }: Pick<SeenPicture, 'type' | 'base64'>): string {
  const mediaType = Object.hasOwn(mediaTypes, type) ? mediaTypes[type] : undefined;
  return `data:${mediaType ?? 'image/png'};base64,${/[^A-Za-z0-9+/=]/.test(base64) ? '' : base64}`;
}

/** By what `IconImage.type` says of the bytes. */
const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  heic: 'image/heic',
};
