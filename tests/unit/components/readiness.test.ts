import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf, reportedListing } from '../../../components/readiness/reported-listing.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import { emptyDraft, type ListingDraft } from '../../../lib/kernel/listing.ts';
import { listingCounts } from '../../../lib/parsing/listing-counts.ts';
import { listingNeeds, lookedAtLinks } from '../../../lib/permissions/listing-needs.ts';
import { readiness } from '../../../lib/preview/readiness/readiness.ts';
import { sampleReport, sampleResponse } from '../report/sample-report.ts';

const draft: ListingDraft = {
  ...emptyDraft,
  documentationUrl: ' https://acme.dev/docs ',
  privacyPolicyUrl: 'https://acme.dev/docs',
  supportContact: 'help@acme.dev',
};

describe('the pages of a listing', () => {
  it('are those with https addresses, each once', () => {
    expect(lookedAtLinks(draft).map(({ href }) => href)).toEqual(['https://acme.dev/docs']);
    expect(lookedAtLinks({ ...draft, supportContact: 'https://help.acme.dev' })).toHaveLength(2);
    expect(
      lookedAtLinks({ ...emptyDraft, documentationUrl: 'http://acme.dev', supportContact: 'mailto:a@b.de' }),
    ).toEqual([]);
  });

  it('need their hosts, and in Firefox what shows how they are redirected', () => {
    expect(listingNeeds(draft, 'chromium')).toEqual({ origins: ['https://acme.dev/*'], permissions: [] });
    expect(listingNeeds(draft, 'firefox')).toEqual({ origins: ['https://acme.dev/*'], permissions: ['webRequest'] });
  });
});

describe('what a report holds of a listing', () => {
  const exchange = sampleResponse({ id: 'e1', status: 200, url: 'https://acme.dev/docs' });
  const page = { textLength: 500, asksForPassword: false, hasScript: false };
  const sight = {
    which: 'documentation',
    url: 'https://acme.dev/docs',
    exchange: { exchange: 'e1' },
    refused: null,
    page,
  };
  const holding = (value: Json) =>
    sampleReport({ exchanges: [exchange], evidence: { 'directory-listing': { status: 'observed', value } } });
  const told = draft as unknown as Json;
  const counts = listingCounts(draft) as unknown as Json;

  it('is nothing where nothing was told', () => {
    expect(reportedListing(sampleReport())).toEqual({ draft: emptyDraft, counts: null, links: [] });
  });

  it('is what was told, with the pages that were looked at', () => {
    const listing = reportedListing(holding({ draft: told, counts, descriptionFaults: [], links: [sight] }));
    expect(listing.draft).toEqual(draft);
    expect(listing.links).toMatchObject([{ which: 'documentation', exchange: { id: 'e1' } }]);
  });

  it('says nothing of a page when another one is named since', () => {
    const listing = reportedListing(holding({ draft: told, counts, descriptionFaults: [], links: [sight] }));
    expect(linksOf(draft, listing)).toHaveLength(1);
    expect(linksOf({ ...draft, documentationUrl: 'https://acme.dev/other' }, listing)).toEqual([]);
  });

  it('still says what was seen of a page whose address the report holds without its secret', () => {
    const listing = reportedListing(
      holding({
        draft: { ...emptyDraft, documentationUrl: 'https://acme.dev/docs?token=redacted-token-2' } as unknown as Json,
        counts,
        descriptionFaults: [],
        links: [{ ...sight, url: 'https://acme.dev/docs?token=redacted-token-2' }],
      }),
    );
    const typed = { ...draft, documentationUrl: 'https://acme.dev/docs?token=abcdefSECRET' };
    expect(linksOf(typed, listing)).toHaveLength(1);
    expect(linksOf({ ...typed, documentationUrl: 'https://acme.dev/help?token=abcdefSECRET' }, listing)).toEqual([]);
  });

  it('takes no exchange that does not stand among the exchanges', () => {
    const forged = { ...sight, exchange: { kind: 'response', status: 200 } };
    expect(reportedListing(holding({ draft: told, counts, descriptionFaults: [], links: [forged] })).links).toEqual([]);
  });

  it('never keeps the checklist from being shown, whatever stands there', () => {
    const listing = fc.record(
      {
        draft: fc.oneof(fc.constant(told), fc.jsonValue()),
        counts: fc.oneof(fc.constant(counts), fc.jsonValue()),
        descriptionFaults: fc.oneof(fc.constant([]), fc.jsonValue()),
        links: fc.oneof(fc.array(fc.oneof(fc.constant(sight), fc.jsonValue())), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(listing, (value) => {
        const report = holding(value as unknown as Json);
        const reported = reportedListing(report);
        const judged = readiness(report, { draft: reported.draft, links: linksOf(reported.draft, reported) });
        expect(judged.rows.length).toBeGreaterThan(20);
      }),
    );
  });
});
