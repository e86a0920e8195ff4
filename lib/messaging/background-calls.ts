import type { Headers } from '../kernel/exchange.ts';
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
  /** Sets the headers that fetch cannot set, for the request of ours that carries this marker, until `unshape`. */
  shape(request: RequestShape): Promise<void>;
  /** Takes back what `shape` set, and forgets what was seen of the request. */
  unshape(request: { readonly marker: string }): Promise<void>;
  /**
   * What the browser saw of the marked request: as soon as the head of the answer was there (`head`) or the request is over, or what
   * there is after `patienceMs`. Null when nothing was seen.
   */
  record(request: {
    readonly marker: string;
    readonly until: 'head' | 'end';
    readonly patienceMs: number;
  }): Promise<RequestRecord | null>;
  /** Opens the browser's authentication window. */
  visit(request: { readonly url: string; readonly runId: string }): Promise<SignInReturn>;
  /** The address to which that window comes back. */
  redirectUrl(request: Record<string, never>): Promise<string>;
  /** The browser's own resolver; null where it has none to offer (Chromium). */
  lookup(request: { readonly hostname: string }): Promise<NameLookup | null>;
}

export interface RequestShape {
  /** `cd-` and digits: the URL's fragment. */
  readonly marker: string;
  /** Headers that fetch cannot set (User-Agent, Origin, Cookie), by lower-case name. */
  readonly set: Headers;
  /** Names, in lower case, of the headers that the request carries itself. What a browser adds of its own is taken away. */
  readonly carried: readonly string[];
}

/** One request as `webRequest` saw it. */
export interface RequestRecord {
  /** Without the marker. It differs from what was asked where the browser went to https by itself (HSTS). */
  readonly url: string;
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
