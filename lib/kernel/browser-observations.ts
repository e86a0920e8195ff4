import type { BrowserEvidenceMap } from './evidence-browser.ts';
import type { Observation } from './observation.ts';

/** One of the things that a look at this browser brings back. */
export type BrowserEvidenceKey = keyof BrowserEvidenceMap;

/** What a look at this browser brought back. */
export type BrowserObservations = { readonly [K in BrowserEvidenceKey]: Observation<BrowserEvidenceMap[K]> };

const keys: Readonly<Record<BrowserEvidenceKey, true>> = {
  browser: true,
  reach: true,
  'page-traffic': true,
  'page-integrity': true,
  'page-copy': true,
  'site-settings': true,
  'claude-status': true,
  extensions: true,
  bisect: true,
};

/** All of them, in the order in which a report has them. */
export const browserEvidenceKeys = Object.keys(keys) as readonly BrowserEvidenceKey[];
