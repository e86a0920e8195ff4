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
  /** Null where no page came, or one of another kind (a PDF, plain text). */
  readonly page: LinkPage | null;
}

/** What a page shows of itself without being drawn. */
export interface LinkPage {
  /** Characters that people can read; of long pages, those at its beginning. */
  readonly textLength: number;
  readonly asksForPassword: boolean;
  /** It is drawn by a program of its own: what stands in it before is not what people see. */
  readonly hasScript: boolean;
}

/** What the author told of the listing, and what was seen of the pages that it names. */
export interface ListingEvidence {
  readonly draft: ListingDraft;
  readonly descriptionFaults: readonly DescriptionFault[];
  /** Those pages alone that were looked at. */
  readonly links: readonly LinkSight[];
}
