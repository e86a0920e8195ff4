import type { ScreenshotFacts } from '../../lib/kernel/listing.ts';

/**
 * The pictures behind the facts, for as long as the page is open: they are shown and never kept. The type is one of our own list,
 * whatever the file calls itself; nothing else is shown as a picture.
 */
const shown = new Map<string, string>();

/** How a picture is told from others: by its bytes where somebody has looked at them. */
export function pictureKey({ name, bytes, digest }: ScreenshotFacts): string {
  return digest ?? `${bytes} ${name}`;
}

/** Shows a picture from now on, where its kind is one that browsers draw without running anything. */
export function showPicture(facts: ScreenshotFacts, bytes: Uint8Array<ArrayBuffer>): void {
  const type = facts.type === null ? undefined : drawnTypes[facts.type];
  if (type === undefined || shown.has(pictureKey(facts))) return;
  shown.set(pictureKey(facts), URL.createObjectURL(new Blob([bytes], { type })));
}

/** Its address on this page; null where it is not there (any more). */
export function shownPicture(facts: ScreenshotFacts): string | null {
  return shown.get(pictureKey(facts)) ?? null;
}

/** Lets go of it. */
export function hidePicture(facts: ScreenshotFacts): void {
  const url = shown.get(pictureKey(facts));
  if (url === undefined) return;
  URL.revokeObjectURL(url);
  shown.delete(pictureKey(facts));
}

const drawnTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};
