import type { AccountAnswers, ToldEvidenceMap } from '../../kernel/account.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import type { Observation } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/** What was told, as checks see it. */
export type ToldObservations = { readonly [K in keyof ToldEvidenceMap]?: Observation<ToldEvidenceMap[K]> };

/** What the members `account` and `claude` of a report tell; null where neither tells anything. */
export function toldEvidence(
  account: Partial<AccountAnswers> | null,
  claude: Json,
  seemsHealthy: boolean,
): ToldObservations | null {
  const answers = account && withoutGaps(account);
  const isTold = answers !== null && Object.values(answers).some((answer) => answer !== null);
  const shown = isJsonObject(claude) ? claude : null;
  if (!isTold && shown === null) return null;
  return {
    ...(isTold && { account: { status: 'observed', value: answers } }),
    ...(shown && {
      'claude-shown': { status: 'observed', value: { sentence: line(shown, 'sentence', 1_000), seemsHealthy } },
    }),
  };
}

function withoutGaps({ plan, role, goal, hasCustom, serverLog }: Partial<AccountAnswers>): AccountAnswers {
  return {
    plan: plan ?? null,
    role: role ?? null,
    goal: goal ?? null,
    hasCustom: hasCustom ?? null,
    serverLog: serverLog ?? null,
  };
}

function line(shown: Json, name: string, longest: number): string | null {
  const text = stringMember(shown, name);
  return text === undefined || text.trim() === '' ? null : inOneLine(text, longest);
}
