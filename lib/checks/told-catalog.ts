import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { accountCheck } from './account/account.ts';
import { faultsCheck } from './claude/faults.ts';
import { limitsCheck } from './limits/limits.ts';

/** Checks of what is only told: by the person about their account, and by what Claude showed. */
export const toldChecks: readonly AnyCheck[] = [accountCheck, limitsCheck, faultsCheck];

/** Words, severity and sources of their codes. */
export const toldCodeDefinitions: Readonly<Partial<Record<FindingCode, CodeDefinition>>> = Object.assign(
  {},
  ...toldChecks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Partial<Record<FindingCode, CodeDefinition>>;
