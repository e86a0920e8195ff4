import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import { bundle, manifest, type Contents } from './bundle-parts.ts';

/** A bundle, everything that is found in it, and why the official tool sees it otherwise, where it does. */
export interface BundleCase {
  readonly file: () => Uint8Array<ArrayBuffer>;
  /** Without the note that the directory takes no bundles, which every bundle that can be opened gets. */
  readonly codes: readonly FindingCode[];
  /** What the finding of the first code says, in part. */
  readonly says?: string;
  readonly disagreement?: string;
}

/** Bundles by their names. */
export type BundleCases = Readonly<Record<string, BundleCase>>;

/** A bundle with a manifest that was changed. */
export function bundleChanged(change: (whole: JsonObject) => JsonObject, more: Contents = {}): Uint8Array<ArrayBuffer> {
  return bundle({ 'manifest.json': JSON.stringify(change(manifest()), null, 2), ...more });
}

/** The member that says what is started. */
export function server(): JsonObject {
  return manifest()['server'] as JsonObject;
}

/** A text as it is in a file. */
export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** One after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}
