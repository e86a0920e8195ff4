import { describe, expect, it } from 'vitest';
import { reasonOf, stopped, timeLimit } from '../../../lib/adapters/browser/failure-reason.ts';
import type { FailureReason } from '../../../lib/kernel/exchange.ts';

const rows: readonly (readonly [string, FailureReason])[] = [
  ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
  ['net::ERR_DNS_TIMED_OUT', 'dns'],
  ['net::ERR_CONNECTION_REFUSED', 'refused'],
  ['net::ERR_EMPTY_RESPONSE', 'reset'],
  ['net::ERR_CONNECTION_RESET', 'reset'],
  ['net::ERR_CONNECTION_CLOSED', 'reset'],
  ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_CERT_DATE_INVALID', 'tls-expired'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'tls-name'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-untrusted'],
  ['net::ERR_CERT_REVOKED', 'tls-untrusted'],
  ['net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'tls-untrusted'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-handshake'],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls-handshake'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-loop'],
  ['net::ERR_INVALID_HTTP_RESPONSE', 'malformed-http'],
  ['net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', 'malformed-http'],
  ['net::ERR_CONTENT_DECODING_FAILED', 'malformed-http'],
  ['net::ERR_HTTP2_PROTOCOL_ERROR', 'malformed-http'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked-by-client'],
  ['net::ERR_UNSAFE_PORT', 'blocked-by-client'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_ABORTED', 'aborted'],
  ['net::ERR_FAILED', 'unknown'],
  ['net::ERR_OF_TOMORROW', 'unknown'],
  ['NS_ERROR_UNKNOWN_HOST', 'dns'],
  ['NS_ERROR_CONNECTION_REFUSED', 'refused'],
  ['NS_ERROR_NET_RESET', 'reset'],
  ['NS_ERROR_NET_PARTIAL_TRANSFER', 'reset'],
  ['NS_ERROR_NET_TIMEOUT', 'timeout'],
  ['NS_ERROR_OFFLINE', 'unreachable'],
  ['NS_ERROR_REDIRECT_LOOP', 'redirect-loop'],
  ['NS_ERROR_CORRUPTED_CONTENT', 'malformed-http'],
  ['NS_ERROR_UNKNOWN_PROXY_HOST', 'proxy'],
  ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'proxy'],
  ['NS_ERROR_ABORT', 'blocked-by-client'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['NS_ERROR_FAILURE', 'unknown'],
  ['Peer’s Certificate has expired.', 'tls-expired'],
  ["Peer's Certificate has expired.", 'tls-expired'],
  ['The server presented a certificate that is not yet valid.', 'tls-expired'],
  [
    'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
    'tls-name',
  ],
  ['The certificate is not trusted because it is self-signed.', 'tls-untrusted'],
  ['Peer’s Certificate issuer is not recognized.', 'tls-untrusted'],
  ['SSL received a record that exceeded the maximum permissible length.', 'tls-handshake'],
  ['Das Zertifikat der Gegenstelle ist abgelaufen.', 'tls-handshake'],
  ['HTTP/0.9', 'malformed-http'],
  ['', 'unknown'],
];

describe('the browser’s words for a failure', () => {
  it.each(rows)('%j means %s', (words, reason) => {
    expect(reasonOf(words)).toBe(reason);
  });

  it('tell a time limit from somebody who stopped it', () => {
    expect(stopped(AbortSignal.abort(timeLimit), 'waiting')).toMatchObject({ reason: 'timeout' });
    expect(stopped(AbortSignal.abort(), 'waiting')).toMatchObject({ reason: 'aborted' });
  });
});
