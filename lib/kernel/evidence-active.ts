import type { DocumentAttempt } from './evidence-documents.ts';
import type { Exchange } from './exchange.ts';
import type { Json } from './json.ts';

/**
 * What a registration was sent as. `claude`: Claude's client metadata. `without-claude-callback`: the same with another https
 * callback, to tell what a refusal was about. `loopback`: Claude Code's loopback callbacks.
 */
export type RegisteredAs = 'claude' | 'without-claude-callback' | 'loopback';

/** A registration (RFC 7591) that was sent. */
export interface RegistrationAttempt {
  readonly as: RegisteredAs;
  readonly exchange: Exchange;
  /** The answer as JSON, secrets redacted; null when it was none. */
  readonly answer: Json;
  /** The client was made there: the answer was 2xx with a client_id. */
  readonly made: boolean;
}

/** The registrations of a run, in the order in which they were sent. */
export interface Registration {
  /** The endpoint (redacted). */
  readonly url: string;
  /** Why it was not asked, else null. */
  readonly refused: DocumentAttempt['refused'];
  readonly attempts: readonly RegistrationAttempt[];
}

/**
 * What became of a client that we registered (RFC 7592). `not-offered`: the answer named no way to remove it.
 * `foreign-address`: it named an address that is not the authorization server's own, so the token was not sent there.
 * `unsendable-token`: no header can carry the token that the answer gave for it.
 */
export interface RegistrationRemoval {
  readonly as: RegisteredAs;
  readonly client?: LeftClient;
  readonly outcome: 'removed' | 'refused' | 'not-offered' | 'foreign-address' | 'unsendable-token';
  readonly exchange: Exchange | null;
}

/** A client that we made, and the endpoint (redacted) at which it was made. */
export interface LeftClient {
  readonly id: string;
  readonly url: string;
}

/** Where the client id of a request came from; `made-up` where there was none. */
export type ClientIdFrom = 'given' | 'metadata-document' | 'registered' | 'made-up';

/** A form of a page. */
export interface PageForm {
  /** Absolute (redacted). */
  readonly action: string;
  readonly method: 'get' | 'post' | 'dialog';
  readonly asksForPassword: boolean;
}

/** The page at which the authorization request ended. */
export interface SignInPage {
  /** Redacted. */
  readonly url: string;
  readonly title: string;
  readonly forms: readonly PageForm[];
  readonly hasScript: boolean;
  /** The serialized Content-Security-Policy of each header and meta element; those that only report are left out. */
  readonly policies: readonly string[];
}

/** An OAuth error as an answer or an address names it (redacted). */
export interface NamedError {
  readonly code: string;
  readonly description: string;
}

/**
 * The authorization request as Claude makes it, followed like a browser does, up to the first page. `end`:
 * - `page`: an answer that is no redirect. `callback`: a redirect to Claude's callback, which was not followed.
 * - `error-address`: a redirect to another address that carries an OAuth error; it was not followed either.
 * - `refused-hop`: a redirect to an address that must not be asked. `too-many-hops`, `failed`: no page was reached.
 */
export interface AuthorizationPage {
  readonly clientId: Exclude<ClientIdFrom, 'made-up'>;
  readonly hops: readonly Exchange[];
  readonly end: 'page' | 'callback' | 'error-address' | 'refused-hop' | 'too-many-hops' | 'failed';
  /** Why the endpoint itself was not asked, else null. */
  readonly refused: DocumentAttempt['refused'];
  /** The address (redacted) of a `refused-hop` that is not Claude's, and why it was not asked. */
  readonly refusedHop?: { readonly url: string; readonly refused: NonNullable<DocumentAttempt['refused']> };
  /** The error in the address of the last redirect. */
  readonly error: NamedError | null;
  readonly page: SignInPage | null;
}

/** The token endpoint, asked with a made-up code. */
export interface TokenRequest {
  readonly clientId: ClientIdFrom;
  /** How the client made itself known. */
  readonly authenticated: 'none' | 'client_secret_post' | 'client_secret_basic';
  /** The endpoint (redacted). */
  readonly url: string;
  readonly refused: DocumentAttempt['refused'];
  readonly exchange: Exchange | null;
  /** The answer as JSON, secrets redacted; null when it was none. */
  readonly answer: Json;
}
