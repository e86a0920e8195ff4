import { guessBySentence } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence, LikelyCause } from '../error-sentence.ts';
import { whys } from './whys.ts';

const reachCauses: readonly LikelyCause[] = [
  { code: 'url.nonstandard-port', likelihood: 'usual', why: whys.port },
  { code: 'url.private-host', likelihood: 'usual', why: whys.privateHost },
  { code: 'dns.private-address', likelihood: 'common', why: whys.privateAddress },
  { code: 'dns.no-a-record', likelihood: 'common', why: whys.onlyIpv6 },
  { code: 'http.waf-block', likelihood: 'common', why: whys.firewall },
  { code: 'net.reset', likelihood: 'common', why: whys.reset },
  { code: 'auth.prm-not-found', likelihood: 'common', why: whys.resourceMetadataMissing },
  { code: 'auth.as-metadata-not-found', likelihood: 'common', why: whys.serviceMetadataMissing },
  { code: 'auth.no-registration-way', likelihood: 'rare', why: whys.noRegistration },
  { code: 'auth.pkce-not-advertised', likelihood: 'rare', why: whys.pkceUnannounced },
  { code: 'auth.dcr-rejects-callback', likelihood: 'rare', why: whys.callbackRefused },
  { code: 'http.redirect-cross-host', likelihood: 'rare', why: whys.redirectAway },
];

/** Claude did not get through to the server, or to what it needs of it before a sign-in. */
export const reaching = {
  'could-not-reach': {
    shown:
      'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: “ofid_…”',
    phrases: [
      "couldn't reach the mcp server",
      "couldn't reach mcp server",
      'you can check the server url and verify the server is running',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: null,
    meaning: guessBySentence.reach.meaning,
    causes: reachCauses,
    guides: ['private-host', 'firewall', 'change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://claude.com/docs/connectors/building/troubleshooting',
      'https://github.com/anthropics/claude-ai-mcp/issues/541',
      'https://github.com/anthropics/claude-ai-mcp/issues/158',
    ],
  },
  'unable-to-reach': {
    shown: 'Unable to reach MCP <name>. You can check the server URL and make sure the server is running.',
    phrases: [
      'unable to reach mcp … you can check',
      'you can check the server url and make sure the server is running',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: null,
    meaning: guessBySentence.reach.meaning,
    causes: [...reachCauses, { code: 'transport.stream-buffered', likelihood: 'rare', why: whys.streamHeld }],
    guides: ['private-host', 'firewall', 'change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/1005'],
  },
  'error-connecting': {
    shown:
      'There was an error connecting to <name>. Please check your server URL and make sure your server handles auth correctly. If this persists, share this reference with support: …',
    phrases: [
      'there was an error connecting to … please check your server url',
      'please check your server url and make sure your server handles auth correctly',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessBySentence.reach.meaning,
    causes: reachCauses,
    guides: ['private-host', 'firewall', 'change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/5826'],
  },
  'not-a-valid-mcp-server': {
    shown: 'Couldn’t connect to the server. Check that the URL points to a valid MCP server.',
    phrases: ["couldn't connect to the server. check that the url", 'check that the url points to a valid mcp server'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: 3,
    meaning: guessBySentence.connect.meaning,
    causes: [
      { code: 'transport.wrong-path', likelihood: 'usual', why: whys.wrongPath },
      { code: 'http.html-response', likelihood: 'common', why: whys.webPage },
      { code: 'transport.not-mcp', likelihood: 'common', why: whys.notMcp },
      { code: 'transport.post-not-allowed', likelihood: 'rare', why: whys.getOnly },
    ],
    guides: ['change-url-or-credentials', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/homeassistant-ai/ha-mcp/issues/1607'],
  },
  'server-configuration-issue': {
    shown: 'Connection issue — This connector has a server configuration issue. Contact the connector provider.',
    phrases: ['this connector has a server configuration issue'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessBySentence['connection-issue'].meaning,
    causes: [
      { code: 'net.reset', likelihood: 'usual', why: whys.reset },
      { code: 'http.waf-block', likelihood: 'common', why: whys.firewall },
      { code: 'tls.handshake-failed', likelihood: 'rare', why: whys.handshake },
      { code: 'tls.incomplete-chain', likelihood: 'rare', why: whys.incompleteChain },
    ],
    guides: ['firewall', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/479'],
  },
  'checking-connection': {
    shown: 'Checking connection...',
    phrases: [],
    alone: ['checking connection'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning:
      'Claude is still waiting. If this stays for minutes, a request to the server was never answered to its end.',
    causes: [
      { code: 'transport.get-hangs', likelihood: 'usual', why: whys.getHangs },
      {
        code: 'transport.get-405-without-allow',
        likelihood: 'common',
        why: 'In a report it stayed for ever when the server refused GET without saying what it takes instead.',
      },
      { code: 'transport.no-reply', likelihood: 'rare', why: whys.slowOrSilent },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/499'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
