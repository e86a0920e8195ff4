import { isJsonObject } from '../kernel/json.ts';
import { emptyDraft, type ListingDraft } from '../kernel/listing.ts';
import { listingCounts } from './listing-counts.ts';

/**
 * What was told of a listing, in today's form: reports of 2026-11-21 and before hold its texts without their counts, which are told from
 * the texts here. Anything else is given back as it is. Never throws.
 */
export function listingInTodaysForm(listing: unknown): unknown {
  if (!isJsonObject(listing) || listing['counts'] !== undefined || !isJsonObject(listing['draft'])) return listing;
  const draft = { ...emptyDraft, ...listing['draft'] };
  return areTexts(draft) ? { ...listing, counts: listingCounts(draft) } : listing;
}

function areTexts(draft: object): draft is ListingDraft {
  const { name, tagline, description, documentationUrl, privacyPolicyUrl, supportContact } = draft as ListingDraft;
  const texts: readonly unknown[] = [name, tagline, description, documentationUrl, privacyPolicyUrl, supportContact];
  return texts.every((text) => typeof text === 'string');
}
