import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { emptyDraft, type ListingDraft } from '../../lib/kernel/listing.ts';
import {
  draftOf,
  dropOldListings,
  readListing,
  watchListings,
  writeListing,
  type KeptListing,
} from '../../lib/storage/listing-drafts.ts';

/** A connector's listing on this page. */
interface Listing {
  readonly draft: ListingDraft;
  /** What was changed here and is not on its way to storage yet. */
  readonly unwritten: Partial<ListingDraft>;
  /** What is kept was read: before that nothing is written over it. */
  readonly isRead: boolean;
  /** The last change is on this page alone: the browser did not keep it. */
  readonly isUnkept: boolean;
}

/** New members; or a function of what stands there when they come to be written, for what took a while to be read. */
export type ListingChange = Partial<ListingDraft> | ((now: ListingDraft) => Partial<ListingDraft>);

type Listings = Readonly<Record<string, Listing>>;

const store = createStore<Listings>(() => ({}));
const untouched: Listing = { draft: emptyDraft, unwritten: {}, isRead: false, isUnkept: false };

/**
 * What the author tells of the listing of the connector at this address (as its report has it), and how to change it: shown at once,
 * kept soon after, and the same in every tab. Without an address it lives as long as what shows it.
 */
export function useListingDraft(
  url: string | null,
): readonly [draft: ListingDraft, change: (change: ListingChange) => void] {
  const [own, setOwn] = useState(emptyDraft);
  const kept = useStore(store, (all) => (url === null ? untouched : listingIn(all, url)).draft);
  useEffect(() => (url === null ? undefined : mirrorListing(url)), [url]);
  const change = useCallback(
    (wanted: ListingChange): void => {
      if (url === null) setOwn((before) => draftOf({ ...before, ...patchOf(wanted, before) }));
      else changeListing(url, wanted);
    },
    [url],
  );
  return [url === null ? own : kept, change];
}

/** `unkept`: the last change stands on this page alone, since the browser did not keep it. */
export function useListingState(url: string | null): 'reading' | 'kept' | 'unkept' {
  return useStore(store, (all) => {
    if (url === null) return 'kept';
    const { isRead, isUnkept } = listingIn(all, url);
    return isUnkept ? 'unkept' : isRead ? 'kept' : 'reading';
  });
}

/** Long enough for the next letter, too short to be missed. */
const quietTime = 400;
const me = crypto.randomUUID();
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let isWatching = false;

function mirrorListing(url: string): undefined {
  watchOnce();
  void readListing(url)
    .catch(() => null)
    .then((kept) => {
      adopt(url, kept);
    });
}

/** For as long as the page is open: what other tabs write, and the last words before it goes. */
function watchOnce(): void {
  if (isWatching) return;
  isWatching = true;
  watchListings(adopt);
  window.addEventListener('pagehide', writeAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeAll();
  });
}

function patchOf(change: ListingChange, now: ListingDraft): Partial<ListingDraft> {
  return typeof change === 'function' ? change(now) : change;
}

function changeListing(url: string, change: ListingChange): void {
  const before = listingIn(store.getState(), url);
  const patch = patchOf(change, before.draft);
  keepHere(url, {
    ...before,
    draft: draftOf({ ...before.draft, ...patch }),
    unwritten: { ...before.unwritten, ...patch },
  });
  writeSoon();
}

/** What storage holds, with what was typed since. Our own words come back later than they were typed: newer ones stay. */
function adopt(url: string, kept: KeptListing | null): void {
  if (kept !== null && kept.writer === me && kept.turn < turn) return;
  const before = listingIn(store.getState(), url);
  keepHere(url, { ...before, isRead: true, draft: draftOf({ ...(kept?.draft ?? emptyDraft), ...before.unwritten }) });
  if (!before.isRead) writeSoon();
}

function writeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(writeAll, quietTime);
}

function writeAll(): void {
  clearTimeout(timer);
  for (const [url, listing] of Object.entries(store.getState())) {
    if (listing.isRead && Object.keys(listing.unwritten).length > 0) void write(url, listing);
  }
}

async function write(url: string, { draft, unwritten }: Listing): Promise<void> {
  keepHere(url, { ...listingIn(store.getState(), url), unwritten: {} });
  turn += 1;
  const isKept = await writeListing(url, { draft, updatedAt: Date.now(), writer: me, turn }).then(
    () => true,
    () => false,
  );
  const now = listingIn(store.getState(), url);
  // What the browser did not keep is still to be written: another tab's change must not take it away.
  keepHere(url, { ...now, isUnkept: !isKept, ...(!isKept && { unwritten: { ...unwritten, ...now.unwritten } }) });
  if (isKept) await dropOldListings().catch(() => undefined);
}

function keepHere(url: string, listing: Listing): void {
  store.setState({ [url]: listing });
}

function listingIn(all: Listings, url: string): Listing {
  return all[url] ?? untouched;
}
