import { guessByOauthError, unknownGuess } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';
import { rejectedCauses } from './after-sign-in.ts';
import { signingIn } from './signing-in.ts';
import { whys } from './whys.ts';

const tracker = 'https://github.com/anthropics/claude-ai-mcp/issues/';

/** Values of `oauth_error=` in the address of Claude’s page, and what carries a reference alone. */
export const oauthError = {
  'oauth-error-authorization': {
    shown: 'oauth_error=McpAuthorizationError',
    phrases: ['mcpauthorizationerror'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 10,
    meaning: guessByOauthError.mcpauthorizationerror.meaning,
    causes: rejectedCauses,
    guides: ['change-url-or-credentials', 'firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}566`, `${tracker}912`],
  },
  'oauth-error-registration': {
    shown: 'oauth_error=mcp_registration_failed',
    phrases: ['mcp_registration_failed'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 7,
    meaning: guessByOauthError.mcp_registration_failed.meaning,
    causes: signingIn['could-not-register'].causes,
    guides: ['change-url-or-credentials', 'firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}772`],
  },
  'oauth-error-client': {
    shown: 'oauth_error=mcp_client_invalid',
    phrases: ['mcp_client_invalid'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 9,
    meaning: guessByOauthError.mcp_client_invalid.meaning,
    causes: [
      { code: 'auth.sign-in-failed', likelihood: 'common', why: whys.signInFailed },
      { code: 'auth.dcr-rejected', likelihood: 'common', why: whys.registrationRefused },
    ],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}798`],
  },
  'oauth-error-token-exchange': {
    shown: 'oauth_error=mcp_token_exchange_failed',
    phrases: ['mcp_token_exchange_failed'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 9,
    meaning: guessByOauthError.mcp_token_exchange_failed.meaning,
    causes: [
      { code: 'auth.token-endpoint-rejects-form', likelihood: 'common', why: whys.tokenForm },
      { code: 'auth.token-auth-method-unsupported', likelihood: 'common', why: whys.tokenMethod },
      { code: 'auth.endpoint-unreachable', likelihood: 'common', why: whys.endpointUnreachable },
    ],
    guides: ['sign-in-again', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}419`],
  },
  'oauth-error-other': {
    shown: 'oauth_error=…',
    phrases: [],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning:
      'Claude’s address tells of an error of the sign-in with a connector, in a word that is not known here. A check of the connector shows what can be seen from outside.',
    causes: [],
    guides: ['sign-in-again', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/troubleshooting'],
  },
  'reference-alone': {
    shown: 'ofid_…',
    phrases: [],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: null,
    meaning: unknownGuess.meaning,
    causes: [],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/troubleshooting'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
