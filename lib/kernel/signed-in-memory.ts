import type { SignInClient, StepUp } from './evidence-signed-in.ts';
import type { JsonObject } from './json.ts';
import type { SignInWindow } from './sign-in-port.ts';

/** Where a registration is managed (RFC 7592). */
export interface ClientManagement {
  readonly url: string;
  readonly token: string;
  /** The address is the authorization server's own, so that the token may go there. */
  readonly isOwn: boolean;
}

/** The client of a sign-in as the authorization server knows it. */
export interface SignedInClient {
  readonly from: SignInClient;
  readonly id: string;
  readonly secret: string | null;
  /** Its `token_endpoint_auth_method` when a registration said so, else null. */
  readonly authMethod: string | null;
  /** Where its registration is managed (RFC 7592), when we registered it and the answer said so. */
  readonly management: ClientManagement | null;
  /** Where it was registered (redacted), when we did that. */
  readonly registeredAt?: string;
}

/** What a token endpoint issued. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
}

/** What a second sign-in, a refresh and the leaving need of the first sign-in. In memory only. */
export interface SignedInMemory {
  readonly issuer: string;
  /** The authorization server's metadata; null where only the default endpoints are there. */
  readonly metadata: JsonObject | null;
  readonly resource: string;
  readonly client: SignedInClient;
  /** The way back for a browser; null without one. */
  readonly window: SignInWindow | null;
  /** The scope that was asked for last. */
  scope: string | undefined;
  /** Tokens of an earlier sign-in in whose place others came. */
  replaced: readonly Tokens[];
  /** The one further sign-in, once a refusal wanted more scope. */
  stepUp: Promise<StepUp> | null;
}
