import type { Fact } from '../fact.ts';

/** Connectors in Claude Code. */
export const claudeCodeFacts = {
  'claude-code-shows-connectors': {
    statement:
      'Connectors of the account appear in Claude Code by themselves when one is signed in there with a claude.ai subscription, and not with an API key.',
    sources: ['claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: '2026-08',
    replaced: [
      {
        statement: 'Claude Code does not use the account’s connectors.',
        source: 'sunpeak-claude-connectors',
        until: '2026-04',
      },
    ],
    lookAgain: false,
  },
  'claude-code-check-login': {
    statement:
      'The command /status in Claude Code shows which sign-in is in use, and /mcp lists servers and connectors.',
    sources: ['claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-own-server-wins': {
    statement: 'A server that was added in Claude Code hides a connector of the account with the same address.',
    sources: ['claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-adds-servers': {
    statement: 'The command “claude mcp add” adds a server in Claude Code directly.',
    sources: ['claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-switch-off-connectors': {
    statement:
      'ENABLE_CLAUDEAI_MCP_SERVERS=false or the setting disableClaudeAiConnectors hides the account’s connectors in Claude Code.',
    sources: ['claude-code-variables', 'claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-variables': {
    statement:
      'More variables set Claude Code’s way with servers: ENABLE_TOOL_SEARCH, MCP_CLIENT_SECRET, MCP_OAUTH_CALLBACK_PORT, MCP_PROTOCOL_NEGOTIATION, MCP_SDK_GENERATION and MCP_CONNECT_TIMEOUT_MS.',
    sources: ['claude-code-variables', 'claude-code-errors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-login-expired': {
    statement:
      '“session token rejected” in Claude Code means that its own sign-in to claude.ai has expired: /login helps, connecting the connector again does not.',
    sources: ['claude-code-mcp', 'claude-code-errors'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'local-servers-by-plugin': {
    statement: 'A local server (.mcpb) comes to Claude Code through a plugin marketplace.',
    sources: ['directory-faq'],
    checkedOn: '2026-02-10',
    reviewBy: '2026-08-10',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;
