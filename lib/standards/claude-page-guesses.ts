import type { FindingCode } from '../kernel/finding-code.ts';
import type { StepNumber } from '../kernel/step.ts';
import type { ConnectorSentenceId, OtherSentenceId } from './claude-page-sentences.ts';

/** What a sign on Claude's page most likely means, before anything was asked. */
export interface PageGuess {
  /** One or two sentences for people. */
  readonly meaning: string;
  /** The most frequent cause first, as reported cases show it. */
  readonly codes: readonly FindingCode[];
  /** Where the sign alone fixes it; else null. */
  readonly step: Exclude<StepNumber, 0> | null;
}

const afterSignIn: readonly FindingCode[] = [
  'auth.token-rejected',
  'auth.prm-resource-mismatch',
  'auth.bearer-blocked-at-edge',
  'auth.token-without-expiry',
  'auth.issuer-mismatch',
];

const registration: readonly FindingCode[] = [
  'auth.prm-not-found',
  'auth.metadata-on-open-server',
  'auth.no-registration-way',
  'auth.dcr-rejects-callback',
  'http.rate-limited',
  'auth.dcr-rejected',
  'http.waf-block',
];

const beforeSignIn: readonly FindingCode[] = [
  'auth.prm-not-found',
  'auth.as-metadata-not-found',
  'auth.as-unreachable',
  'auth.pkce-not-advertised',
  'http.waf-block',
];

const authorization: readonly FindingCode[] = [
  'auth.bearer-blocked-at-edge',
  'auth.prm-resource-mismatch',
  'auth.issuer-mismatch',
  'http.redirect-cross-host',
  'auth.pkce-s256-missing',
  'auth.consent-csp-blocks-callback',
];

/** By the sentence on screen, where a connector failed. */
export const guessBySentence: Readonly<Record<ConnectorSentenceId, PageGuess>> = {
  reach: {
    meaning:
      'Claude could not complete its first contact with the server. This sentence has several causes, from a name that only your network knows to a firewall or missing sign-in details.',
    codes: [
      'url.nonstandard-port',
      'url.private-host',
      'dns.private-address',
      'dns.no-a-record',
      'http.waf-block',
      'net.reset',
      'auth.prm-not-found',
      'auth.as-metadata-not-found',
      'auth.no-registration-way',
      'auth.pkce-not-advertised',
      'auth.dcr-rejects-callback',
      'http.redirect-cross-host',
    ],
    step: null,
  },
  connect: {
    meaning:
      'Something answered at this address, but not as a connector (an MCP server). Most often the path is wrong or it is the address of a web page.',
    codes: ['transport.wrong-path', 'http.html-response', 'transport.not-mcp', 'transport.post-not-allowed'],
    step: 3,
  },
  'connection-issue': {
    meaning:
      'Claude calls this a fault in the server’s set-up without saying which. Where it could be traced, a firewall had cut the connection from Anthropic’s cloud.',
    codes: ['net.reset', 'http.waf-block', 'tls.handshake-failed', 'tls.incomplete-chain'],
    step: null,
  },
  register: {
    meaning:
      'Claude found the server but could not introduce itself to its sign-in service. Either that service’s details are missing, or it does not accept Claude.',
    codes: registration,
    step: 7,
  },
  'authorization-failed': {
    meaning: 'The sign-in was started and did not end well: the sign-in service or the server refused what came back.',
    codes: authorization,
    step: 9,
  },
  reverted: {
    meaning:
      'Signing in worked, but the server refused the very first request that used it. The people who run the server can see why in its log.',
    codes: afterSignIn,
    step: 10,
  },
  'no-server': {
    meaning:
      'Signing in worked, but at the connector’s address there was nothing afterwards (404). Often the path or a slash at its end differs from what the server expects.',
    codes: ['url.trailing-slash-required', 'transport.wrong-path', 'http.not-found'],
    step: 10,
  },
  'authentication-failed': {
    meaning: 'The sign-in could not be started: Claude stopped before your browser was sent to a sign-in page.',
    codes: beforeSignIn,
    step: null,
  },
  'start-failed': {
    meaning:
      'The sign-in could not be started. With Microsoft’s sign-in it is often that the service does not announce PKCE, a safeguard that Claude asks for.',
    codes: ['auth.pkce-not-advertised', 'auth.pkce-s256-missing', 'auth.as-metadata-not-found'],
    step: null,
  },
  'not-finished': {
    meaning:
      'The sign-in was begun, but Claude never got the answer. The window may have been closed, or the sign-in page or something in this browser kept it from coming back.',
    codes: [
      'auth.consent-csp-blocks-callback',
      'client.cookies-blocked',
      'client.popups-blocked',
      'auth.callback-redirect-keeps-post',
    ],
    step: 8,
  },
  'oauth-callback-method': {
    meaning:
      'The sign-in service came back to Claude in a way that Claude does not accept: as a form instead of a plain redirect.',
    codes: ['auth.callback-redirect-keeps-post'],
    step: 8,
  },
  'no-localhost': {
    meaning: 'This address exists on your own computer only; Claude connects from its own servers and cannot reach it.',
    codes: ['url.private-host'],
    step: null,
  },
  'must-be-https': {
    meaning: 'Claude takes only addresses that begin with https://.',
    codes: ['url.scheme-not-https'],
    step: null,
  },
  expired: {
    meaning:
      'The sign-in has run out and could not be renewed. Disconnecting and connecting again helps at once; when it comes back soon, the server does not let Claude renew it.',
    codes: ['auth.offline-access-missing', 'auth.refresh-missing', 'auth.refresh-fails', 'auth.refresh-not-issued'],
    step: 9,
  },
  'tool-name': {
    meaning:
      'One of the connected servers has a tool whose name Claude does not accept (only letters, digits, “_” and “-”, at most 64). A single such name hides all tools.',
    codes: ['tools.name-invalid'],
    step: 11,
  },
  'tool-properties': {
    meaning:
      'One of the connected servers describes a tool’s input in a way that Claude does not accept: its list of properties is empty or of the wrong kind.',
    codes: ['tools.schema-properties-not-object'],
    step: 11,
  },
  'tool-combinator': {
    meaning:
      'One of the connected servers describes a tool’s input with alternatives at the top level, which Claude does not accept.',
    codes: ['tools.schema-top-level-combinator'],
    step: 11,
  },
  'tool-property-name': {
    meaning: 'One of the connected servers has a tool with an input name that Claude does not accept.',
    codes: ['tools.schema-property-name-invalid'],
    step: 11,
  },
  'entra-resource': {
    meaning:
      'Microsoft’s sign-in does not know the address for which Claude asks access. An administrator has to register it there.',
    codes: ['auth.authorize-rejects-callback', 'auth.sign-in-failed'],
    step: 8,
  },
};

