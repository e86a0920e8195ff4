/**
 * What an author means to write into the directory's form, and what Claude shows of it. Told, and kept on this machine; an empty text is
 * one that was not told.
 * @see https://claude.com/docs/connectors/building/submission
 */
export interface ListingDraft {
  readonly name: string;
  /** The one-liner below the name. */
  readonly tagline: string;
  /** Markdown. */
  readonly description: string;
  readonly categories: readonly string[];
  readonly documentationUrl: string;
  readonly privacyPolicyUrl: string;
  /** An https address or an e-mail address. */
  readonly supportContact: string;
  /** Ids of the requirements that the author ticked. */
  readonly confirmed: readonly string[];
  /** Of MCP Apps. */
  readonly screenshots: readonly ScreenshotFacts[];
}

/** What the bytes of a picture show that the author means to submit. */
export interface ScreenshotFacts {
  /** The file's name. */
  readonly name: string;
  /** By its bytes; null when it is no image that is known here. */
  readonly type: string | null;
  /** Pixels; 0 where they could not be read. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** The beginning of its SHA-256 in hexadecimal, by which copies are known; left out where nobody has looked at its bytes. */
  readonly digest?: string;
}

/** Nothing told yet. */
export const emptyDraft: ListingDraft = {
  name: '',
  tagline: '',
  description: '',
  categories: [],
  documentationUrl: '',
  privacyPolicyUrl: '',
  supportContact: '',
  confirmed: [],
  screenshots: [],
};
