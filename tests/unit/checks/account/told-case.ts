import type { AccountAnswers, ClaudeShown } from '../../../../lib/kernel/account.ts';
import { noAnswers } from '../../../../lib/kernel/account.ts';
import type { SkipReason } from '../../../../lib/kernel/finding.ts';

/** What was told, and what is to be found in it of one code. */
export interface ToldCase {
  readonly what: string;
  readonly account?: AccountAnswers;
  readonly shown?: ClaudeShown;
  /** `severity confidence` of the finding; null where it must not be found. */
  readonly found: string | null;
  readonly skipped?: SkipReason;
  readonly says?: RegExp;
  readonly fix?: RegExp;
  readonly step?: number | null;
}

export function answers(some: Partial<AccountAnswers>): AccountAnswers {
  return { ...noAnswers, ...some };
}

export function shown(sentence: string | null, rest: Partial<ClaudeShown> = {}): ClaudeShown {
  return { sentence, seemsHealthy: true, ...rest };
}

export const reach = shown(
  'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.',
);
