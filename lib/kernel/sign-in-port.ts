/** What became of the person's visit to the authorization server. */
export type SignInReturn =
  /** `url` is the address with its answer; what a form posted there stands in its query, and `method` says so. */
  | { readonly kind: 'returned'; readonly url: string; readonly method: 'GET' | 'POST' }
  /** `closed`: the person closed it or did not come back in time. `unavailable`: nothing could be opened. */
  | {
      readonly kind: 'failed';
      readonly because: 'closed' | 'unavailable' | 'aborted';
      readonly detail: string;
      /** What came in its place and was ignored: an answer with another state than the one that was sent, or with none. */
      readonly ignored?: 'other-state' | 'no-state';
    };

/** A place to which an authorization server can send the person back. */
export interface SignInWindow {
  /** The redirect URI, fixed for the life of this window. */
  readonly redirectUrl: string;
  /** Nobody comes here but from this visit: no old tab, and no other program of the machine. */
  readonly isPrivate: boolean;
  /**
   * Leads the person to the authorization server and waits until it sends them back. Never rejects. Where `url` has a `state` and the
   * place is not private, only an answer with the same one counts.
   * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
   */
  visit(url: string, signal: AbortSignal): Promise<SignInReturn>;
  close(): Promise<void>;
}

/** Lets the person sign in: a browser and a loopback listener on the command line, an authentication window in an extension. */
export interface SignInPort {
  /** Rejects when there is no place to come back to. */
  open(): Promise<SignInWindow>;
}
