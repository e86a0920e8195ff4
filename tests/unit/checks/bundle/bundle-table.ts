import { brokenArchives, harmfulArchives } from './archive-cases.ts';
import type { BundleCases } from './bundle-case.ts';
import { listingCases } from './listing-cases.ts';
import { manifestCases } from './manifest-cases.ts';

/** Every bundle of the table, by its name. */
export const bundleTable: BundleCases = { ...brokenArchives, ...harmfulArchives, ...manifestCases, ...listingCases };
