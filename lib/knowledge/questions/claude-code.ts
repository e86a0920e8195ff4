import type { Question } from '../question.ts';

/** Connectors and local servers in Claude Code. */
export const claudeCodeQuestions = {
  'connectors-in-claude-code': {
    number: 55,
    question: 'Do Claude Connectors work in Claude Code?',
    alsoAsked: ['Do connectors work in Claude Code?', 'Claude Code and connectors'],
    answer:
      'Yes: sign in to Claude Code with your claude.ai subscription, and your account’s connectors are there; with an API key they are not. You can also add the server to Claude Code itself, with “claude mcp add”.',
    steps: [
      'Enter /status in Claude Code and see which sign-in is in use.',
      'If it is not your claude.ai account, enter /login.',
      'Enter /mcp to see your connectors.',
    ],
    places: ['claude-code-mcp-docs', 'connectors'],
    guides: ['claude-code'],
    facts: ['claude-code-shows-connectors', 'claude-code-check-login', 'claude-code-adds-servers'],
    isAnswered: true,
  },
  'local-servers-and-logs': {
    number: 51,
    question: 'How do we make local MCP servers (.mcpb) available in Claude Code?',
    alsoAsked: [
      'Local servers in Claude Code?',
      'What are the observability best practices for local MCPs in Claude Desktop?',
      'Logs of local servers?',
    ],
    answer:
      'Offer them through a plugin marketplace of Claude Code. Claude Desktop on macOS writes the logs of local servers to ~/Library/Logs/Claude, in files that begin with mcp; the page does not say where they are on Windows. People have to send them to you themselves.',
    steps: [],
    places: ['plugin-marketplaces-docs'],
    guides: ['local-server'],
    facts: ['local-servers-by-plugin', 'local-server-logs'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
