import { guessOfOther } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

/** What is shown in a conversation, while a connector is used. */
export const chat = {
  'sign-in-required-for-tool': {
    shown: 'Authentication required to use this tool — Connect',
    phrases: ['authentication required to use this tool'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning:
      'The server asked for a new sign-in when Claude used this tool. Press Connect; when it comes back after an hour or so, the server does not let Claude renew the sign-in.',
    causes: [
      { code: 'account.expired-sign-in', likelihood: 'usual', why: whys.expired },
      { code: 'auth.refresh-missing', likelihood: 'common', why: whys.noRefresh },
      { code: 'auth.offline-access-missing', likelihood: 'common', why: whys.noOfflineAccess },
      { code: 'auth.refresh-not-issued', likelihood: 'common', why: whys.refreshNotIssued },
      {
        code: 'auth.partial',
        likelihood: 'rare',
        why: 'Some servers show their tools to everybody and ask for a sign-in only when one is used.',
      },
    ],
    guides: ['sign-in-again', 'reconnect'],
    isConnectorFault: true,
    sources: ['https://github.com/dmalis/dropthis/issues/20'],
  },
  'tool-execution-failed': {
    shown: 'Error occurred during tool execution.',
    phrases: [],
    alone: ['tool execution failed'],
    besideMcp: ['error occurred during tool execution'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'cowork'],
    step: null,
    meaning:
      'Claude used a tool, and the server answered with an error. Where every tool fails since the server was restarted, Claude still uses a session that is gone.',
    causes: [
      { code: 'transport.stale-session-not-404', likelihood: 'usual', why: whys.staleSession },
      { code: 'transport.session-not-kept', likelihood: 'common', why: whys.sessionLost },
      { code: 'http.server-error', likelihood: 'common', why: whys.serverError },
      {
        code: 'account.source-permission',
        likelihood: 'rare',
        why: 'The account with which you signed in may lack the right to what was asked.',
      },
    ],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://github.com/anthropics/claude-code/issues/48557',
      'https://github.com/anthropics/claude-code/issues/53059',
    ],
  },
  'unable-to-reach-result': {
    shown: 'Unable to reach <server>',
    phrases: [],
    alone: ['unable to reach …'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning:
      'On an interactive result this means that the connection behind it broke off. Reload the page; the connector itself may be well.',
    causes: [
      { code: 'claude.known-bug', likelihood: 'usual', why: whys.claudeBug },
      { code: 'transport.stream-buffered', likelihood: 'rare', why: whys.streamHeld },
      { code: 'net.timeout', likelihood: 'rare', why: whys.slowOrSilent },
    ],
    guides: ['reconnect', 'report-to-support'],
    isConnectorFault: false,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/636'],
  },
  'no-result-in-time': {
    shown: 'No result received from the Claude Desktop app after waiting 4 minutes',
    phrases: ['no result received from the claude desktop app', 'no result received from … after waiting 4 minutes'],
    otherLanguages: {},
    surfaces: ['desktop'],
    step: null,
    meaning: 'The tool took longer than the four minutes for which Claude waits.',
    causes: [
      {
        code: 'limits.tool-timeout',
        likelihood: 'usual',
        why: 'Claude ends a tool’s call after 240 seconds, and this cannot be set.',
      },
      { code: 'transport.stream-buffered', likelihood: 'rare', why: whys.streamHeld },
    ],
    guides: ['slow-or-large-results'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/64614'],
  },
  'result-too-large': {
    shown: 'MCP tool <name> response (<n> tokens) exceeds maximum allowed tokens (25000)',
    phrases: [
      'mcp tool … exceeds maximum allowed tokens',
      'mcp tool … exceeds the maximum allowed tokens',
      'tool response … exceeds maximum allowed tokens',
      'result … exceeds maximum allowed tokens. output has been saved',
    ],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: null,
    meaning: 'A tool answered with more text than Claude takes at once. Ask for a smaller part of it.',
    causes: [
      {
        code: 'limits.result-too-large',
        likelihood: 'usual',
        why: 'Claude Code takes 25,000 tokens of a result, unless MAX_MCP_OUTPUT_TOKENS says otherwise.',
      },
    ],
    guides: ['slow-or-large-results'],
    isConnectorFault: true,
    sources: ['https://code.claude.com/docs/en/mcp'],
  },
  'no-matching-tools': {
    shown: 'No matching tools found',
    phrases: [],
    alone: ['no matching tools found'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning:
      'Claude’s search for tools found none in this conversation, though the connector may have them. Begin a new chat, and choose “Always available” there under Tool access.',
    causes: [
      {
        code: 'account.not-enabled-in-chat',
        likelihood: 'usual',
        why: 'The connector’s tools are not ready for Claude’s search in this chat, or it is switched off here.',
      },
      { code: 'claude.known-bug', likelihood: 'common', why: whys.claudeBug },
    ],
    guides: ['missing-in-chat'],
    isConnectorFault: false,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/552'],
  },
  'app-capabilities': {
    shown: 'Client server capabilities not available',
    phrases: ['client server capabilities not available'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessOfOther['app-capabilities'].meaning,
    causes: [{ code: 'claude.known-bug', likelihood: 'usual', why: whys.claudeBug }],
    guides: ['report-to-support'],
    isConnectorFault: false,
    sources: ['https://github.com/anthropics/claude-code/issues/78193'],
  },
  'tool-needs-approval': {
    shown: 'Your organization requires approval for this tool',
    phrases: ['your organization requires approval for this tool'],
    otherLanguages: {},
    surfaces: ['claude-code', 'web', 'desktop'],
    step: null,
    meaning: 'Your organization has set this tool to be asked about each time. An Owner can change that.',
    causes: [
      {
        code: 'account.action-restricted',
        likelihood: 'usual',
        why: 'An Owner decides for each tool whether it may be used, must be approved, or is blocked.',
      },
    ],
    guides: ['tool-blocked'],
    isConnectorFault: false,
    sources: ['https://code.claude.com/docs/en/mcp'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
