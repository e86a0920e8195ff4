import { guessBySentence } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence, LikelyCause } from '../error-sentence.ts';
import { whys } from './whys.ts';

const tracker = 'https://github.com/anthropics/claude-ai-mcp/issues/';

/** What refuses a token that was just given out, the most frequent first. */
export const rejectedCauses: readonly LikelyCause[] = [
  { code: 'auth.token-rejected', likelihood: 'usual', why: whys.tokenRejected },
  { code: 'auth.prm-resource-mismatch', likelihood: 'usual', why: whys.resourceMismatch },
  { code: 'auth.bearer-blocked-at-edge', likelihood: 'common', why: whys.bearerBlocked },
  { code: 'auth.token-without-expiry', likelihood: 'rare', why: whys.tokenWithoutExpiry },
  { code: 'auth.issuer-mismatch', likelihood: 'rare', why: whys.issuerMismatch },
];

/** The sign-in worked, and the connector refused what came of it. */
export const afterSignIn = {
  'credentials-rejected-again': {
    shown:
      'Your account was authorized, but the integration rejected the credentials it just issued. Reconnecting may not help; if it keeps happening, contact whoever manages this integration.',
    phrases: [
      'the integration rejected the credentials it just issued',
      'reconnecting may not help; if it keeps happening, contact whoever manages this integration',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 10,
    meaning: guessBySentence.reverted.meaning,
    causes: rejectedCauses,
    guides: ['change-url-or-credentials', 'firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}878`],
  },
  'credentials-rejected': {
    shown:
      'Your account was authorized but the integration rejected the credentials, so the connection was reverted. Try connecting again.',
    phrases: [
      'the integration rejected the credentials, so the connection was reverted',
      'your account was authorized but the integration rejected',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 10,
    meaning: guessBySentence.reverted.meaning,
    causes: rejectedCauses,
    guides: ['change-url-or-credentials', 'firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}566`, 'https://github.com/sigbit/mcp-auth-proxy/issues/123', `${tracker}912`],
  },
  'no-server-after-sign-in': {
    shown: 'no MCP server was found at the provided URL, or your account doesn’t have access to it.',
    phrases: ['no mcp server was found at the provided url'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 10,
    meaning: guessBySentence['no-server'].meaning,
    causes: [
      { code: 'url.trailing-slash-required', likelihood: 'usual', why: whys.trailingSlash },
      { code: 'transport.wrong-path', likelihood: 'common', why: whys.wrongPath },
      { code: 'http.not-found', likelihood: 'common', why: whys.notFound },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}930`, `${tracker}877`],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
