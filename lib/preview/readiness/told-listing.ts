import { inEnglish } from '../../i18n/in-english.ts';
import type { LinkSight, ListingEvidence } from '../../kernel/evidence-listing.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import { emptyDraft, type ListingDraft } from '../../kernel/listing.ts';
import { observed } from '../../kernel/observation.ts';
import type { Report } from '../../kernel/report.ts';
import { listingCounts } from '../../parsing/listing-counts.ts';
import { hydrateEvidence } from '../../report/data/evidence-codec.ts';
import { createRedactor } from '../../report/redaction/redact.ts';
import { linksStillTold } from './links-still-told.ts';
import { readiness } from './readiness.ts';

/** The listing that a report was made with or that was told later; null where there is none, or where what stands there is none. */
export function toldListing(report: Report): ListingEvidence | null {
  const kept = observed(hydrateEvidence(report.evidence, report.exchanges)['directory-listing']);
  return kept !== undefined && isSound(kept) ? { ...kept, draft: { ...emptyDraft, ...kept.draft } } : null;
}

/**
 * A listing that is told now, beside a saved report, as a report would hold it: its description is read, its texts are counted as they
 * were typed and kept without what is private in them, and what the report saw of the same addresses stays. Nobody is asked.
 */
export async function listingToldNow(report: Report, draft: ListingDraft): Promise<ListingEvidence> {
  const { readDescription } = await import('../../parsing/description.ts');
  const { faults } = readDescription(draft.description);
  const told = createRedactor().json({ draft, counts: listingCounts(draft), descriptionFaults: faults });
  return { ...told, links: linksStillTold(toldListing(report)?.links ?? [], draft) };
}

/** The member `readiness` of a report, in English: views say it again in the reader’s language. */
export function readinessMember(report: Report): Json {
  const listing = toldListing(report);
  if (listing === null) return null;
  return JSON.parse(JSON.stringify(inEnglish(() => readiness(report, listing)))) as Json;
}

/** A report may come from anywhere. */
function isSound(value: unknown): value is ListingEvidence {
  if (!isJsonObject(value)) return false;
  const { draft, counts, descriptionFaults, links } = value as { readonly [member: string]: unknown };
  return (
    isDraft(draft) &&
    areCounts(counts) &&
    Array.isArray(descriptionFaults) &&
    descriptionFaults.every(
      (fault: unknown) =>
        stringMember(fault, 'kind') !== undefined &&
        stringMember(fault, 'text') !== undefined &&
        isJsonObject(fault) &&
        typeof fault['line'] === 'number',
    ) &&
    Array.isArray(links) &&
    links.every(isLink)
  );
}

const texts = [
  'name',
  'tagline',
  'description',
  'documentationUrl',
  'privacyPolicyUrl',
  'supportContact',
] as const satisfies readonly (keyof ListingDraft)[];

function isDraft(value: unknown): value is ListingDraft {
  if (!isJsonObject(value)) return false;
  const { categories, confirmed, screenshots } = value as { readonly [member: string]: Json | undefined };
  return (
    texts.every((member) => typeof value[member] === 'string') &&
    [categories, confirmed].every(
      (list) => Array.isArray(list) && (list as readonly Json[]).every((each) => typeof each === 'string'),
    ) &&
    Array.isArray(screenshots) &&
    (screenshots as readonly Json[]).every(
      (shot) => isJsonObject(shot) && typeof shot['name'] === 'string' && typeof shot['width'] === 'number',
    )
  );
}

function areCounts(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { characters, nameHazards, examples, addresses } = value;
  return (
    isJsonObject(characters) &&
    ['name', 'tagline', 'description'].every((member) => typeof characters[member] === 'number') &&
    Array.isArray(nameHazards) &&
    (nameHazards as readonly Json[]).every(
      (hazard) => stringMember(hazard, 'kind') !== undefined && stringMember(hazard, 'part') !== undefined,
    ) &&
    typeof examples === 'number' &&
    ['documentation', 'privacy', 'support'].every((which) => stringMember(addresses, which) !== undefined)
  );
}

function isLink(value: unknown): value is LinkSight {
  if (!isJsonObject(value)) return false;
  const { which, url, page, exchange } = value as { readonly [member: string]: Json | undefined };
  const isPage = page === null || (isJsonObject(page) && typeof page['textLength'] === 'number');
  const isExchange = exchange === null || (isJsonObject(exchange) && typeof exchange['kind'] === 'string');
  return (
    ['documentation', 'privacy', 'support'].includes(String(which)) && typeof url === 'string' && isPage && isExchange
  );
}
