import type { AuthorizationServer, DocumentAttempt, Documents } from './evidence-documents.ts';
import type { Exchange } from './exchange.ts';

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
