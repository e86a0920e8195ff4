/**
 * What Claude and sign-in services show when not the server but an account, a limit or Claude itself stands in the way. Phrases are lower
 * case with straight quotes; `<name>` stands for a varying part of at most 120 characters.
 */
export const toldSentences = {
  'not-connected': ['you are not connected to <name> yet', 'you are not connected to <name>.'],
  expired: [
    'connection has expired',
    'authentication required to use this tool',
    'you may need to reconnect with your google',
    'session token rejected',
    'rejected the session token',
  ],
  duplicate: ['a server with this url already exists'],
  'corporate-identity': ['this corporate identity belongs to an enterprise'],
  'missing-permissions': ['missing permissions'],
  'entra-rule': ['aadsts53003', 'aadsts50076', 'aadsts70043'],
  'entra-consent': ['aadsts65001', 'aadsts90094', 'need admin approval'],
  'google-policy': ["your institution's admin needs to review", 'admin_policy_enforced'],
  'tool-policy': ['your organization requires approval for this tool'],
  'microsoft-call': ['failed to call tool'],
  'call-too-long': [
    'no result received from the claude <name> after waiting',
    'no result received from <name> after waiting',
  ],
  'result-too-large': ['exceeds maximum allowed tokens', 'exceeds the maximum allowed tokens'],
  usage: ['5-hour limit', 'weekly limit reached', 'usage limit reached'],
  length: ['exceed the length limit', 'maximum length for this conversation'],
  capacity: ['due to unexpected capacity constraints'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ToldSentence = keyof typeof toldSentences;

/** A fault of Claude’s own apps that was reported where the server was found well. */
export interface ClaudeFault {
  readonly id: 'capabilities' | 'search' | 'start' | 'firewall';
  readonly phrases: readonly string[];
  /** The report, as its readers know it. */
  readonly report: string;
  readonly url: string;
}

/** Faults that people reported until 2026-09, each with the words that Claude showed. */
export const claudeFaults: readonly ClaudeFault[] = [
  {
    id: 'capabilities',
    phrases: ['client server capabilities not available'],
    report: 'claude-code#78193',
    url: 'https://github.com/anthropics/claude-code/issues/78193',
  },
  {
    id: 'search',
    phrases: ['no matching tools found'],
    report: 'claude-ai-mcp#552',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/552',
  },
  {
    id: 'start',
    phrases: ['failed to start mcp authorization'],
    report: 'claude-ai-mcp#724',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/724',
  },
  {
    id: 'firewall',
    // A blocked page that names Anthropic’s own host: the server’s edge would name the server’s.
    phrases: ['sorry, you have been blocked<name>anthropic.com'],
    report: 'claude-code#64384',
    url: 'https://github.com/anthropics/claude-code/issues/64384',
  },
];
