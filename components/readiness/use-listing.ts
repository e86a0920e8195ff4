import { useState } from 'react';
import type { Report } from '../../lib/kernel/report.ts';
import { useListingDraft, useListingState, type ListingChange } from '../state/listing-store.ts';
import type { ListingDraft } from '../../lib/kernel/listing.ts';
import type { ReportedListing } from './reported-listing.ts';

/** What is told of the listing, and how to change it. */
export interface ListingAtHand {
  readonly draft: ListingDraft;
  readonly state: ReturnType<typeof useListingState>;
  readonly change: (change: ListingChange) => void;
}

/** Of our own check: as it is kept. Of somebody else’s report: as it stands there; ticks are on this page alone. */
export function useListing(report: Report, reported: ReportedListing, isOwn: boolean): ListingAtHand {
  const url = isOwn && report.target && 'url' in report.target ? report.target.url : null;
  const [kept, change] = useListingDraft(url);
  const state = useListingState(url);
  const [ticked, setTicked] = useState(reported.draft.confirmed);
  if (isOwn) return { draft: kept, state, change };
  return {
    draft: { ...reported.draft, confirmed: ticked },
    state: 'kept',
    change: (change) => {
      const { confirmed } = typeof change === 'function' ? change({ ...reported.draft, confirmed: ticked }) : change;
      if (confirmed) setTicked(confirmed);
    },
  };
}
