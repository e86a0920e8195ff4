import type { CodeDefinition } from '../../kernel/check.ts';
import { sources } from '../../knowledge/sources.ts';
import type { ListingCode } from '../../preview/readiness/listing-findings.ts';
import { listingWords as words } from '../../preview/readiness/listing-words.ts';
import { issue } from '../transport/sources.ts';

const submission = sources['docs-submission'].url;
const usual = { severity: 'warning', confidence: 'certain', step: 12, who: 'author', sources: [submission] } as const;

/** What an author means to write into the directory’s form; the words stand with the checklist, which says the same. */
export const listingCodes = {
  'listing.name-hazard': {
    ...usual,
    ...words['listing.name-hazard'],
    confidence: 'likely',
    sources: [issue('anthropics/claude-ai-mcp', 537), issue('anthropics/claude-ai-mcp', 476)],
  },
  'listing.name-too-long': { ...usual, ...words['listing.name-too-long'] },
  'listing.tagline-too-long': { ...usual, ...words['listing.tagline-too-long'] },
  'listing.description-too-long': { ...usual, ...words['listing.description-too-long'] },
  'listing.markdown-unsafe': {
    ...usual,
    ...words['listing.markdown-unsafe'],
    severity: 'problem',
    sources: [submission, sources['directory-faq'].url],
  },
  /** One row of the checklist that the listing itself does not meet; each row is a finding of its own. */
  'listing.requirement-unmet': {
    ...usual,
    ...words['listing.requirement-unmet'],
    sources: [submission, sources['docs-review-criteria'].url, sources['support-directory-policy'].url],
  },
} as const satisfies Readonly<Record<ListingCode, CodeDefinition>>;
