import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { isAboutMcp } from './about-mcp.ts';
import type { ReadableText } from './readable-text.ts';

/** Codes of curl, Node and Chromium. The certificate’s come first: they name what a mere code of curl leaves open. */
const told: readonly (readonly [RegExp, ErrorSentenceId])[] = [
  [/\bCERT_HAS_EXPIRED\b|\bERR_CERT_DATE_INVALID\b|certificate has expired/i, 'certificate-expired'],
  [
    /\bERR_TLS_CERT_ALTNAME_INVALID\b|\bERR_CERT_COMMON_NAME_INVALID\b|no alternative certificate subject name matches/i,
    'certificate-for-another-name',
  ],
  [
    /\b(?:UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_CERT_AUTHORITY_INVALID)\b|curl: \(60\)/,
    'certificate-not-trusted',
  ],
  [/\bENOTFOUND\b|curl: \(6\)|\bERR_NAME_NOT_RESOLVED\b/, 'name-not-found'],
  [/\bECONNREFUSED\b|curl: \(7\)|\bERR_CONNECTION_REFUSED\b/, 'connection-refused'],
  [/\bETIMEDOUT\b|curl: \(28\)|\bERR_CONNECTION_TIMED_OUT\b|\bUND_ERR_CONNECT_TIMEOUT\b/, 'connection-timed-out'],
  [/\bECONNRESET\b|curl: \((?:35|56)\)|\bERR_CONNECTION_RESET\b/, 'connection-reset'],
];

/** Why no answer came; null where none is told of, or none of a connector’s. */
export function matchNetwork({ text }: ReadableText): ErrorSentenceId | null {
  if (!isAboutMcp(text)) return null;
  return told.find(([form]) => form.test(text))?.[1] ?? null;
}
