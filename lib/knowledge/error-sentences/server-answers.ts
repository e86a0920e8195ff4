import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

/** What a server, or what stands before it, answers to a request on the connector’s address. Most are also told by their status. */
export const serverAnswers = {
  'bot-challenge': {
    shown: '403, cf-mitigated: challenge',
    phrases: [],
    alone: ['just a moment', 'just a moment...'],
    besideMcp: ['cf-mitigated: challenge'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'A bot check stands before the server and answers in its place. Claude cannot solve it; the people who run the server have to let it through.',
    causes: [
      { code: 'http.bot-challenge', likelihood: 'usual', why: whys.challenge },
      { code: 'http.claude-user-agent-blocked', likelihood: 'common', why: whys.aiBotRule },
      { code: 'http.waf-block', likelihood: 'common', why: whys.firewall },
    ],
    guides: ['firewall'],
    isConnectorFault: true,
    sources: [
      'https://github.com/anthropics/claude-ai-mcp/issues/49',
      'https://github.com/anthropics/claude-ai-mcp/issues/1061',
    ],
  },
  'edge-refusal': {
    shown: '403 with cf-ray',
    phrases: ['403 with cf-ray', '403 text/plain … cf-ray'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'Cloudflare, which stands before the server, refused the request (403). Often it is a rule against AI bots that its owner can change.',
    causes: [
      { code: 'http.waf-block', likelihood: 'usual', why: whys.firewall },
      { code: 'http.claude-user-agent-blocked', likelihood: 'usual', why: whys.aiBotRule },
      { code: 'auth.bearer-blocked-at-edge', likelihood: 'common', why: whys.bearerBlocked },
    ],
    guides: ['firewall'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/49'],
  },
  'sandbox-egress': {
    shown: '403 Host not in allowlist, x-deny-reason: host_not_allowed',
    phrases: ['host not in allowlist', 'x-deny-reason: host_not_allowed'],
    otherLanguages: {},
    surfaces: ['server'],
    step: null,
    meaning:
      'This answer comes from the sandbox in which Claude runs code: it may not reach that host. It says nothing about connectors, which take another way.',
    causes: [],
    guides: [],
    isConnectorFault: false,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/282'],
  },
  'not-acceptable': {
    shown: '406 Not Acceptable: Client must accept both application/json and text/event-stream',
    phrases: [
      'not acceptable: client must accept',
      'client must accept both application/json and text/event-stream',
      'client must accept text/event-stream',
    ],
    otherLanguages: {},
    surfaces: ['server', 'claude-code'],
    step: 3,
    meaning:
      'The server insists on a certain Accept header (406). In a browser’s tab this is normal and harmless; from Claude it means that nothing can begin.',
    causes: [
      { code: 'transport.accept-rejected', likelihood: 'usual', why: whys.acceptRejected },
      {
        code: 'transport.get-not-405-or-stream',
        likelihood: 'rare',
        why: 'A plain GET, as from a browser’s tab, gets this answer from healthy servers too.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://github.com/modelcontextprotocol/python-sdk/issues/2349',
      'https://github.com/PrefectHQ/fastmcp/issues/1664',
    ],
  },
  'host-not-allowed': {
    shown: '421 Invalid Host header',
    phrases: ['421 invalid host header', '421 misdirected request'],
    besideMcp: ['invalid host header'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'The server refuses its own public name. It guards against false host names, and this one has to be added to its list.',
    causes: [{ code: 'transport.host-not-allowed', likelihood: 'usual', why: whys.hostGuard }],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning'],
  },
  'stale-session-not-404': {
    shown: '400 instead of 404 for an unknown Mcp-Session-Id',
    phrases: [
      '400 instead of 404 for an unknown mcp-session-id',
      'no valid session id provided',
      'bad request: mcp-session-id',
      'bad request: no valid session',
    ],
    otherLanguages: {},
    surfaces: ['server'],
    step: 11,
    meaning:
      'The server does not know the session any more and says so in a way (400) after which clients do not begin a new one. 404 would be right.',
    causes: [
      { code: 'transport.stale-session-not-404', likelihood: 'usual', why: whys.staleSession },
      { code: 'transport.session-not-kept', likelihood: 'common', why: whys.sessionLost },
    ],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/48557'],
  },
  'session-not-found': {
    shown: 'Session not found',
    phrases: ['"code":-32001,"message":"session not found"'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 11,
    meaning:
      'The server does not know the session of this request, for instance after a restart, or since several copies of it run without sharing their sessions.',
    causes: [
      { code: 'transport.session-not-kept', likelihood: 'usual', why: whys.sessionLost },
      { code: 'transport.stale-session-not-404', likelihood: 'common', why: whys.staleSession },
    ],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/53059'],
  },
  'redirect-to-http': {
    shown: '307 to http://',
    phrases: ['307/308 to http://'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'The server sends the request on to an address without encryption, often since it does not know that a proxy before it does the encryption.',
    causes: [
      { code: 'http.redirect-insecure', likelihood: 'usual', why: whys.redirectInsecure },
      { code: 'http.redirect-same-host', likelihood: 'common', why: whys.redirectSlash },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/PrefectHQ/fastmcp/issues/1466'],
  },
  'redirect-to-slash': {
    shown: '307/308 to …/mcp/',
    phrases: ['307/308 to …/mcp/'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'The server answers under another form of the address, most often with a slash at the end, and sends the request on to it. Not every client follows.',
    causes: [
      { code: 'http.redirect-same-host', likelihood: 'usual', why: whys.redirectSlash },
      { code: 'url.trailing-slash-required', likelihood: 'common', why: whys.trailingSlash },
      { code: 'http.redirect-insecure', likelihood: 'common', why: whys.redirectInsecure },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/PrefectHQ/fastmcp/issues/1466'],
  },
  'redirect-changes-method': {
    shown: '301 on POST',
    phrases: ['301 on post'],
    otherLanguages: {},
    surfaces: ['server'],
    step: null,
    meaning:
      'The server sends a POST request on (301 or 302), and after that it arrives as a GET without its content. Often only a slash at the end is missing.',
    causes: [
      { code: 'http.redirect-changes-method', likelihood: 'usual', why: whys.redirectMethod },
      { code: 'url.trailing-slash-required', likelihood: 'common', why: whys.trailingSlash },
      { code: 'auth.endpoint-unreachable', likelihood: 'common', why: whys.endpointUnreachable },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/136'],
  },
  'n8n-webhook-not-registered': {
    shown: '{"code":404,"message":"The requested webhook … is not registered."}',
    phrases: ['the requested webhook … is not registered'],
    otherLanguages: {},
    surfaces: ['server'],
    step: 3,
    meaning:
      'This is n8n: the workflow is not active, or the address is the one for tests, which works only while the editor waits.',
    causes: [
      { code: 'http.not-found', likelihood: 'usual', why: whys.notFound },
      { code: 'transport.wrong-path', likelihood: 'common', why: whys.wrongPath },
    ],
    guides: ['change-url-or-credentials'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/117'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
