import type { StepNumber } from './step.ts';

/** Why no HTTP response came. The names are ours; each platform's own error text stands in `detail`. */
export const failureReasons = [
  'dns',
  'refused',
  'reset',
  'unreachable',
  'timeout',
  'tls-expired',
  'tls-untrusted',
  'tls-name',
  'tls-chain',
  'tls-handshake',
  'redirect-loop',
  'malformed-http',
  'blocked-by-client',
  'private-address',
  'proxy',
  'no-permission',
  'aborted',
  'unknown',
] as const;

export type FailureReason = (typeof failureReasons)[number];

/** One redirect that was met, in order. `to` is absolute and redacted. */
export interface Hop {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** Lower-case header names; repeated headers are joined with ", ". Secret values are already redacted. */
export type Headers = Readonly<Record<string, string>>;

/** What was special about a request, so that two exchanges can be compared. */
export interface Variant {
  /** The protocol era whose shape the request had; null for requests that are not MCP (metadata, plain GET). */
  readonly era: 'legacy' | 'modern' | null;
  readonly userAgent: string;
  readonly origin: string | null;
}

/** Milliseconds. `startedAt` is Unix time; the others count from there. */
export interface Timing {
  readonly startedAt: number;
  /** When the response's head was complete; null when it never was. */
  readonly headersMs: number | null;
  readonly durationMs: number;
}

interface ExchangeBase {
  /** `e1`, `e2`, … in the order in which the requests were started. */
  readonly id: string;
  readonly step: StepNumber | null;
  readonly method: string;
  /** The URL that was asked first (redacted). */
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string | null;
  readonly variant: Variant;
  readonly redirects: readonly Hop[];
  readonly remoteAddress: string | null;
  readonly timing: Timing;
}

/** How the reading of a body ended: at its end, because the reader had enough, or otherwise. */
export type BodyEnd = 'complete' | 'enough' | 'limit' | 'timeout' | 'aborted' | 'reset';

export interface ResponseExchange extends ExchangeBase {
  readonly kind: 'response';
  /** The URL that answered, after redirects (redacted). */
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: Headers;
  /** The first 64 KiB of the body as text, redacted. */
  readonly body: string;
  /** Bytes that were read in all, after decoding. */
  readonly bodyBytes: number;
  /** True when `body` is not all that was read or sent. */
  readonly bodyTruncated: boolean;
  readonly bodyEnd: BodyEnd;
  /** When body bytes came, in milliseconds from `startedAt`; at most 64 entries. */
  readonly chunks: readonly { readonly atMs: number; readonly bytes: number }[];
}

export interface FailedExchange extends ExchangeBase {
  readonly kind: 'failure';
  readonly reason: FailureReason;
  /** The platform's own words, redacted. */
  readonly detail: string;
}

/** One request and what came of it. A failed request is evidence, not an error. */
export type Exchange = ResponseExchange | FailedExchange;
