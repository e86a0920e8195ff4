import type {
  DescriptionFault,
  DescriptionFaultKind,
  ListingEvidence,
  NameHazard,
} from '../../kernel/evidence-listing.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Values } from '../../kernel/finding.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { listingLimits } from '../../standards/directory-limits.ts';
import { listingRows, listingRowState, type ListingRow } from './listing-rules.ts';

export type ListingCode = Extract<FindingCode, `listing.${string}`>;

/** Something in a listing that does not hold; the values fill the words of its code. */
export interface ListingFinding {
  readonly code: ListingCode;
  readonly row: 'name' | 'tagline' | 'description' | ListingRow;
  readonly values: Values;
}

/** Everything in a listing that does not hold, as far as it was told and looked at. */
export function listingFindings(listing: ListingEvidence): readonly ListingFinding[] {
  return [
    ...nameHazard(listing),
    ...tooLong(listing, 'name'),
    ...tooLong(listing, 'tagline'),
    ...tooLong(listing, 'description'),
    ...unsafeMarkdown(listing.descriptionFaults),
    ...listingRows.flatMap((row) => {
      const said = listingRowState(row, listing);
      return said.state === 'unmet' ? [{ code: 'listing.requirement-unmet' as const, row, values: said.values }] : [];
    }),
  ];
}

function nameHazard({ draft, counts }: ListingEvidence): readonly ListingFinding[] {
  const [first, ...others] = counts.nameHazards;
  if (first === undefined) return [];
  const values = { name: inOneLine(draft.name, 100), hazard: hazardWords[first.kind], part: first.part };
  return [{ code: 'listing.name-hazard', row: 'name', values: { ...values, more: others.length } }];
}

/** As the words of the code call them. */
const hazardWords: Readonly<Record<NameHazard, string>> = {
  apostrophe: 'apostrophe',
  quote: 'quote',
  emoji: 'emoji',
  'control-character': 'control',
  'non-ascii': 'letter',
};

function tooLong({ counts }: ListingEvidence, member: keyof typeof listingLimits): readonly ListingFinding[] {
  const count = counts.characters[member];
  const limit = listingLimits[member];
  return count > limit ? [{ code: `listing.${member}-too-long`, row: member, values: { count, limit } }] : [];
}

function unsafeMarkdown(faults: readonly DescriptionFault[]): readonly ListingFinding[] {
  const [first] = faults.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return [];
  const values = { fault: faultWords[first.kind], part: first.text, line: first.line, more: faults.length - 1 };
  return [{ code: 'listing.markdown-unsafe', row: 'description', values }];
}

/** As the words of the code call them; the gravest first. */
const faultWords: Readonly<Record<DescriptionFaultKind, string>> = {
  script: 'script',
  'unsafe-link': 'link',
  'hidden-text': 'hidden',
  'raw-html': 'html',
  'data-image': 'data',
  'remote-image': 'image',
  'insecure-link': 'plain',
};

const order = Object.keys(faultWords);

function rank({ kind }: DescriptionFault): number {
  return order.indexOf(kind);
}
