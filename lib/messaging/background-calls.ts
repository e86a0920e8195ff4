import type { NameLookup } from '../kernel/ports.ts';
import type { SignInReturn } from '../kernel/sign-in-port.ts';

/**
 * What the engine's document cannot do itself and asks of the background. All of it is about requests that the engine makes: each of
 * them carries a marker as its URL's fragment, which never leaves the browser.
 */
export interface BackgroundCalls {
  /**
   * Waits until requests to this URL are allowed. `declined` when the person goes on without; at once when it is settled already.
   * While it waits, the run counts as `needs-permission`.
   */
  permission(request: { readonly runId: string; readonly url: string }): Promise<'granted' | 'declined'>;
  /** Sets the headers that fetch cannot set, for requests of ours with this method and URL, until `unshape`. */
  shape(request: RequestShape): Promise<void>;
  unshape(request: { readonly marker: string }): Promise<void>;
  /** What the browser saw of the marked request: once it is over, or what there is after `patienceMs`. Null when nothing was seen. */
  record(request: { readonly marker: string; readonly patienceMs: number }): Promise<RequestRecord | null>;
  /** Opens the browser's authentication window. */
  visit(request: { readonly url: string; readonly runId: string }): Promise<SignInReturn>;
  /** The address to which that window comes back. */
  redirectUrl(request: Record<string, never>): Promise<string>;
  /** The browser's own resolver; null where it has none to offer (Chromium). */
  lookup(request: { readonly hostname: string }): Promise<NameLookup | null>;
}

export interface RequestShape {
  readonly marker: string;
  readonly method: string;
  /** Without fragment. */
  readonly url: string;
  readonly userAgent: string;
  /** Null: no Origin is sent, as from a program that is no browser. */
  readonly origin: string | null;
}

/** One request as `webRequest` saw it. */
export interface RequestRecord {
  readonly url: string;
  readonly redirect: { readonly status: number; readonly to: string } | null;
  /** Null when no response came. */
  readonly status: number | null;
  /** As the server sent them, before other extensions; lower-case names, repeated ones in order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly ip: string | null;
  readonly fromCache: boolean;
  /** The browser's own word for a failure (`net::ERR_…`, `NS_ERROR_…`, a sentence about a certificate). */
  readonly error: string | null;
  /** Whether it was let out at all: false when something in this browser blocked it before. */
  readonly wasSent: boolean;
}
