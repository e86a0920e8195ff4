import type { ScreenshotFacts } from '../../lib/kernel/listing.ts';
import { screenshotFacts } from '../../lib/preview/readiness/screenshot-facts.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { mostScreenshots } from '../../lib/storage/listing-drafts.ts';
import { pictureKey } from './shown-pictures.ts';

/** What came of pictures that were dropped or chosen. */
export interface ReadPictures {
  readonly read: readonly ReadPicture[];
  /** Names of files that were not looked at: too large, more than are kept, or nothing that can be read. */
  readonly unread: readonly string[];
}

interface ReadPicture {
  readonly facts: ScreenshotFacts;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Looks at pictures one after the other. */
export async function readPictures(files: readonly File[]): Promise<ReadPictures> {
  const read: ReadPicture[] = [];
  const unread = files.slice(mostScreenshots).map(({ name }) => plainLine(name, 120));
  for (const file of files.slice(0, mostScreenshots)) {
    const buffer = file.size > mostBytes ? null : await file.arrayBuffer().catch(() => null);
    if (buffer === null) {
      unread.push(plainLine(file.name, 120));
      continue;
    }
    const bytes = new Uint8Array(buffer);
    read.push({ facts: await screenshotFacts(bytes, file.name), bytes });
  }
  return { read, unread };
}

/** Those of before and the new ones, as many as are kept; the same picture again is no second one. */
export function withPictures(before: readonly ScreenshotFacts[], { read }: ReadPictures): readonly ScreenshotFacts[] {
  const all = new Map([...before, ...read.map(({ facts }) => facts)].map((facts) => [pictureKey(facts), facts]));
  return [...all.values()].slice(0, mostScreenshots);
}

/** A screenshot has a few of them; more is held in memory for nothing. */
const mostBytes = 20_000_000;
