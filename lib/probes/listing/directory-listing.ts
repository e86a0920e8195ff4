import { defineProbe, Unavailable } from '../../kernel/probe.ts';

/**
 * What the author told of the listing: its description is read, and the pages that it names are looked at. It asks the connector
 * nothing; a quick run only leaves out its look at the pages.
 */
export const directoryListing = defineProbe({
  key: 'directory-listing',
  after: [],
  plan: 'walk',
  async collect(context) {
    const listing = context.options.listing ?? null;
    if (listing === null) return new Unavailable('not-asked');
    const { listingEvidence } = await import('./look-at-links.ts');
    return listingEvidence(listing, context, { withLinks: context.options.plans.includes('side') });
  },
});
