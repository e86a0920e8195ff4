import type { Exchange } from './exchange.ts';
import type { ListingDraft } from './listing.ts';
import type { RefusedAddress } from './refused-address.ts';

/** What in a description Claude could not or should not show. */
export type DescriptionFaultKind =
  'raw-html' | 'script' | 'unsafe-link' | 'insecure-link' | 'remote-image' | 'data-image' | 'hidden-text';

export interface DescriptionFault {
  readonly kind: DescriptionFaultKind;
  /** What stands there, in one line, at most 100 characters. */
  readonly text: string;
  /** Where it begins in the Markdown, counted from 1. */
  readonly line: number;
}

/** A page of the listing that was asked for. */
export interface LinkSight {
  readonly which: 'documentation' | 'privacy' | 'support';
  /** Redacted. */
  readonly url: string;
  /** Null when it was not asked: `refused` says why. */
  readonly exchange: Exchange | null;
  readonly refused: RefusedAddress;
  /** It led to a host under another registrable name. */
  readonly isElsewhere: boolean;
  /** Null where no page came, or one of another kind (a PDF, a picture). */
  readonly page: LinkPage | null;
}

/** What a page shows of itself without being drawn. */
export interface LinkPage {
  /** Characters that people can read; of long pages, those at its beginning. */
  readonly textLength: number;
  readonly asksForPassword: boolean;
  /** It is drawn by a program of its own: what stands in it before is not what people see. */
  readonly hasScript: boolean;
  /** Its title, its first heading or a text of a few words says that nothing is there (any more). */
  readonly saysAbsent: boolean;
  /** Its title, or what stands outside of its links, speaks of privacy or of personal data. */
  readonly speaksOfPrivacy: boolean;
}

/** What in a connector’s name was reported to break its tools, or is easily taken for something else. */
export type NameHazard = 'apostrophe' | 'quote' | 'emoji' | 'non-ascii' | 'control-character';

/** What was told where an address is asked for. */
export type ToldAddress = 'none' | 'mail' | 'https' | 'http' | 'other';

/**
 * What was counted in a listing as it was typed. A report keeps its texts without what is private in them, so that they are longer or
 * shorter there.
 */
export interface ListingCounts {
  /** Code points, without the blanks around. */
  readonly characters: { readonly name: number; readonly tagline: number; readonly description: number };
  readonly nameHazards: readonly {
    readonly kind: NameHazard;
    /** The first character that has it; of one that cannot be seen, its number. */
    readonly part: string;
  }[];
  /** Examples that the description lists. */
  readonly examples: number;
  readonly addresses: Readonly<Record<LinkSight['which'], ToldAddress>>;
}

/** What the author told of the listing, and what was seen of the pages that it names. */
export interface ListingEvidence {
  /** Redacted in a report. */
  readonly draft: ListingDraft;
  readonly counts: ListingCounts;
  readonly descriptionFaults: readonly DescriptionFault[];
  /** Those pages alone that were looked at. */
  readonly links: readonly LinkSight[];
}
