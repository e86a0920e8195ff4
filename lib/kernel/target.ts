/** What somebody typed or pasted, understood as far as it can be. Everything here is free of secrets and may be stored. */
export interface TypedTarget {
  /** The text as typed, secrets redacted, at most 2,048 characters. */
  readonly text: string;
  readonly kind: 'url' | 'local-server-config' | 'invalid';
  /** What was done to read it, in order, e.g. a scheme was put before a bare host name. */
  readonly cleaned: readonly Cleaning[];
  /** What stands in a pasted text and was not used. */
  readonly ignored: IgnoredParts;
  /** For a local server: what it was recognized by. */
  readonly localServer: 'json-config' | 'command' | 'file-path' | null;
  /** The piece of text that stands for something to be filled in (`<your-host>`, `example.com`), else null. */
  readonly placeholder: string | null;
  /** Why it is no URL, in one clause, else null. */
  readonly problem: string | null;
  /** The parts of the URL, null unless `kind` is `url`. */
  readonly url: TypedUrl | null;
}

/** Counts alone: what was left aside may be secret. */
export interface IgnoredParts {
  /** Addresses besides the one that was taken. */
  readonly addresses: number;
  /** Request headers, in a configuration or a command. */
  readonly headers: number;
}

export type Cleaning =
  'trimmed' | 'scheme-added' | 'taken-from-json' | 'taken-from-command' | 'joined-lines' | 'percent-decoded';

/** A typed URL in parts, secrets redacted, names of secret query parameters kept. */
export interface TypedUrl {
  /** The URL as the person would recognize it (redacted, with its trailing slash and fragment). */
  readonly href: string;
  /** `https:`, `http:`, … */
  readonly scheme: string;
  /** Lower case, punycode, IPv6 literals without brackets. */
  readonly hostname: string;
  /** 443 and 80 are filled in for https and http; null for other schemes without a port. */
  readonly port: number | null;
  readonly hasUserinfo: boolean;
  /** Names of query parameters that look like credentials. */
  readonly credentialParameters: readonly string[];
  readonly hasFragment: boolean;
  /** The path ends in a slash and is longer than it. Claude strips that slash. */
  readonly hasTrailingSlash: boolean;
  /** The host name as it was written differs from ASCII, or is punycode. */
  readonly unicodeHostname: string | null;
}

/** The connector under examination, with its secrets: lives in memory during a run, never in evidence. */
export interface Target {
  readonly typed: TypedTarget;
  /** The URL that the walk posts to: without fragment, userinfo and the trailing slash that Claude strips. */
  readonly endpoint: string;
  /** The same with the trailing slash, when one was typed; else null. */
  readonly slashEndpoint: string | null;
  /** The person said that this server is not public yet (`--local`). */
  readonly local: boolean;
  /** The target itself is private (or `local`), so private addresses in its answers may be asked as well. */
  readonly privateAllowed: boolean;
}
