import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { ListingEvidence } from '../../kernel/evidence-listing.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import { listingFindings, type ListingCode } from '../../preview/readiness/listing-findings.ts';
import { listingRows, listingRowState } from '../../preview/readiness/listing-rules.ts';
import { listingCodes } from './listing-codes.ts';

/** How would the connector stand in the directory, as its author means to list it? What was not told is not judged. */
export const listingCheck = defineCheck({
  topic: 'listing',
  needs: ['directory-listing'],
  codes: listingCodes,
  evaluate({ 'directory-listing': listing }): readonly Outcome<ListingCode>[] {
    const findings = listingFindings(listing);
    return [
      ...findings.map(({ code, row, values }) =>
        found(code, { values, evidence: [listing.links.find(({ which }) => which === row)?.exchange] }),
      ),
      skip('not-asked', ...untold(listing)),
    ];
  },
});

/** The codes for which nothing was told, or nobody looked. */
function untold(listing: ListingEvidence): readonly ListingCode[] {
  const isJudged = listingRows.some((row) => listingRowState(row, listing).state !== 'confirm');
  return [
    ...members.flatMap(([member, ...codes]) => (listing.counts.characters[member] === 0 ? codes : [])),
    ...(isJudged ? [] : (['listing.requirement-unmet'] as const)),
  ];
}

const members: readonly (readonly [keyof ListingDraft & ('name' | 'tagline' | 'description'), ...ListingCode[]])[] = [
  ['name', 'listing.name-hazard', 'listing.name-too-long'],
  ['tagline', 'listing.tagline-too-long'],
  ['description', 'listing.description-too-long', 'listing.markdown-unsafe'],
];
