import type { FindingCode } from '../kernel/finding-code.ts';

/**
 * How a person finds out whether a cause is theirs: a check, one that also writes at the sign-in service or goes behind the sign-in, a
 * look at this browser, what only the account shows (in Claude, or to an Owner), or nothing at all (a limit, an error of Claude’s).
 */
export type WayToCheck = 'check' | 'check-active' | 'check-signed-in' | 'browser' | 'account' | 'nobody';

const active: readonly FindingCode[] = [
  'auth.dcr-rejected',
  'auth.dcr-rejects-callback',
  'auth.dcr-response-invalid',
  'auth.dcr-needs-token',
  'auth.loopback-redirect-rejected',
  'auth.authorize-rejects-callback',
  'auth.consent-csp-blocks-callback',
  'auth.callback-redirect-keeps-post',
  'auth.token-endpoint-rejects-form',
  'auth.token-error-nonstandard',
];

const signedIn: readonly FindingCode[] = [
  'auth.sign-in-failed',
  'auth.token-rejected',
  'auth.token-unusable',
  'auth.token-without-expiry',
  'auth.refresh-fails',
  'auth.refresh-not-issued',
];

/** Which of our ways can show the cause. */
export function wayToCheck(code: FindingCode): WayToCheck {
  if (active.includes(code)) return 'check-active';
  if (signedIn.includes(code)) return 'check-signed-in';
  if (code.startsWith('account.')) return 'account';
  if (/^(?:limits|claude)\./.test(code)) return 'nobody';
  return code.startsWith('client.') && code !== 'client.clock-skew' ? 'browser' : 'check';
}
