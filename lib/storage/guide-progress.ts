import { browser, type Browser } from 'wxt/browser';
import { guideIds } from '../guides/guide-id.ts';
import type { GuideId } from '../guides/guide-id.ts';
import type { GuideProgress } from '../help/guide-life.ts';

const prefix = 'guide:';

/** Every guide that was begun, the one that was worked on last first. */
export async function readGuideProgress(): Promise<readonly GuideProgress[]> {
  return sorted(
    Object.entries(await browser.storage.local.get(null)).flatMap(([key, value]) => progressOf(key, value)),
  );
}

/** Calls back with all of them once they were read, and whenever one has changed, until the function that it returns is called. */
export function watchGuideProgress(onChange: (all: readonly GuideProgress[]) => void): () => void {
  let reads = 0;
  let watching = true;
  const tell = async (): Promise<void> => {
    reads += 1;
    const mine = reads;
    const all = await readGuideProgress();
    // A later reading knows more.
    if (watching && mine === reads) onChange(all);
  };
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) void tell();
  };
  browser.storage.onChanged.addListener(listener);
  void tell();
  return () => {
    watching = false;
    browser.storage.onChanged.removeListener(listener);
  };
}

/** Keeps how far a guide is, one for each guide. Rejects when the browser's storage is full. */
export async function writeGuideProgress(progress: GuideProgress): Promise<void> {
  await browser.storage.local.set({ [prefix + progress.guide]: progress });
}

/** Forgets how far a guide is. */
export async function dropGuideProgress(guide: GuideId): Promise<void> {
  await browser.storage.local.remove(prefix + guide);
}

/** Forgets every guide that was begun. */
export async function dropAllGuideProgress(): Promise<void> {
  await browser.storage.local.remove(guideIds.map((guide) => prefix + guide));
}

function sorted(all: readonly GuideProgress[]): readonly GuideProgress[] {
  return all.toSorted((a, b) => b.updatedAt - a.updatedAt || a.guide.localeCompare(b.guide));
}

/** What an earlier version wrote may lack members, or be of a guide that is gone: it counts as not begun. */
function progressOf(key: string, value: unknown): readonly GuideProgress[] {
  if (!key.startsWith(prefix) || typeof value !== 'object' || value === null) return [];
  const kept = value as Partial<Record<keyof GuideProgress, unknown>>;
  const isWhole =
    guideIds.some((guide) => guide === kept.guide && key === prefix + guide) &&
    (kept.phase === 'open' || kept.phase === 'left' || kept.phase === 'done') &&
    (kept.current === null || typeof kept.current === 'string') &&
    typeof kept.updatedAt === 'number' &&
    typeof kept.currentSince === 'number' &&
    Array.isArray(kept.takenBack) &&
    isObject(kept.ticks) &&
    isObject(kept.connector);
  return isWhole ? [value as GuideProgress] : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
