import type { FindingCode } from '../../../kernel/finding-code.ts';

/** What a check looks at, in two short phrases without a full stop, for lists of what was and what could not be checked. */
export interface CheckPhrases {
  /** What was seen to be fine: true whenever the code stands among the passed ones, and no more than was seen. */
  readonly passed: string;
  /** What would be looked at, as an indirect question. */
  readonly question: string;
}

/** The codes of some families. */
export type CodeOf<Family extends string> = Extract<FindingCode, `${Family}.${string}`>;

/** Phrases for each of some codes. */
export type PhrasesOf<Code extends FindingCode> = Readonly<Record<Code, CheckPhrases>>;

/** The codes that speak of how a sign-in is asked for and of its documents; the other ones speak of who is let in and how. */
export type AuthDocumentCode = Extract<
  FindingCode,
  | `auth.${'challenge' | 'prm' | 'default' | 'as' | 'issuer' | 'endpoint' | 'pkce' | 'grant' | 'response'}-${string}`
  | `auth.${'scope' | 'offline' | 'iss'}-${string}`
>;
