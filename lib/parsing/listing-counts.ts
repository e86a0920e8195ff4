import type { ListingCounts, NameHazard, ToldAddress } from '../kernel/evidence-listing.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import { codePoints } from './code-points.ts';
import { exampleCount } from './example-count.ts';
import { nameHazards } from './name-hazards.ts';
import { inOneLine } from './one-line.ts';

/** Counts what a listing’s rows are judged by, in the texts as they were typed. */
export function listingCounts(draft: ListingDraft): ListingCounts {
  const name = draft.name.trim();
  return {
    characters: {
      name: codePoints(name),
      tagline: codePoints(draft.tagline.trim()),
      description: codePoints(draft.description.trim()),
    },
    nameHazards: nameHazards(name).map((kind) => ({ kind, part: partOf(name, kind) })),
    examples: exampleCount(draft.description),
    addresses: {
      documentation: addressKind(draft.documentationUrl),
      privacy: addressKind(draft.privacyPolicyUrl),
      support: addressKind(draft.supportContact),
    },
  };
}

function partOf(name: string, hazard: NameHazard): string {
  const character = [...name].find((each) => nameHazards(each).includes(hazard)) ?? name;
  if (hazard !== 'control-character') return inOneLine(character, 20);
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function addressKind(told: string): ToldAddress {
  const text = told.trim();
  if (text === '') return 'none';
  if (/^[^\s@:/]{1,64}@[^\s@:/]+\.[^\s@:/.]{2,63}$/.test(text.replace(/^mailto:/i, ''))) return 'mail';
  if (!URL.canParse(text)) return 'other';
  const { protocol, username, password } = new URL(text);
  if (protocol === 'http:') return 'http';
  return protocol === 'https:' && username === '' && password === '' ? 'https' : 'other';
}
