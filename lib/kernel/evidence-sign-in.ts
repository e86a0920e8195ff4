import type { AuthorizationServer, DocumentAttempt, Documents } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { Json } from './json.ts';

/** An endpoint that the authorization server's metadata names, asked with GET: that writes nothing. */
export interface EndpointLook {
  readonly role: 'authorization' | 'token' | 'registration';
  /** As the metadata names it (redacted). */
  readonly url: string;
  /** Null when it was not asked: `refused` says why. */
  readonly exchange: Exchange | null;
  readonly refused: DocumentAttempt['refused'];
}

/** The sign-in that the first call leads to, where connecting and listing need none. */
export interface CallSignIn {
  /** The address in the call's challenge, when it is another, before the well-known ones. */
  readonly resource: Documents;
  /** Null when the resource metadata names none. */
  readonly server: AuthorizationServer | null;
}

/** A registration (RFC 7591) that was sent, and what became of it. */
export interface RegistrationAttempt {
  /**
   * `claude`: Claude's client metadata with its callback. `loopback`: Claude Code's loopback callbacks.
   * `without-claude-callback`: like `claude`, with another https callback, to tell what a refusal was about.
   */
  readonly as: 'claude' | 'loopback' | 'without-claude-callback';
  readonly exchange: Exchange;
  /** The parsed answer, secrets redacted; null when it was not JSON. */
  readonly answer: Json;
  /** Removal by RFC 7592. `not-offered`: the answer named no way to remove it, so it stays. `nothing`: nothing was registered. */
  readonly removal: 'removed' | 'failed' | 'not-offered' | 'nothing';
  readonly removalExchange: Exchange | null;
}

/** The authorization request as Claude makes it, up to the first page. */
export interface AuthorizationPage {
  /** Where the client id came from. */
  readonly clientId: 'given' | 'metadata-document' | 'registered';
  readonly parameters: readonly string[];
  /** Each hop up to the first page, or up to a redirect to the callback (which is not followed). */
  readonly hops: readonly Exchange[];
  /** How it ended: a page, a redirect to the callback with a code or with an error, or neither. */
  readonly end: 'page' | 'callback-code' | 'callback-error' | 'refused-hop' | 'too-many-hops' | 'failed';
  /** `error` and `error_description` of a redirect to the callback. */
  readonly error: { readonly code: string; readonly description: string } | null;
  /** Content-Security-Policy of the page: headers, and meta elements in its HTML. */
  readonly policies: readonly string[];
}
