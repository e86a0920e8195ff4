import type { Question } from '../question.ts';

/** How long, how large, how many. */
export const limitsQuestions = {
  'time-limits': {
    number: 10,
    question: 'What are the timeout limits?',
    alsoAsked: [
      'What are the timeout limits for MCP tools?',
      'MCP_TOOL_TIMEOUT',
      'No result received after waiting 4 minutes',
    ],
    answer:
      'On the web and in Claude Desktop a tool has 240 seconds to answer; other pages say 300. In Claude Code each request to a remote server or connector has 60 seconds unless you raise MCP_TOOL_TIMEOUT, and a call that stays silent for five minutes ends; MCP_TIMEOUT sets how long a server may take to start. A sign-in service has 10 seconds for each answer, and 30 to renew a token.',
    steps: [],
    places: ['building-docs', 'claude-code-variables-docs'],
    guides: ['slow-or-large-results'],
    facts: ['tool-call-timeout', 'tool-call-timeout-claude-code', 'claude-code-startup-timeout', 'oauth-answer-times'],
    isAnswered: true,
  },
  'size-limits': {
    number: 11,
    question: 'What’s the maximum response size?',
    alsoAsked: ['What is the maximum token size for MCP tool results?', 'Token size', 'MAX_MCP_OUTPUT_TOKENS'],
    answer:
      'On the web and in Claude Desktop a result may have about 150,000 characters. In Claude Code it is 25,000 tokens unless MAX_MCP_OUTPUT_TOKENS says otherwise. Older pages gave that second figure for all of Claude.',
    steps: [],
    places: ['building-docs', 'claude-code-variables-docs'],
    guides: ['slow-or-large-results'],
    facts: ['tool-result-size', 'tool-result-size-claude-code'],
    isAnswered: true,
  },
  'number-of-tools': {
    number: 41,
    question: 'How many tools should an MCP server provide?',
    alsoAsked: [
      'How many tools?',
      'What are the performance requirements for MCP servers?',
      'Performance requirements',
      'SLA',
    ],
    answer:
      'As many as are useful: no least or greatest number is asked for. Nor is a fixed speed or availability, but slow or unreliable connectors can be taken out of the directory.',
    steps: [],
    places: ['building-docs'],
    guides: ['slow-or-large-results'],
    facts: ['no-tool-count-limit', 'no-performance-requirement'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
