import type { LinkPage, LinkSight, ListingEvidence } from '../../../../lib/kernel/evidence-listing.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import { emptyDraft, type ListingDraft, type ScreenshotFacts } from '../../../../lib/kernel/listing.ts';
import { listingCounts } from '../../../../lib/parsing/listing-counts.ts';
import { isSameSite } from '../../../../lib/parsing/same-site.ts';
import { exchange, failedExchange } from '../../../support/evidence-builders.ts';

/** A page that people can read. */
export const page: LinkPage = {
  textLength: 4_000,
  asksForPassword: false,
  hasScript: true,
  saysAbsent: false,
  speaksOfPrivacy: true,
};

/** A page of a listing that answers with a page. */
export function link(
  which: LinkSight['which'],
  members: Partial<LinkSight> & {
    readonly status?: number;
    readonly to?: string;
    readonly bytes?: number;
    readonly type?: string;
  } = {},
): LinkSight {
  const { status = 200, to, bytes = 5_000, type = 'text/html', ...rest } = members;
  const url = `https://acme.dev/${which}`;
  const redirects = to === undefined ? [] : [{ status: 302, from: url, to }];
  const seen: Exchange = exchange(status, '', type === '' ? {} : { 'content-type': type }, {
    url,
    redirects,
    bodyBytes: bytes,
  });
  return { which, url, exchange: seen, refused: null, isElsewhere: !isSameSite(url, to ?? url), page, ...rest };
}

export { failedExchange };

/** A listing in which nothing is wrong, changed by `members`. */
export function draft(members: Partial<ListingDraft> = {}): ListingDraft {
  return {
    ...emptyDraft,
    name: 'Acme Notes',
    tagline: 'Read and write the notes of your team.',
    description:
      'Acme Notes in Claude.\n\nExamples:\n\n- What did we decide on Monday?\n- Write up this chat.\n- Find my drafts.',
    categories: ['Productivity'],
    documentationUrl: 'https://acme.dev/documentation',
    privacyPolicyUrl: 'https://acme.dev/privacy',
    supportContact: 'https://acme.dev/support',
    ...members,
  };
}

/** The same as evidence, with all its pages looked at. */
export function listing(told: Partial<ListingDraft> = {}, members: Partial<ListingEvidence> = {}): ListingEvidence {
  return {
    draft: draft(told),
    counts: listingCounts(draft(told)),
    descriptionFaults: [],
    links: [link('documentation'), link('privacy'), link('support')],
    ...members,
  };
}

let shots = 0;

/** A picture that is as asked for, and like no other. */
export function shot(members: Partial<ScreenshotFacts> = {}): ScreenshotFacts {
  shots += 1;
  const digest = shots.toString(16).padStart(16, '0');
  return { name: 'notes.png', type: 'png', width: 1_280, height: 800, bytes: 90_000, digest, ...members };
}
