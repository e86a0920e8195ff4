import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

const consentSources = [
  'https://github.com/anthropics/claude-ai-mcp/issues/815',
  'https://github.com/PrefectHQ/fastmcp/issues/3369',
] as const;

/** What sign-in services and their pages answer. */
export const serverSignIn = {
  'registration-policy': {
    shown: '403 insufficient_scope: Policy ‘Trusted Hosts’ rejected request…',
    phrases: [
      "policy 'trusted hosts' rejected request",
      "policy 'max clients limit' rejected request",
      'max 2000 clients per realm',
      'rejected request to client-registration service',
    ],
    otherLanguages: {},
    surfaces: ['server'],
    step: 7,
    meaning:
      'A rule of Keycloak refuses new clients: unknown hosts, or more clients than the realm may have. Its administrator can change it.',
    causes: [
      {
        code: 'auth.dcr-rejected',
        likelihood: 'usual',
        why: 'The realm’s policies for client registration do not let Claude in.',
      },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://www.keycloak.org/securing-apps/mcp-authz-server'],
  },
  'callback-not-accepted': {
    shown: '400 invalid_redirect_uri',
    phrases: ['"error":"invalid_redirect_uri"', '"error":"invalid_client_metadata"'],
    besideMcp: ['invalid_redirect_uri', 'invalid_client_metadata'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 7,
    meaning:
      'The sign-in service does not register Claude, most often since it does not allow the address to which Claude comes back.',
    causes: [
      { code: 'auth.dcr-rejects-callback', likelihood: 'usual', why: whys.callbackRefused },
      { code: 'auth.dcr-rejected', likelihood: 'common', why: whys.registrationRefused },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/158'],
  },
  'client-not-allowed': {
    shown: '403 invalid_client: Client not allowed',
    phrases: ['invalid_client … client not allowed', 'client not allowed … invalid_client'],
    alone: ['client not allowed'],
    otherLanguages: {},
    surfaces: ['server', 'claude-code'],
    step: 7,
    meaning: 'The service lets in only clients that it knows, and this one is not on its list.',
    causes: [
      { code: 'auth.dcr-rejected', likelihood: 'usual', why: whys.registrationRefused },
      {
        code: 'auth.loopback-redirect-rejected',
        likelihood: 'common',
        why: 'Claude Code comes back to an address of your own computer, which such lists often leave out.',
      },
      { code: 'auth.token-rejected', likelihood: 'rare', why: whys.tokenRejected },
    ],
    guides: ['claude-code', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/60940'],
  },
  'invalid-scope': {
    shown: '302 error=invalid_scope',
    phrases: ['error=invalid_scope', '"error":"invalid_scope"'],
    otherLanguages: {},
    surfaces: ['server', 'identity-provider'],
    step: 8,
    meaning:
      'The sign-in service does not know a right (scope) that Claude asks for, because the connector’s details name it.',
    causes: [
      {
        code: 'auth.scope-not-offered',
        likelihood: 'usual',
        why: 'The connector names scopes that its sign-in service does not offer.',
      },
      { code: 'auth.authorize-rejects-callback', likelihood: 'common', why: whys.authorizeRefused },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1'],
  },
  'token-form-refused': {
    shown: '415 on /token',
    phrases: ['415 on /token'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 9,
    meaning: 'Where tokens are given out, the service reads JSON alone; a form is what the standard asks for.',
    causes: [{ code: 'auth.token-endpoint-rejects-form', likelihood: 'usual', why: whys.tokenForm }],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/authentication'],
  },
  'form-action-violation': {
    shown:
      'Refused to send form data to ‘<url>’ because it violates the following Content Security Policy directive: “form-action …”',
    phrases: [
      'violates the following content security policy directive: form-action',
      'refused to send form data to … because it violates',
      'blocked the loading of a resource (form-action)',
    ],
    otherLanguages: {},
    surfaces: ['browser-console'],
    step: 8,
    meaning:
      'The sign-in page forbids the browser to go back to Claude after you agree. Chrome names the page’s own address here, though the blocked one is Claude’s.',
    causes: [{ code: 'auth.consent-csp-blocks-callback', likelihood: 'usual', why: whys.consentPolicy }],
    guides: ['consent-page-stuck'],
    isConnectorFault: true,
    sources: consentSources,
  },
  'consent-used-up': {
    shown: 'access_denied: Consent could not be verified…',
    phrases: ['consent could not be verified'],
    alone: ['authorization request expired', 'authorization request expired.'],
    otherLanguages: {},
    surfaces: ['server', 'identity-provider'],
    step: 8,
    meaning:
      'A second click on the consent page: the first one was used up, while the browser was kept from going back to Claude.',
    causes: [
      { code: 'auth.consent-csp-blocks-callback', likelihood: 'usual', why: whys.consentPolicy },
      { code: 'auth.callback-redirect-keeps-post', likelihood: 'rare', why: whys.callbackPost },
    ],
    guides: ['consent-page-stuck'],
    isConnectorFault: true,
    sources: [
      'https://github.com/Umbrella-IT-Group/metamcp/issues/170',
      'https://github.com/advenimus/jw-mcp/issues/7',
    ],
  },
  'redirect-uri-not-registered': {
    shown: 'The ‘redirect_uri’ parameter does not match any of the OAuth 2.0 Client’s pre-registered redirect urls.',
    phrases: [
      "the 'redirect_uri' parameter does not match any of the oauth 2.0 client's pre-registered redirect urls",
      "does not match any of the oauth 2.0 client's pre-registered redirect",
    ],
    otherLanguages: {},
    surfaces: ['identity-provider', 'claude-code'],
    step: 8,
    meaning:
      'The sign-in page does not know the address to which Claude wants to come back, though Claude registered it, or the one of Claude Code is missing.',
    causes: [
      { code: 'auth.authorize-rejects-callback', likelihood: 'usual', why: whys.callbackRefused },
      {
        code: 'auth.loopback-redirect-rejected',
        likelihood: 'common',
        why: 'Claude Code comes back to an address of your own computer with a port of the moment.',
      },
      { code: 'auth.dcr-response-invalid', likelihood: 'rare', why: whys.registrationAnswer },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/higgsfield-ai/cli/issues/75'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
