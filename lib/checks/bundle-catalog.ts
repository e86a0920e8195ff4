import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { archiveCheck } from './bundle/archive.ts';
import { iconCheck } from './bundle/icon.ts';
import { bundleListingCheck } from './bundle/listing.ts';
import { manifestCheck } from './bundle/manifest.ts';
import { privacyCheck } from './bundle/privacy.ts';
import { toolHintsCheck } from './bundle/tool-hints.ts';

/** Every check of a bundle: what keeps it from being installed first. No check of a connector is among them. */
export const bundleChecks: readonly AnyCheck[] = [
  archiveCheck,
  manifestCheck,
  privacyCheck,
  iconCheck,
  toolHintsCheck,
  bundleListingCheck,
];

/** Words, severity and sources of their codes. */
export const bundleCodeDefinitions: Readonly<Partial<Record<FindingCode, CodeDefinition>>> = Object.assign(
  {},
  ...bundleChecks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Partial<Record<FindingCode, CodeDefinition>>;
