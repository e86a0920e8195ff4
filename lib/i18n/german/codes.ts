import type { CodeWords } from '../../kernel/check.ts';

/** Words of finding codes in German, as ICU messages over the finding’s values. */
export const germanCodes: Readonly<Record<string, CodeWords>> = {};
