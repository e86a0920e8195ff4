import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { DescriptionFault, DescriptionFaultKind, ListingEvidence } from '../../kernel/evidence-listing.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { codePoints } from '../../preview/listing/code-points.ts';
import { nameHazards } from '../../preview/listing/name-hazards.ts';
import type { NameHazard } from '../../preview/preview.ts';
import { listingRows, listingRowState } from '../../preview/readiness/listing-rules.ts';
import { listingLimits } from '../../standards/directory-limits.ts';
import { listingCodes } from './listing-codes.ts';

type Code = keyof typeof listingCodes;

/** How would the connector stand in the directory, as its author means to list it? What was not told is not judged. */
export const listingCheck = defineCheck({
  topic: 'directory-listing',
  needs: ['directory-listing'],
  codes: listingCodes,
  evaluate: ({ 'directory-listing': listing }) => [
    ...nameHazard(listing.draft),
    ...tooLong(listing.draft, 'name'),
    ...tooLong(listing.draft, 'tagline'),
    ...tooLong(listing.draft, 'description'),
    ...unsafeMarkdown(listing),
    ...requirements(listing),
  ],
});

function nameHazard({ name }: ListingDraft): readonly Outcome<Code>[] {
  const told = name.trim();
  if (told === '') return [skip('not-asked', 'listing.name-hazard')];
  const [first, ...others] = nameHazards(told);
  if (first === undefined) return [];
  const values = { name: inOneLine(told, 100), hazard: hazardWords[first], part: partOf(told, first) };
  return [found('listing.name-hazard', { values: { ...values, more: others.length } })];
}

/** As the words of the code call them. */
const hazardWords: Readonly<Record<NameHazard, string>> = {
  apostrophe: 'apostrophe',
  quote: 'quote',
  emoji: 'emoji',
  'control-character': 'control',
  'non-ascii': 'letter',
};

/** The first character that has this hazard; of what cannot be seen, its number. */
function partOf(name: string, hazard: NameHazard): string {
  const character = [...name].find((each) => nameHazards(each).includes(hazard)) ?? name;
  if (hazard !== 'control-character') return inOneLine(character, 20);
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function tooLong(draft: ListingDraft, member: keyof typeof listingLimits): readonly Outcome<Code>[] {
  const code = `listing.${member}-too-long` as const;
  const told = draft[member].trim();
  if (told === '') return [skip('not-asked', code)];
  const count = codePoints(told);
  const limit = listingLimits[member];
  return count > limit ? [found(code, { values: { count, limit } })] : [];
}

function unsafeMarkdown({ draft, descriptionFaults }: ListingEvidence): readonly Outcome<Code>[] {
  if (draft.description.trim() === '') return [skip('not-asked', 'listing.markdown-unsafe')];
  const [first] = descriptionFaults.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return [];
  const values = { fault: faultWords[first.kind], part: first.text, line: first.line };
  return [found('listing.markdown-unsafe', { values: { ...values, more: descriptionFaults.length - 1 } })];
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

function requirements({ draft, links }: ListingEvidence): readonly Outcome<Code>[] {
  const code = 'listing.requirement-unmet';
  const states = listingRows.map((row) => ({ row, said: listingRowState(row, draft, links) }));
  const unmet = states.flatMap(({ row, said }) =>
    said.state === 'unmet'
      ? [found(code, { values: said.values, evidence: [links.find(({ which }) => which === row)?.exchange] })]
      : [],
  );
  if (unmet.length > 0) return unmet;
  return states.some(({ said }) => said.state === 'met') ? [] : [skip('not-asked', code)];
}
