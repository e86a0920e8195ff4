import { guessBySentence } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence, LikelyCause } from '../error-sentence.ts';
import { whys } from './whys.ts';

const tracker = 'https://github.com/anthropics/claude-ai-mcp/issues/';

/** What stops Claude before the browser is sent to a sign-in page, the most frequent first. */
export const startCauses: readonly LikelyCause[] = [
  { code: 'auth.prm-not-found', likelihood: 'usual', why: whys.resourceMetadataMissing },
  { code: 'auth.as-metadata-not-found', likelihood: 'common', why: whys.serviceMetadataMissing },
  { code: 'auth.as-unreachable', likelihood: 'common', why: whys.serviceUnreachable },
  { code: 'auth.pkce-not-advertised', likelihood: 'common', why: whys.pkceUnannounced },
  { code: 'http.waf-block', likelihood: 'rare', why: whys.firewall },
];

/** The sign-in did not begin, or did not end. */
export const signingIn = {
  'could-not-register': {
    shown:
      'Couldn’t register with <name>’s sign-in service. You can try again, or add an OAuth Client ID in the connector settings. If this persists, share this reference with support: “ofid_…”',
    phrases: [
      "couldn't register with …'s sign-in service",
      "couldn't register with sign-in service",
      'add an oauth client id in the connector settings',
    ],
    otherLanguages: {
      fr: [
        "impossible de s'inscrire auprès du service de connexion",
        'ajouter un identifiant client oauth dans les paramètres du connecteur',
      ],
      it: [
        'impossibile registrarsi con il servizio di accesso',
        'aggiungere un oauth client id nelle impostazioni del connettore',
      ],
    },
    surfaces: ['web', 'desktop', 'mobile'],
    step: 7,
    meaning: guessBySentence.register.meaning,
    causes: [
      { code: 'auth.prm-not-found', likelihood: 'usual', why: whys.resourceMetadataMissing },
      { code: 'auth.metadata-on-open-server', likelihood: 'common', why: whys.metadataOnOpenServer },
      { code: 'auth.no-registration-way', likelihood: 'common', why: whys.noRegistration },
      { code: 'auth.dcr-rejects-callback', likelihood: 'common', why: whys.callbackRefused },
      { code: 'http.rate-limited', likelihood: 'common', why: whys.rateLimited },
      { code: 'auth.dcr-rejected', likelihood: 'rare', why: whys.registrationRefused },
      { code: 'http.waf-block', likelihood: 'rare', why: whys.firewall },
    ],
    guides: ['change-url-or-credentials', 'firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}413`, `${tracker}560`, `${tracker}802`, `${tracker}699`],
  },
  'authorization-failed': {
    shown:
      'Authorization with the MCP server failed. You can check your credentials and permissions. If this persists, share this reference with support: “ofid_…”',
    phrases: [
      'authorization with the mcp server failed',
      'authorization with … failed. you can check your credentials',
      'you can check your credentials and permissions',
    ],
    alone: ['authorization with … failed'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: 9,
    meaning: guessBySentence['authorization-failed'].meaning,
    causes: [
      { code: 'auth.bearer-blocked-at-edge', likelihood: 'usual', why: whys.bearerBlocked },
      { code: 'auth.prm-resource-mismatch', likelihood: 'common', why: whys.resourceMismatch },
      { code: 'auth.issuer-mismatch', likelihood: 'common', why: whys.issuerMismatch },
      { code: 'http.redirect-cross-host', likelihood: 'common', why: whys.redirectAway },
      { code: 'auth.pkce-s256-missing', likelihood: 'rare', why: whys.pkceWrong },
      { code: 'auth.consent-csp-blocks-callback', likelihood: 'rare', why: whys.consentPolicy },
      { code: 'claude.known-bug', likelihood: 'rare', why: whys.claudeBug },
    ],
    guides: ['firewall', 'change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://claude.com/docs/connectors/building/troubleshooting',
      `${tracker}336`,
      `${tracker}299`,
      `${tracker}690`,
      `${tracker}815`,
    ],
  },
  'authentication-failed': {
    shown: 'Authentication failed. You can try connecting again.',
    phrases: ['authentication failed. you can try connecting again'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessBySentence['authentication-failed'].meaning,
    causes: startCauses,
    guides: ['firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}199`],
  },
  'sign-in-not-finished': {
    shown: 'You started connecting to <name> but didn’t finish.',
    phrases: ["you started connecting to … but didn't finish"],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 8,
    meaning: guessBySentence['not-finished'].meaning,
    causes: [
      { code: 'auth.consent-csp-blocks-callback', likelihood: 'usual', why: whys.consentPolicy },
      {
        code: 'client.cookies-blocked',
        likelihood: 'common',
        why: 'Without Claude’s cookies the way back from the sign-in is not known as yours.',
      },
      {
        code: 'client.popups-blocked',
        likelihood: 'rare',
        why: 'The sign-in opens in a window of its own, which this browser may not let open.',
      },
      { code: 'auth.callback-redirect-keeps-post', likelihood: 'rare', why: whys.callbackPost },
    ],
    guides: ['consent-page-stuck', 'sign-in-again'],
    isConnectorFault: true,
    sources: [`${tracker}683`],
  },
  'callback-method-not-allowed': {
    shown: '{"type":"error","error":{"type":"invalid_request_error","message":"Method Not Allowed"}}',
    phrases: ['"type":"invalid_request_error","message":"method not allowed"'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 8,
    meaning: guessBySentence['oauth-callback-method'].meaning,
    causes: [{ code: 'auth.callback-redirect-keeps-post', likelihood: 'usual', why: whys.callbackPost }],
    guides: ['consent-page-stuck', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}313`],
  },
  'connection-expired': {
    shown: 'Connection has expired',
    phrases: [],
    alone: ['connection has expired', 'your connection has expired', 'connection has expired … connect'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: 9,
    meaning: guessBySentence.expired.meaning,
    causes: [
      { code: 'auth.offline-access-missing', likelihood: 'common', why: whys.noOfflineAccess },
      { code: 'auth.refresh-missing', likelihood: 'common', why: whys.noRefresh },
      { code: 'auth.refresh-fails', likelihood: 'common', why: whys.refreshFails },
      { code: 'auth.refresh-not-issued', likelihood: 'common', why: whys.refreshNotIssued },
      { code: 'account.expired-sign-in', likelihood: 'common', why: whys.expired },
    ],
    guides: ['sign-in-again', 'reconnect'],
    isConnectorFault: true,
    sources: [`${tracker}798`],
  },
  'could-not-connect': {
    shown: 'Couldn’t connect',
    phrases: [],
    alone: ["couldn't connect"],
    otherLanguages: { es: ['no se pudo conectar'] },
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessBySentence['start-failed'].meaning,
    causes: [
      { code: 'auth.pkce-not-advertised', likelihood: 'usual', why: whys.pkceUnannounced },
      { code: 'auth.pkce-s256-missing', likelihood: 'common', why: whys.pkceWrong },
      { code: 'auth.as-metadata-not-found', likelihood: 'common', why: whys.serviceMetadataMissing },
    ],
    guides: ['sign-in-again', 'report-to-support'],
    isConnectorFault: true,
    sources: [`${tracker}786`],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
