import type { FindingCode } from '../kernel/finding-code.ts';

/** Ends in `*`: every code of that family. */
export type CodePattern = FindingCode | `${string}.*`;

/** One finding, and what follows from it. */
export interface Rule {
  readonly cause: FindingCode;
  readonly explains: readonly CodePattern[];
}

/** What becomes of the listing as a whole. What is wrong with single tools follows from nothing else. */
const listing: readonly CodePattern[] = ['tools.list-failed', 'tools.none', 'tools.pagination-broken'];
const everythingBeyondTheUrl: readonly CodePattern[] = [
  'dns.*',
  'net.*',
  'tls.*',
  'http.*',
  'transport.*',
  'auth.*',
  ...listing,
];
const everyAnswer: readonly CodePattern[] = ['transport.*', 'auth.*', ...listing];

/**
 * Which finding follows from which. Rules stand in the order of Claude's steps; the first that fits wins, and a finding that is
 * itself explained hands its consequences on to its own cause.
 */
export const consequenceRules: readonly Rule[] = [
  { cause: 'client.offline', explains: [...everythingBeyondTheUrl, 'client.proxy-failed'] },
  { cause: 'client.proxy-failed', explains: everythingBeyondTheUrl },
  { cause: 'http.own-user-agent-refused', explains: ['http.*', ...everyAnswer] },
  // How the authorization server's host failed stands under the finding that it cannot be reached.
  { cause: 'auth.as-unreachable', explains: ['dns.*', 'net.*', 'tls.*', 'http.*'] },
  // The same settings that make a service name private addresses make it name them without https.
  { cause: 'auth.endpoint-private-host', explains: ['auth.endpoint-not-https', 'auth.endpoint-unreachable'] },
  { cause: 'auth.endpoint-unreachable', explains: ['http.too-slow', 'auth.sign-in-failed'] },
  // A service for machines alone offers nothing of what a person's sign-in needs.
  {
    cause: 'auth.grant-code-missing',
    explains: ['auth.response-type-code-missing', 'auth.refresh-missing', 'auth.pkce-not-advertised'],
  },
  { cause: 'auth.token-auth-method-unsupported', explains: ['auth.cimd-incomplete'] },
  {
    cause: 'url.placeholder',
    explains: [...everythingBeyondTheUrl, 'url.private-host', 'url.nonstandard-port', 'url.scheme-not-https'],
  },
  {
    // A local address stays unreachable under https or on another port, so these would be idle work.
    cause: 'url.private-host',
    explains: ['url.scheme-not-https', 'url.nonstandard-port', 'url.ipv6-literal', 'dns.*', 'net.*', 'tls.*'],
  },
  { cause: 'url.ipv6-literal', explains: ['dns.*', 'net.*', 'tls.*'] },
  { cause: 'dns.not-found', explains: ['net.*', 'tls.*', 'dns.no-a-record', 'dns.split-horizon'] },
  {
    cause: 'dns.split-horizon',
    explains: ['dns.private-address', 'dns.not-found', 'dns.no-a-record', 'net.*', 'tls.*'],
  },
  { cause: 'dns.mixed-addresses', explains: ['net.*', 'tls.*'] },
  { cause: 'dns.private-address', explains: ['net.*', 'tls.*'] },
  { cause: 'dns.no-a-record', explains: ['net.*', 'tls.*'] },
  { cause: 'tls.expired', explains: ['net.*', 'tls.handshake-failed'] },
  { cause: 'tls.hostname-mismatch', explains: ['net.*', 'tls.handshake-failed'] },
  { cause: 'tls.incomplete-chain', explains: ['net.*', 'tls.untrusted-issuer', 'tls.handshake-failed'] },
  { cause: 'tls.untrusted-issuer', explains: ['net.*', 'tls.handshake-failed'] },
  { cause: 'http.tunnel-offline', explains: ['http.*', ...everyAnswer] },
  { cause: 'http.tunnel-interstitial', explains: ['http.*', ...everyAnswer] },
  // A sign-in page stands on another host and speaks HTML: the way there is no fault of its own.
  { cause: 'http.login-wall', explains: ['http.*', ...everyAnswer] },
  { cause: 'http.claude-user-agent-blocked', explains: ['http.bot-challenge', 'http.waf-block', ...everyAnswer] },
  { cause: 'http.bot-challenge', explains: ['http.html-response', 'http.waf-block', ...everyAnswer] },
  { cause: 'http.waf-block', explains: ['http.html-response', ...everyAnswer] },
  {
    cause: 'http.redirect-loop',
    explains: [
      'http.redirect-cross-host',
      'http.redirect-insecure',
      'http.redirect-changes-method',
      'http.redirect-same-host',
      ...everyAnswer,
    ],
  },
  {
    cause: 'http.redirect-insecure',
    explains: [
      'http.redirect-changes-method',
      'http.redirect-same-host',
      'http.not-found',
      'http.html-response',
      'net.*',
      ...everyAnswer,
    ],
  },
  {
    cause: 'http.redirect-cross-host',
    explains: [
      'http.redirect-changes-method',
      'http.not-found',
      'http.html-response',
      'http.server-error',
      // How the other host failed matters to nobody who is not sent there.
      'net.*',
      'tls.*',
      'http.malformed-answer',
      ...everyAnswer,
    ],
  },
  {
    cause: 'http.redirect-changes-method',
    explains: [
      'http.not-found',
      'http.html-response',
      'transport.post-not-allowed',
      'transport.not-mcp',
      'transport.accept-rejected',
      'transport.wrong-path',
      'transport.sse-only',
      'transport.malformed-json',
      'transport.malformed-sse',
      'transport.malformed-jsonrpc',
      'transport.no-reply',
      'auth.wrong-status',
    ],
  },
  {
    cause: 'auth.wrong-status',
    explains: ['http.*', 'auth.challenge-missing', 'auth.challenge-without-metadata-url', ...['transport.*' as const]],
  },
  { cause: 'auth.own-header-refused', explains: ['http.*', 'transport.*'] },
  {
    cause: 'transport.version-not-negotiated',
    explains: [
      'transport.initialize-error',
      'transport.no-reply',
      'transport.version-unsupported',
      'net.timeout',
      ...listing,
    ],
  },
  // The modern request was answered, so the server is reached and silent on initialize alone.
  { cause: 'transport.no-reply', explains: ['net.timeout'] },
  {
    cause: 'transport.session-not-kept',
    explains: [
      'tools.list-failed',
      'transport.initialized-rejected',
      'transport.ping-failed',
      'transport.get-not-405-or-stream',
    ],
  },
  {
    cause: 'transport.version-header-rejected',
    explains: [
      'tools.list-failed',
      'transport.initialized-rejected',
      'transport.ping-failed',
      'transport.version-header-strict',
      'transport.get-not-405-or-stream',
    ],
  },
  { cause: 'http.rate-limited', explains: ['tools.list-failed', 'auth.challenge-missing'] },
  {
    cause: 'auth.static-credential-only',
    explains: ['auth.challenge-missing', 'auth.challenge-without-metadata-url', 'auth.prm-not-found'],
  },
  {
    cause: 'auth.prm-misplaced',
    explains: ['auth.prm-not-found', 'auth.challenge-missing', 'auth.challenge-without-metadata-url'],
  },
  // Claude goes on to the well-known paths without a challenge; the missing document is what stops it.
  { cause: 'auth.prm-not-found', explains: ['auth.challenge-missing', 'auth.challenge-without-metadata-url'] },
  {
    cause: 'auth.prm-absent-origin-fallback',
    explains: ['auth.challenge-missing', 'auth.challenge-without-metadata-url'],
  },
  { cause: 'auth.default-endpoints-only', explains: ['auth.challenge-missing', 'auth.challenge-without-metadata-url'] },
  {
    cause: 'auth.metadata-on-open-server',
    explains: ['auth.prm-invalid', 'auth.prm-no-authorization-server', 'auth.open'],
  },
  {
    cause: 'auth.prm-first-server-broken',
    explains: ['auth.as-unreachable', 'auth.as-metadata-not-found', 'auth.as-metadata-invalid'],
  },
  { cause: 'auth.as-metadata-misplaced', explains: ['auth.as-metadata-not-found'] },
  // A client that was not registered as it asked is not known at the next steps.
  { cause: 'auth.dcr-response-invalid', explains: ['auth.authorize-rejects-callback', 'auth.token-error-nonstandard'] },
  // A sign-in of our own meets what was found of the service already.
  {
    cause: 'auth.no-registration-way',
    explains: ['auth.sign-in-needs-client'],
  },
  { cause: 'auth.dcr-rejected', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.dcr-needs-token', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.dcr-response-invalid', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.loopback-redirect-rejected', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.authorize-rejects-callback', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.token-endpoint-rejects-form', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.token-auth-method-unsupported', explains: ['auth.sign-in-failed'] },
  { cause: 'auth.bearer-blocked-at-edge', explains: ['auth.token-rejected'] },
  // Servers that say so in words do it with whatever status, or with an error of JSON-RPC.
  {
    cause: 'auth.token-rejected',
    explains: [
      'http.server-error',
      'transport.not-mcp',
      'transport.initialize-error',
      'transport.malformed-jsonrpc',
      'tools.list-failed',
    ],
  },
];
