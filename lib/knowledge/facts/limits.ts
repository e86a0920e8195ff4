import type { Fact } from '../fact.ts';

/** How long and how large. */
export const limitsFacts = {
  'tool-call-timeout': {
    statement: 'On the web and in Claude Desktop, a tool call may take 240 seconds.',
    sources: ['docs-building', 'report-claude-code-64614'],
    checkedOn: '2026-09-01',
    reviewBy: '2026-12-01',
    confidence: 'likely',
    since: '2026-06',
    replaced: [
      { statement: 'A tool call may take 300 seconds.', source: 'connectors-faq', until: null },
      { statement: 'A tool call may take 300 seconds.', source: 'docs-building-summary', until: '2026-06' },
      { statement: 'A tool call may take 300 seconds.', source: 'directory-faq', until: '2026-02' },
    ],
    lookAgain: true,
  },
  'tool-call-timeout-claude-code': {
    statement:
      'In Claude Code, MCP_TOOL_TIMEOUT sets how long a tool call may take, about 28 hours without it; each request to a remote server or connector has 60 seconds unless that is raised, a silent call ends after five minutes (CLAUDE_CODE_MCP_TOOL_IDLE_TIMEOUT), and one of over two minutes goes on in the background.',
    sources: ['claude-code-mcp', 'claude-code-variables'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'tool-result-size': {
    statement: 'On the web and in Claude Desktop, the result of a tool may have about 150,000 characters.',
    sources: ['docs-building', 'connectors-faq'],
    checkedOn: '2026-09-01',
    reviewBy: '2026-12-01',
    confidence: 'certain',
    since: null,
    replaced: [
      { statement: '25,000 tokens are the limit everywhere.', source: 'directory-faq', until: '2026-02' },
      { statement: '25,000 tokens are the limit.', source: 'connectors-faq-older', until: null },
    ],
    lookAgain: false,
  },
  'tool-result-size-claude-code': {
    statement:
      'In Claude Code, the result of a tool may have 25,000 tokens, with a warning from 10,000 on; MAX_MCP_OUTPUT_TOKENS changes the limit.',
    sources: ['docs-building', 'claude-code-mcp'],
    checkedOn: '2026-09-01',
    reviewBy: '2026-12-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'claude-code-startup-timeout': {
    statement: 'Claude Code waits 30 seconds for a server to start; MCP_TIMEOUT changes that.',
    sources: ['claude-code-variables', 'claude-code-mcp'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'no-tool-count-limit': {
    statement: 'No smallest or largest number of tools is asked of a server.',
    sources: ['directory-faq'],
    checkedOn: '2026-02-10',
    reviewBy: '2026-08-10',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'no-performance-requirement': {
    statement:
      'No fixed speed or availability is asked of a server; slow or unreliable ones may be taken out of the directory.',
    sources: ['directory-faq'],
    checkedOn: '2026-02-10',
    reviewBy: '2026-08-10',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'usage-limits-not-connector': {
    statement:
      'Messages about the 5-hour limit, the length of a chat or capacity concern the plan and Claude’s load, not a connector.',
    sources: ['support-error-messages'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;
