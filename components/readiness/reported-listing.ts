import type { LinkSight, ListingCounts } from '../../lib/kernel/evidence-listing.ts';
import { emptyDraft, type ListingDraft } from '../../lib/kernel/listing.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { linksStillTold } from '../../lib/preview/readiness/links-still-told.ts';
import { toldListing } from '../../lib/preview/readiness/told-listing.ts';
import { draftOf } from '../../lib/storage/listing-drafts.ts';

/** What a report holds of a listing: what was told, and the pages that were looked at. */
export interface ReportedListing {
  readonly draft: ListingDraft;
  /** Of the texts as they were typed, which the report holds without what is private in them; null where no listing was told. */
  readonly counts: ListingCounts | null;
  readonly links: readonly LinkSight[];
}

/** Reads it with care: nobody knows who wrote a report that was opened from a file, so exchanges count that stand among its exchanges. */
export function reportedListing(report: Report): ReportedListing {
  const told = toldListing(report);
  if (told === null) return { draft: emptyDraft, counts: null, links: [] };
  return {
    draft: draftOf(told.draft),
    counts: told.counts,
    links: told.links.filter(({ exchange }) => exchange === null || report.exchanges.includes(exchange)),
  };
}

/** Those of the pages that are still the ones that the author names. */
export function linksOf(draft: ListingDraft, reported: ReportedListing): readonly LinkSight[] {
  return linksStillTold(reported.links, draft);
}
