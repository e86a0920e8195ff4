import { isJsonObject } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { documentIn } from '../auth/fetch-document.ts';
import { fetchThroughAsk, type RecordedFetch } from './fetch-through-ask.ts';

/** A recorded `fetch` of a token endpoint. */
export interface TokenFetch extends RecordedFetch {
  /** Optional members of the last token response that were null. */
  nulls(): readonly string[];
}

/**
 * Makes a `fetch` of a token endpoint. Optional members that are null are left out before the answer is read: the official client
 * package would refuse the whole answer for one, and what lies behind the sign-in can be seen nevertheless.
 */
export function fetchTokens(context: Pick<ProbeContext<never>, 'ask' | 'target'>): TokenFetch {
  const recorded = fetchThroughAsk(context, 9);
  let nulls: readonly string[] = [];
  return {
    ...recorded,
    nulls: () => nulls,
    async fetch(input, init) {
      nulls = [];
      const answer = await recorded.fetch(input, init);
      const document = documentIn(recorded.lastText());
      if (!answer.ok || !isJsonObject(document)) return answer;
      nulls = optionalMembers.filter((member) => document[member] === null);
      if (nulls.length === 0) return answer;
      const kept = Object.entries(document).filter(([member]) => !nulls.includes(member));
      return new Response(JSON.stringify(Object.fromEntries(kept)), { status: answer.status, headers: answer.headers });
    },
  };
}

const optionalMembers = ['refresh_token', 'scope', 'expires_in', 'id_token'] as const;
