import type { Fact } from '../fact.ts';

/** How a connector’s sign-in works, and what its server has to offer. */
export const signInFacts = {
  'authentication-types': {
    statement:
      'Claude knows six kinds of sign-in for connectors: OAuth with automatic registration (DCR), OAuth with Claude’s published identity (CIMD), OAuth with credentials that Anthropic holds, credentials or an address entered when connecting, fixed request headers, and none.',
    sources: ['docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'anthropic-held-credentials': {
    statement:
      'For a listed connector, Anthropic can hold a client ID and secret (oauth_anthropic_creds) or ask each customer for them (custom_connection); both are arranged by mail with mcp-review@anthropic.com.',
    sources: ['docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [
      {
        statement: 'Anthropic can set up a fixed client ID and secret, for the web and Claude Desktop alone.',
        source: 'directory-faq',
        until: '2026-02',
      },
    ],
    lookAgain: false,
  },
  'own-client-id': {
    statement:
      'Who adds a custom connector can enter a client ID, and a secret where the service asks for one; neither is required.',
    sources: ['docs-add-unlisted', 'docs-authentication', 'directory-faq'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'authless-servers': {
    statement: 'A server that holds nothing personal needs no sign-in, and no OAuth.',
    sources: ['docs-authentication', 'directory-faq'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'request-headers-beta': {
    statement:
      'Up to four fixed request headers, such as x-api-key or authorization, can be stored with a connector; this is a beta for some organizations, other header names need an approval, and the value is sent as it was typed.',
    sources: ['docs-add-unlisted', 'docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2026-12-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'no-machine-to-machine': {
    statement:
      'Sign-in without a person (the client_credentials grant) is not supported: somebody always has to consent.',
    sources: ['docs-authentication', 'directory-faq'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'no-token-in-address': {
    statement: 'Keys and tokens in the address are not supported.',
    sources: ['docs-authentication', 'docs-building-summary'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'callback-address': {
    statement:
      'The sign-in service has to send people back to exactly https://claude.ai/api/mcp/auth_callback; allowing the same path on claude.com as well does no harm.',
    sources: ['docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [
      {
        statement: 'The address on claude.com has to be allowed too.',
        source: 'sunpeak-claude-connectors',
        until: '2026-04',
      },
      { statement: 'Both addresses are used.', source: 'mcpjam-profile', until: '2026-08' },
    ],
    lookAgain: false,
  },
  'claude-code-callback': {
    statement: 'After a sign-in for Claude Code, the browser comes back to localhost or 127.0.0.1, at any port.',
    sources: ['docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'lazy-authentication': {
    statement:
      'A server can let some tools be used without a sign-in and ask for one when a tool needs it (lazy authentication).',
    sources: ['docs-authentication', 'docs-building'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [
      {
        statement: 'Signing in happens when connecting to a server, never for a single tool.',
        source: 'directory-faq',
        until: '2026-02',
      },
    ],
    lookAgain: false,
  },
  'no-identity-without-oauth': {
    statement:
      'Without OAuth a server learns nothing of who is asking: no user id and no address of the person is passed on.',
    sources: ['directory-faq', 'sunpeak-claude-connectors'],
    checkedOn: '2026-02-10',
    reviewBy: '2027-02-10',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'personal-login-in-company-account': {
    statement: 'People may connect with a personal login inside a company’s Claude account, service by service.',
    sources: ['support-verified-domains', 'directory-faq'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-08-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'entra-application-id': {
    statement:
      'With Microsoft Entra ID as sign-in service, the connector’s address has to be registered as Application ID URI, or Entra answers AADSTS9010010; an address under azurewebsites.net needs a domain of one’s own for that.',
    sources: ['docs-authentication'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'invalid-session-401': {
    statement:
      'A server says with the answer 401 that a token no longer holds; the error invalid_client at the token endpoint makes Claude register again.',
    sources: ['docs-authentication', 'directory-faq'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'test-sign-in-with-new-account': {
    statement: 'A sign-in is best tested with an account that has never connected before.',
    sources: ['docs-submission', 'docs-testing'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;
