import type { RegistrationRemoval, NamedError } from './evidence-active.ts';
import type { Exchange } from './exchange.ts';

/** How the client of a sign-in came to its id. */
export type SignInClient = 'given' | 'metadata-document' | 'registered';

/** Where a sign-in ended before there was a token. */
export type SignInStage = 'client' | 'registration' | 'authorization' | 'token';

/**
 * Why a sign-in ended before there was a token.
 * - `client`: `only-documents` (client ID metadata documents are the only way, and nobody hosts one for us), `no-way` (none at all).
 * - `not-asked`: the address is one that must not be asked. `unreachable`: no HTTP response.
 * - `refused`: an OAuth error, or an HTTP status of refusal. `unreadable`: the answer is not what the stage promises.
 * - `incompatible`: the metadata rules out the authorization code flow with PKCE.
 * - `authorization`: `page` (without a browser, a page waits for a person), `no-code` (it came back with neither code nor error),
 *   `wrong-state`, `wrong-issuer` (RFC 9207), `too-many-hops`, `closed` (the person did not come back), `no-window`.
 */
export type SignInFault =
  | 'only-documents'
  | 'no-way'
  | 'not-asked'
  | 'unreachable'
  | 'refused'
  | 'unreadable'
  | 'incompatible'
  | 'page'
  | 'no-code'
  | 'wrong-state'
  | 'wrong-issuer'
  | 'too-many-hops'
  | 'closed'
  | 'no-window';

export interface SignInFailure {
  readonly stage: SignInStage;
  readonly why: SignInFault;
  /** The OAuth error as it was named (redacted), else null. */
  readonly error: NamedError | null;
  /**
   * In words, redacted, on one line; may be empty. For `wrong-state` it is `missing` or `other`; for `closed`, what was ignored:
   * `other-state`, `no-state` or nothing. For `no-window` it begins with `port N` where that port could not be listened on.
   */
  readonly detail: string;
}

/** A claim compared with what was expected. `alike`: another spelling of the same address, such as a slash at its end. */
export type ClaimMatch = 'ours' | 'alike' | 'other' | 'missing';

/** What a JWT says of where it is meant to be used, compared before it was forgotten. */
export interface TokenClaims {
  readonly audience: ClaimMatch;
  readonly issuer: ClaimMatch;
  readonly time: 'valid' | 'expired' | 'not-yet';
}

/** `empty`: there is none. `unsendable`: it holds characters that no header can carry. */
export type TokenForm = 'sendable' | 'empty' | 'unsendable';

/** What a token response said besides the tokens. */
export interface IssuedToken {
  readonly type: string;
  /** Seconds, as stated; null when nothing was. */
  readonly expiresIn: number | null;
  /** Null when nothing was stated: then it is what was asked for. */
  readonly scope: string | null;
  readonly hasRefreshToken: boolean;
  /** Null for a token that is opaque to us. */
  readonly claims: TokenClaims | null;
  /** Whether a header can carry the access token. Not known of older reports. */
  readonly form?: TokenForm;
  /** Of the access token, in UTF-16 code units. Not known of older reports. */
  readonly length?: number;
  /** Members of the response that were null, and were left out before it was read. Not known of older reports. */
  readonly nulls?: readonly string[];
}

/** One sign-in, from the client id to the token. Every exchange of it that took place stands in it. */
export interface SignIn {
  /** Null when there was no way to one. */
  readonly client: SignInClient | null;
  readonly by: 'browser' | 'redirects';
  /** The scope that was asked for. */
  readonly scope: string | null;
  readonly registration: Exchange | null;
  /** The way from the authorization endpoint to the callback; empty when a browser went it. */
  readonly hops: readonly Exchange[];
  /** How the browser came back, or the redirect that led there; null when nothing did. */
  readonly returnedBy: 'GET' | 'POST' | null;
  readonly tokenAnswer: Exchange | null;
  readonly issued: IssuedToken | null;
  readonly failure: SignInFailure | null;
}

/** A request that the token's scope did not suffice for, and the one further sign-in that followed. */
export interface StepUp {
  readonly asked: 'initialize' | 'discover' | 'list' | 'call';
  readonly refused: Exchange;
  /** What the challenge asked for; null when it named no scope. */
  readonly wanted: string | null;
  readonly signIn: SignIn;
}

/** One use of the refresh token. */
export interface RefreshRound {
  readonly exchange: Exchange | null;
  readonly failure: Omit<SignInFailure, 'stage'> | null;
  readonly issued: IssuedToken | null;
  /** A new refresh token came in place of the one that was used. */
  readonly rotated: boolean;
}

/** The refresh token, used twice: the second time shows whether the first left a working one. */
export interface Refresh {
  readonly rounds: readonly RefreshRound[];
  /** A request for the tools with the newest access token; null when it was not sent. */
  readonly used: Exchange | null;
}

/** What was done so that nothing of the sign-in stays. */
export interface Leaving {
  /** Tokens were there to give back. Not known of older reports. */
  readonly hadTokens?: boolean;
  /** Null where there was no token, or no revocation endpoint is offered (or it must not be asked). */
  readonly revocations: readonly { readonly what: 'access' | 'refresh'; readonly exchange: Exchange }[] | null;
  /** Of the client that was registered for the sign-in; null when none was. */
  readonly removal: Omit<RegistrationRemoval, 'as'> | null;
}
