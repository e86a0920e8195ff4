import type { IconSource } from './evidence-icons.ts';

/**
 * A picture that was seen on the way, kept beside the report and never in it: evidence holds numbers alone. Its bytes are whatever
 * somebody sent, so it is shown as an `<img>` with a `data:` URL and in no other way.
 */
export interface SeenPicture {
  /** As the evidence has it (redacted; of a `data:` URL the head alone). */
  readonly url: string;
  /** `tried`: a file that the person dropped on the preview, to see how it would look. */
  readonly from: IconSource | 'google' | 'bundle' | 'tried';
  /** Of Google's favicon service: the name that was asked for, and the pixels. */
  readonly asked?: { readonly domain: string; readonly size: number };
  /** By its bytes, as `IconImage.type` has it. */
  readonly type: string;
  readonly base64: string;
}

/** Bytes of all pictures of one run together; what comes after is not kept. */
export const mostPictureBytes = 1_500_000;
