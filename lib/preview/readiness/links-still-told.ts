import type { LinkSight } from '../../kernel/evidence-listing.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import { createRedactor } from '../../report/redaction/redact.ts';
import { toldLink } from './link-rules.ts';

/**
 * Those of the pages that were seen whose addresses are still told. What was seen is kept without what is secret in its address, so both
 * are compared without it: another secret in the same place counts as the same address.
 */
export function linksStillTold(links: readonly LinkSight[], draft: ListingDraft): readonly LinkSight[] {
  if (links.length === 0) return links;
  const redactor = createRedactor();
  const bare = (url: string): string => redactor.json(redactor.url(url)).replace(mark, '$1');
  return links.filter(({ which, url }) => bare(url) === bare(toldLink(draft, which)));
}

/** The same secret has another number where another one stands before it. */
const mark = /(redacted-[a-z]+(?:-[a-z]+)*)-\d+/g;
