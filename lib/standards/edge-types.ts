/**
 * What stands before a server, or in its place.
 * - `challenge`: a page that wants to see a browser. `block`: a refusal by a firewall or a rule.
 * - `login-wall`: a sign-in page or gateway of its own, before the server's. `rate-limit`: too many requests for the edge.
 * - `tunnel-offline`, `tunnel-interstitial`: a tunnel without its server; a tunnel's warning page.
 * - `gateway`: the edge or hosting platform is up and the app behind it is not.
 */
export type EdgeKind =
  'challenge' | 'block' | 'login-wall' | 'rate-limit' | 'tunnel-offline' | 'tunnel-interstitial' | 'gateway';

/** Signs by which an answer is recognized: all members that are given must hold. */
export interface EdgeMark {
  readonly status?: readonly number[];
  /** Response headers by lower-case name; `.` stands for any value. */
  readonly headers?: Readonly<Record<string, RegExp>>;
  /** Looked for in the first 16 KiB of the body. */
  readonly body?: RegExp;
  /** The address that answered, or one that a redirect led to. */
  readonly address?: RegExp;
}

/** One thing that a product does to requests, how it is recognized, and what to change. */
export interface Edge {
  readonly kind: EdgeKind;
  /** The product's name, as its makers write it. */
  readonly vendor: string;
  /** One of these is enough. */
  readonly marks: readonly EdgeMark[];
  /** The setting to change, in the product's own words: a full sentence. */
  readonly setting: string;
}
