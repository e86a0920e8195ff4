import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';

/** Every check of a look at this browser: what lies deepest first. */
export const browserChecks: readonly AnyCheck[] = [];

/**
 * Words, severity and sources of the codes that a look at this browser can report. Two of them stand in the catalogue of connectors as
 * well, with the same meaning in other words: there the connector is spoken of, and here Claude.
 */
export const browserCodeDefinitions: Readonly<Partial<Record<FindingCode, CodeDefinition>>> = Object.assign(
  {},
  ...browserChecks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Partial<Record<FindingCode, CodeDefinition>>;