/** By the sentence on screen, where checking the connector would find nothing. */
export const guessOfOther: Readonly<Record<OtherSentenceId, Pick<PageGuess, 'meaning'>>> = {
  'entra-policy': {
    meaning:
      'Your organization’s Microsoft sign-in rules (Conditional Access) stopped this. Ask an administrator to look at the sign-in log for the code in the message.',
  },
  'google-policy': {
    meaning: 'Your Google Workspace does not allow this app yet. Ask an administrator to trust Claude there.',
  },
  'google-reconnect': { meaning: 'Google no longer lets Claude in. Disconnect this connector and connect it again.' },
  'corporate-identity': {
    meaning:
      'Your company lets its identities be used only from its own Claude account. Sign in to Claude with the company’s account.',
  },
  'missing-permissions': {
    meaning: 'Your organization does not let you add connectors yourself. An Owner can add it, or allow you to.',
  },
  duplicate: {
    meaning:
      'A connector with this address is in your account already. Look for it in the list of connectors: use that one, or remove it first.',
  },
  'start-refused': {
    meaning:
      'Claude itself refused to start the sign-in, before it asked the connector anything. Reload the page; when it stays, send Anthropic the reference.',
  },
  'app-capabilities': {
    meaning: 'This is a fault of Claude’s app, not of the connector. Reload the page or update the app.',
  },
  directory: {
    meaning: 'Claude could not load its list of connectors: an incident, a blocked request or the network.',
  },
  incident: { meaning: 'Claude itself is down at the moment. Look at status.claude.com and come back later.' },
  'plan-limit': { meaning: 'This is the usage limit of your plan, not a fault of a connector. It resets by itself.' },
  'length-limit': {
    meaning:
      'Your message is too long for this chat, which is no fault of a connector. Shorten it, attach fewer or smaller files, or begin a new chat.',
  },
  capacity: { meaning: 'Claude has too much to do right now, which is no fault of a connector. Try again soon.' },
};

/** By `oauth_error=` in the page's address, lower case. */
export const guessByOauthError = {
  mcpauthorizationerror: guessBySentence.reverted,
  mcp_registration_failed: guessBySentence.register,
  mcp_client_invalid: {
    meaning:
      'The server’s sign-in service no longer knows Claude. Remove the connector and add it again, so that Claude introduces itself anew.',
    codes: ['auth.sign-in-failed', 'auth.dcr-rejected'],
    step: 9,
  },
  mcp_token_exchange_failed: {
    meaning: 'You signed in, but the sign-in service refused to give Claude an access token.',
    codes: ['auth.token-endpoint-rejects-form', 'auth.token-auth-method-unsupported', 'auth.endpoint-unreachable'],
    step: 9,
  },
} satisfies Readonly<Record<string, PageGuess>>;

/** By `step=` in the page's address. */
export const guessByStage = {
  start_error: {
    meaning: 'Claude stopped before your browser was sent to a sign-in page.',
    codes: beforeSignIn,
    step: null,
  },
  end_error: {
    meaning: 'You came back from the sign-in page, and what followed failed: getting the access token or using it.',
    codes: [
      'auth.token-endpoint-rejects-form',
      'auth.prm-resource-mismatch',
      'auth.bearer-blocked-at-edge',
      'auth.token-rejected',
    ],
    step: 9,
  },
} satisfies Readonly<Record<string, PageGuess>>;

/** Nothing but a reference, or words that are not known. */
export const unknownGuess: PageGuess = {
  meaning: 'Claude could not use a connector. What it shows does not say why.',
  codes: [],
  step: null,
};
