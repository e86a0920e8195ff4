import { browser, type Browser } from 'wxt/browser';
import { emptyDraft, type ListingDraft, type ScreenshotFacts } from '../kernel/listing.ts';

/** What is kept of one connector's listing. */
export interface KeptListing {
  readonly draft: ListingDraft;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The page that wrote it, and how many times it had written: so it knows its own words when they come back. */
  readonly writer: string;
  readonly turn: number;
}

/** Texts are no longer than this, also while they are typed (UTF-16 code units). */
export const mostDraftText = 20_000;
/** Connectors whose listings are kept: of more, those that were changed last. */
const mostListings = 50;
/** Pictures whose facts are kept of one connector. */
export const mostScreenshots = 20;

/** What is kept for the connector at this address (as reports have it); null when there is nothing that can be read. */
export async function readListing(url: string): Promise<KeptListing | null> {
  const key = keyOf(url);
  return key === null ? null : keptOf((await browser.storage.local.get(key))[key]);
}

/**
 * Keeps it; a draft in which nothing was told is forgotten. Begun at once, so that a page that closes may call it. Rejects when the
 * browser's storage is full.
 */
export async function writeListing(url: string, kept: KeptListing): Promise<void> {
  const key = keyOf(url);
  if (key === null) return;
  if (isUntold(kept.draft)) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: { ...kept, draft: draftOf(kept.draft) } });
}

/** Forgets the listings beyond the newest ones. */
export async function dropOldListings(): Promise<void> {
  const kept = Object.entries(await browser.storage.local.get(null)).flatMap(([key, value]) =>
    key.startsWith(prefix) ? [{ key, updatedAt: keptOf(value)?.updatedAt ?? 0 }] : [],
  );
  const old = kept.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(mostListings);
  if (old.length > 0) await browser.storage.local.remove(old.map(({ key }) => key));
}

/** Forgets all of them. */
export async function dropListings(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(prefix));
  if (keys.length > 0) await browser.storage.local.remove(keys);
}

/** Calls back with each later change of a connector's listing, null when it was forgotten, until the function that it returns is called. */
export function watchListings(onChange: (url: string, kept: KeptListing | null) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    if (area !== 'local') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(prefix)) onChange(key.slice(prefix.length), keptOf(newValue));
    }
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** A draft out of anything: what is no part of one is left out, and what is longer or more than is kept is cut. */
export function draftOf(value: unknown): ListingDraft {
  const told = membersOf(value);
  return {
    name: textOf(told['name']),
    tagline: textOf(told['tagline']),
    description: textOf(told['description']),
    categories: textsOf(told['categories'], mostCategories),
    documentationUrl: textOf(told['documentationUrl'], mostLine),
    privacyPolicyUrl: textOf(told['privacyPolicyUrl'], mostLine),
    supportContact: textOf(told['supportContact'], mostLine),
    confirmed: textsOf(told['confirmed'], mostConfirmed),
    screenshots: Array.isArray(told['screenshots'])
      ? told['screenshots'].slice(0, mostScreenshots).flatMap(screenshotOf)
      : emptyDraft.screenshots,
  };
}

/** True when nothing was told. */
export function isUntold(draft: ListingDraft): boolean {
  return Object.values(draft).every((member: string | readonly unknown[]) => member.length === 0);
}

const prefix = 'listing:';
const mostUrl = 4_096;
/** Addresses, categories, names of files and ids. */
const mostLine = 2_000;
const mostCategories = 20;
const mostConfirmed = 200;

function keyOf(url: string): string | null {
  return url === '' || url.length > mostUrl ? null : prefix + url;
}

function keptOf(value: unknown): KeptListing | null {
  const { draft, updatedAt, writer, turn } = membersOf(value);
  if (typeof draft !== 'object' || draft === null) return null;
  return {
    draft: draftOf(draft),
    updatedAt: numberOf(updatedAt),
    writer: textOf(writer, mostLine),
    turn: numberOf(turn),
  };
}

function screenshotOf(value: unknown): readonly ScreenshotFacts[] {
  const { name, type, width, height, bytes, digest } = membersOf(value);
  if (typeof name !== 'string') return [];
  return [
    {
      name: textOf(name, mostLine),
      type: typeof type === 'string' ? textOf(type, mostLine) : null,
      width: numberOf(width),
      height: numberOf(height),
      bytes: numberOf(bytes),
      ...(typeof digest === 'string' && { digest: textOf(digest, 64) }),
    },
  ];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Never half of a character of two code units. */
function textOf(value: unknown, most = mostDraftText): string {
  if (typeof value !== 'string') return '';
  return value.length <= most ? value : value.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

function textsOf(value: unknown, most: number): readonly string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.slice(0, most).flatMap((each) => (typeof each === 'string' ? [textOf(each, mostLine)] : []));
  return [...new Set(texts)];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
}
