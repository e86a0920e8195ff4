import type { ListingDraft } from '../../lib/kernel/listing.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { Readiness } from '../../lib/preview/readiness/readiness-shape.ts';

/** Everything that the checklist shows. */
export interface ReadinessModel {
  readonly report: Report;
  readonly readiness: Readiness;
  readonly draft: ListingDraft;
  /** The run whose report it is; null for somebody else’s, with which nothing can be done but read. */
  readonly runId: string | null;
  readonly online: boolean;
  /** The browser did not keep the last change. */
  readonly isUnkept: boolean;
  /** What is under way, or became of the last click. */
  readonly deed: Deed | null;
  /** The address of a picture on this page; null where only its facts are known. */
  pictureOf(facts: ListingDraft['screenshots'][number]): string | null;
}

export type Deed =
  /** Pages are being looked at. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'looked' }
  /** The person said no to the browser’s question. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'putting-in' }
  | { readonly kind: 'put-in' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'not-copied' }
  | { readonly kind: 'saved'; readonly name: string }
  /** Names of files that were not looked at. */
  | { readonly kind: 'unread'; readonly names: readonly string[] }
  | { readonly kind: 'problem'; readonly of: 'look' | 'put-in'; readonly words: string };

/** Everything that can be done there. */
export interface ReadinessActions {
  change(patch: Partial<ListingDraft>): void;
  /** Looks at the listing’s pages; called in the click itself, since the browser asks then. */
  look(): void;
  putIn(): void;
  copy(): void;
  save(): void;
  addPictures(files: readonly File[]): void;
  removePicture(facts: ListingDraft['screenshots'][number]): void;
  /** Leads to the place of a finding. */
  showFinding(id: string): void;
  /** Leads to where name, one-liner and description are written. */
  showPreview(): void;
  /** Makes the check once more with a sign-in; null where there is none to make. */
  readonly signIn: (() => void) | null;
}
