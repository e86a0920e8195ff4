import type { ScreenshotFacts } from '../../lib/kernel/listing.ts';
import { screenshotFacts } from '../../lib/preview/readiness/screenshot-facts.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { mostScreenshots } from '../../lib/storage/listing-drafts.ts';
import { pictureKey, showPicture } from './shown-pictures.ts';

/** What came of pictures that were dropped or chosen. */
export interface AddedPictures {
  /** Those of before, and the new ones. */
  readonly screenshots: readonly ScreenshotFacts[];
  /** Names of files that were not looked at, since they are too large or cannot be read. */
  readonly unread: readonly string[];
}

/** Looks at the pictures one after the other, and shows them; the same picture again is no second one. */
export async function addPictures(files: readonly File[], before: readonly ScreenshotFacts[]): Promise<AddedPictures> {
  const added: ScreenshotFacts[] = [];
  const unread: string[] = [];
  for (const file of files.slice(0, mostScreenshots)) {
    const buffer = file.size > mostBytes ? null : await file.arrayBuffer().catch(() => null);
    if (buffer === null) {
      unread.push(plainLine(file.name, 120));
      continue;
    }
    const bytes = new Uint8Array(buffer);
    const facts = await screenshotFacts(bytes, file.name);
    showPicture(facts, bytes);
    added.push(facts);
  }
  const all = new Map([...before, ...added].map((facts) => [pictureKey(facts), facts]));
  return { screenshots: [...all.values()].slice(0, mostScreenshots), unread };
}

/** A screenshot has a few of them; more is held in memory for nothing. */
const mostBytes = 20_000_000;
