import type { ErrorSentence } from '../error-sentence.ts';
import { oauthError } from './oauth-error.ts';
import { whys } from './whys.ts';

const oauth = 'https://www.rfc-editor.org/rfc/rfc6749';
const chromium = 'https://chromium.googlesource.com/chromium/src/+/main/net/base/net_error_list.h';

/** Codes of OAuth and of browsers that are pasted with nothing around them. */
export const bareCodes = {
  'code-client-unknown': {
    shown: 'invalid_client',
    phrases: [],
    alone: ['invalid_client', 'error: invalid_client', 'error=invalid_client'],
    otherLanguages: {},
    surfaces: ['server', 'identity-provider'],
    step: 9,
    meaning:
      'The sign-in service does not know the program that asks, or its secret is wrong. Where a client ID was entered by hand, compare it.',
    causes: oauthError['oauth-error-client'].causes,
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: [oauth],
  },
  'code-redirect-mismatch': {
    shown: 'redirect_uri_mismatch',
    phrases: [],
    alone: ['redirect_uri_mismatch', 'error 400: redirect_uri_mismatch', 'error: redirect_uri_mismatch'],
    otherLanguages: {},
    surfaces: ['identity-provider'],
    step: 8,
    meaning: 'The sign-in service does not have Claude’s return address on its list. Whoever runs it has to enter it.',
    causes: [{ code: 'auth.authorize-rejects-callback', likelihood: 'usual', why: whys.callbackRefused }],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: [oauth],
  },
  'code-access-denied': {
    shown: 'access_denied',
    phrases: [],
    alone: ['access_denied', 'error: access_denied', 'error=access_denied'],
    otherLanguages: {},
    surfaces: ['identity-provider'],
    step: 8,
    meaning: 'The sign-in page was left with a no: somebody pressed “Cancel”, or a rule does not let this account in.',
    causes: [{ code: 'account.identity-provider-policy', likelihood: 'common', why: whys.identityPolicy }],
    guides: ['sign-in-again'],
    isConnectorFault: false,
    sources: [oauth],
  },
  'code-grant-refused': {
    shown: 'invalid_grant',
    phrases: [],
    alone: ['invalid_grant', 'error: invalid_grant', 'error=invalid_grant'],
    otherLanguages: {},
    surfaces: ['server', 'identity-provider'],
    step: 9,
    meaning: 'The sign-in service no longer takes the sign-in that Claude kept: it has run out or was withdrawn.',
    causes: [
      { code: 'account.expired-sign-in', likelihood: 'usual', why: whys.expired },
      { code: 'auth.refresh-fails', likelihood: 'common', why: whys.refreshFails },
    ],
    guides: ['reconnect', 'sign-in-again'],
    isConnectorFault: true,
    sources: [oauth],
  },
  'browser-blocked-request': {
    shown: 'net::ERR_BLOCKED_BY_CLIENT',
    phrases: [],
    alone: ['net::err_blocked_by_client', 'err_blocked_by_client'],
    otherLanguages: {},
    surfaces: ['browser-console'],
    step: null,
    meaning: 'Something in this browser stopped the request before it left, most often an ad blocker.',
    causes: [
      {
        code: 'client.request-blocked',
        likelihood: 'usual',
        why: 'An extension of this browser stops requests of the page.',
      },
    ],
    guides: ['directory-not-loading'],
    isConnectorFault: false,
    sources: [chromium],
  },
  'browser-distrusts-certificate': {
    shown: 'net::ERR_CERT_AUTHORITY_INVALID',
    phrases: [],
    alone: ['net::err_cert_authority_invalid', 'err_cert_authority_invalid'],
    otherLanguages: {},
    surfaces: ['browser-console'],
    step: 2,
    meaning: 'The browser does not know who issued the server’s certificate.',
    causes: [{ code: 'tls.untrusted-issuer', likelihood: 'usual', why: whys.untrustedIssuer }],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: [chromium],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
