import { mostPictureBytes, type SeenPicture } from '../kernel/picture.ts';

/** A picture as a probe saw it. */
export type PictureBytes = Omit<SeenPicture, 'base64'>;

/** Holds the pictures of one run, in memory alone. */
export interface PictureKeeper {
  keep(about: PictureBytes, bytes: Uint8Array): void;
  /** As many as `mostPictureBytes` lets, Google’s answers before all others: they are what Claude shows. */
  kept(): readonly SeenPicture[];
}

/** Makes one. The same picture twice is held once. */
export function createPictureKeeper(): PictureKeeper {
  const held: { readonly about: PictureBytes; readonly bytes: Uint8Array }[] = [];
  return {
    keep(about, bytes) {
      if (!held.some((one) => isSame(one.about, about) && areSame(one.bytes, bytes))) held.push({ about, bytes });
    },
    kept() {
      let room: number = mostPictureBytes;
      const googleFirst = [...held].sort((a, b) => rank(a.about) - rank(b.about));
      return googleFirst.flatMap(({ about, bytes }) => {
        if (bytes.length > room) return [];
        room -= bytes.length;
        return [{ ...about, base64: base64Of(bytes) }];
      });
    },
  };
}

function rank({ from }: PictureBytes): number {
  return from === 'google' ? 0 : 1;
}

function isSame(one: PictureBytes, other: PictureBytes): boolean {
  return (
    one.url === other.url &&
    one.from === other.from &&
    one.asked?.domain === other.asked?.domain &&
    one.asked?.size === other.asked?.size
  );
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** In parts: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
