import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { listingCheck } from './listing/listing.ts';

/** Checks of what an author means to write into the directory’s form: only where a listing was told. */
export const listingChecks: readonly AnyCheck[] = [listingCheck];

/** Words, severity and sources of their codes. */
export const listingCodeDefinitions: Readonly<Partial<Record<FindingCode, CodeDefinition>>> = Object.assign(
  {},
  ...listingChecks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Partial<Record<FindingCode, CodeDefinition>>;
