import { guessBySentence, guessOfOther } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

const tracker = 'https://github.com/anthropics/claude-ai-mcp/issues/';

/** Claude’s own dialogs and lists: it refuses before it asks the connector anything. */
export const dialog = {
  'url-must-be-https': {
    shown: 'URL must start with ‘https’',
    phrases: ["url must start with 'https'"],
    otherLanguages: { de: ["url muss mit 'https' beginnen"] },
    surfaces: ['web', 'desktop'],
    step: 0,
    meaning: guessBySentence['must-be-https'].meaning,
    causes: [{ code: 'url.scheme-not-https', likelihood: 'usual', why: whys.notHttps }],
    guides: ['change-url-or-credentials'],
    isConnectorFault: true,
    sources: [`${tracker}56`],
  },
  'no-localhost': {
    shown:
      'Localhost URLs cannot be used because our servers cannot reach your local machine. Provide a publicly accessible MCP server URL.',
    phrases: ['localhost urls cannot be used because', 'provide a publicly accessible mcp server url'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 0,
    meaning: guessBySentence['no-localhost'].meaning,
    causes: [{ code: 'url.private-host', likelihood: 'usual', why: whys.privateHost }],
    guides: ['private-host', 'local-server'],
    isConnectorFault: true,
    sources: [`${tracker}9`],
  },
  'failed-to-add-connector': {
    shown: 'Failed to add connector',
    phrases: [],
    alone: ['failed to add connector'],
    otherLanguages: {},
    surfaces: ['desktop'],
    step: 0,
    meaning:
      'Claude did not take the address. The log of the app may say why; in the reported case it was an address of the person’s own computer.',
    causes: [
      { code: 'url.private-host', likelihood: 'usual', why: whys.privateHost },
      { code: 'url.scheme-not-https', likelihood: 'common', why: whys.notHttps },
      {
        code: 'account.duplicate-url',
        likelihood: 'rare',
        why: 'An address that the account has already is not taken a second time.',
      },
    ],
    guides: ['private-host', 'local-server', 'duplicate-entry'],
    isConnectorFault: true,
    sources: [`${tracker}9`],
  },
  'duplicate-url': {
    shown: 'A server with this URL already exists',
    phrases: ['a server with this url already exists'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 0,
    meaning: guessOfOther.duplicate.meaning,
    causes: [
      {
        code: 'account.duplicate-url',
        likelihood: 'usual',
        why: 'The account holds an entry with this address, maybe an old one under another name.',
      },
    ],
    guides: ['duplicate-entry'],
    isConnectorFault: false,
    sources: [`${tracker}863`],
  },
  'missing-permissions': {
    shown: 'Missing permissions',
    phrases: [],
    alone: ['missing permissions', 'missing permissions request access'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 0,
    meaning: guessOfOther['missing-permissions'].meaning,
    causes: [{ code: 'account.owner-must-enable', likelihood: 'usual', why: whys.ownerFirst }],
    guides: ['member-cannot-add', 'enable-for-organization'],
    isConnectorFault: false,
    sources: [
      'https://claude.com/docs/connectors/custom/add-unlisted',
      'https://github.com/elementary-data/elementary/issues/2300',
    ],
  },
  'corporate-identity': {
    shown:
      'This corporate identity belongs to an Enterprise that manages access through their own Claude account. Sign in to your organization’s Claude account to use this connection.',
    phrases: [
      'this corporate identity belongs to an enterprise',
      "sign in to your organization's claude account to use this connection",
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning: guessOfOther['corporate-identity'].meaning,
    causes: [
      {
        code: 'account.verified-domain',
        likelihood: 'usual',
        why: 'The company lets its identities connect only from its own Claude account.',
      },
    ],
    guides: ['corporate-identity'],
    isConnectorFault: false,
    sources: ['https://support.claude.com/en/articles/15402193'],
  },
  'not-connected-yet': {
    shown: 'You are not connected to <name> yet.',
    phrases: [],
    alone: ['you are not connected to … yet'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning: 'This is no error: the connector is there, and nobody has signed in to it yet. Press Connect.',
    causes: [{ code: 'account.not-authenticated', likelihood: 'usual', why: whys.notConnected }],
    guides: ['sign-in-again'],
    isConnectorFault: false,
    sources: [`${tracker}373`],
  },
  'start-refused': {
    shown: 'Failed to start MCP authorization',
    phrases: ['failed to start mcp authorization'],
    otherLanguages: {},
    surfaces: ['web', 'browser-console'],
    step: null,
    meaning: guessOfOther['start-refused'].meaning,
    causes: [{ code: 'claude.known-bug', likelihood: 'usual', why: whys.claudeBug }],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: false,
    sources: [`${tracker}724`],
  },
  'directory-not-loading': {
    shown: 'Could not load connectors directory.',
    phrases: ['could not load connectors directory'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessOfOther.directory.meaning,
    causes: [
      { code: 'client.service-incident', likelihood: 'common', why: whys.incident },
      {
        code: 'client.request-blocked',
        likelihood: 'common',
        why: 'An extension of this browser, such as an ad blocker, may stop the request for the list.',
      },
      {
        code: 'client.directory-unreachable',
        likelihood: 'common',
        why: 'The request for the list does not get through from this network.',
      },
      {
        code: 'client.network-filter',
        likelihood: 'rare',
        why: 'A filter of the company or of the home network may answer in Claude’s place.',
      },
      {
        code: 'client.stale-cache',
        likelihood: 'rare',
        why: 'The browser may keep an old copy of the page.',
      },
    ],
    guides: ['directory-not-loading'],
    isConnectorFault: false,
    sources: [
      'https://github.com/anthropics/claude-code/issues/28218',
      'https://github.com/anthropics/claude-code/issues/58155',
    ],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
