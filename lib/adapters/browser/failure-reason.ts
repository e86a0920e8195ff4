import type { FailureReason } from '../../kernel/exchange.ts';

/** Why something failed, in our name and in the browser's own words. */
export interface Failure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
  readonly remoteAddress: string | null;
}

/**
 * Names a failure by the browser's own word for it: `net::ERR_…` in Chromium; `NS_ERROR_…`, or a sentence about TLS in the person's
 * language, in Firefox. What is not recognized is `unknown`.
 */
export function reasonOf(words: string): FailureReason {
  if (words === notHttp) return 'malformed-http';
  const chromium = /^net::ERR_([A-Z0-9_]+)/.exec(words)?.[1];
  if (chromium !== undefined) return named(chromium, chromiumReasons);
  const firefox = /^NS_(?:ERROR_)?([A-Z0-9_]+)/.exec(words)?.[1];
  if (firefox !== undefined) return named(firefox, firefoxReasons);
  return / /.test(words.trim()) ? named(words, firefoxSentences) : 'unknown';
}

/** What browsers make of bytes that are no HTTP, in their own word. */
export const notHttp = 'HTTP/0.9';

/** A failure whose reason is known. */
export function failed(reason: FailureReason, detail: string, remoteAddress: string | null = null): Failure {
  return { kind: 'failed', reason, detail: detail.replace(/\s+/g, ' ').trim(), remoteAddress };
}

/** The failure of something that an aborted signal ended: `timeout` when a time limit did it, else `aborted`. */
export function stopped(signal: AbortSignal, doing: string): Failure {
  return stopReason(signal) === 'timeout'
    ? failed('timeout', `${doing} took too long`)
    : failed('aborted', `${doing} was stopped`);
}

/** What ended it: a time limit, or somebody. */
export function stopReason(signal: AbortSignal): 'timeout' | 'aborted' {
  const reason: unknown = signal.reason;
  if (reason === timeLimit) return 'timeout';
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}

/** The abort reason that stands for a time limit. */
export const timeLimit = 'time limit';

type Table = readonly (readonly [RegExp, FailureReason])[];

/** The first row that fits. */
function named(words: string, table: Table): FailureReason {
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}

/** @see https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const chromiumReasons: Table = [
  [/PROXY|^TUNNEL_|^SOCKS_|^PAC_/, 'proxy'],
  [/^NAME_(NOT_RESOLVED|RESOLUTION_FAILED)$|^DNS_|^ICANN_NAME_COLLISION$/, 'dns'],
  [/^CONNECTION_REFUSED$/, 'refused'],
  [
    /^(CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|HTTP2_SERVER_REFUSED_STREAM)$/,
    'reset',
  ],
  [
    /^(ADDRESS_(UNREACHABLE|INVALID)|CONNECTION_FAILED|INTERNET_DISCONNECTED|NETWORK_(CHANGED|IO_SUSPENDED|ACCESS_DENIED))$/,
    'unreachable',
  ],
  [/TIMED_OUT$|^HTTP2_PING_FAILED$/, 'timeout'],
  [/^CERT_DATE_INVALID$/, 'tls-expired'],
  [/^CERT_COMMON_NAME_INVALID$/, 'tls-name'],
  [/^CERT|^SSL_PINNED_KEY_NOT_IN_CERT_CHAIN$/, 'tls-untrusted'],
  [/^SSL_|^BAD_SSL_|^ECH_/, 'tls-handshake'],
  [/^TOO_MANY_REDIRECTS$/, 'redirect-loop'],
  [
    /^(INVALID_(HTTP_)?RESPONSE|INVALID_CHUNKED_ENCODING|RESPONSE_HEADERS_|CONTENT_DECODING_|HTTP2_|QUIC_|UNEXPECTED_CONTENT_)/,
    'malformed-http',
  ],
  [/^BLOCKED_BY_|^UNSAFE_PORT$|^DISALLOWED_URL_SCHEME$/, 'blocked-by-client'],
  [/^ABORTED$/, 'aborted'],
];

/** @see https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py */
const firefoxReasons: Table = [
  [/PROXY/, 'proxy'],
  [/^UNKNOWN_HOST$/, 'dns'],
  [/^CONNECTION_REFUSED$/, 'refused'],
  [/^NET_(RESET|INTERRUPT|EMPTY_RESPONSE|PARTIAL_TRANSFER|HTTP2_SENT_GOAWAY)$/, 'reset'],
  [/^(OFFLINE|HOST_UNREACHABLE|NETWORK_UNREACHABLE)$/, 'unreachable'],
  [/^NET_TIMEOUT/, 'timeout'],
  [/^NET_INADEQUATE_SECURITY$/, 'tls-handshake'],
  [/^REDIRECT_LOOP$/, 'redirect-loop'],
  [/^(CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING|ILLEGAL_VALUE|PARSED_DATA_CACHED)$/, 'malformed-http'],
  [/^(ABORT|BLOCKED_BY_POLICY|CONTENT_BLOCKED|PORT_ACCESS_NOT_ALLOWED)$|LOCAL_NETWORK/, 'blocked-by-client'],
  [/^BINDING_ABORTED$/, 'aborted'],
];

/**
 * Firefox has no code for what its TLS library says, only the sentence, so text is the only mark. In another language than English the
 * last row stands: that TLS failed is known, and how says the sentence itself.
 */
const firefoxSentences: Table = [
  [/certificate.* has expired|not yet valid/i, 'tls-expired'],
  [/does not match the server|not valid for/i, 'tls-name'],
  [
    /self-signed|issuer|not trusted|revoked|intercepted|certificate authority|signature algorithm|key pinning/i,
    'tls-untrusted',
  ],
  [/./, 'tls-handshake'],
];
