import type { Confidence } from '../kernel/finding.ts';

/**
 * Words that mark a sentence, in lower case with straight quotes and without the signs that part sentences (full stops, colons, dashes,
 * dots in the middle); `<name>` stands for a varying part of at most 120 characters.
 */
export interface ToldWords {
  /** How sure it is that whoever shows this means it. */
  readonly confidence: Confidence;
  /** Found anywhere in what was shown: so long or so special that nothing else says it. */
  readonly within?: readonly string[];
  /** Found only where nothing else was shown: a service that a tool talks to may use the same words in a sentence of its own. */
  readonly whole?: readonly string[];
  /** One of these words must stand beside it. */
  readonly beside?: readonly string[];
}

/** What Claude and sign-in services show when not the server but an account, a limit or Claude itself stands in the way. */
export const toldSentences = {
  'not-connected': { confidence: 'certain', whole: ['you are not connected to <name> yet'] },
  expired: {
    confidence: 'certain',
    within: ['you may need to reconnect with your google'],
    whole: ['connection has expired', 'your connection has expired', 'connection has expired <name>connect'],
  },
  'tool-sign-in': {
    confidence: 'likely',
    whole: ['authentication required to use this tool', 'authentication required to use this tool connect'],
  },
  'claude-code-login': {
    confidence: 'certain',
    within: ['claude.ai rejected the session token', 'connected session token rejected'],
    whole: ['session token rejected'],
  },
  duplicate: { confidence: 'certain', within: ['a server with this url already exists'] },
  'corporate-identity': {
    confidence: 'certain',
    within: [
      'this corporate identity belongs to an enterprise',
      "sign in to your organization's claude account to use this connection",
    ],
  },
  'request-access': { confidence: 'certain', whole: ['missing permissions request access'] },
  'missing-permissions': { confidence: 'likely', whole: ['missing permissions'] },
  'entra-rule': { confidence: 'certain', within: ['aadsts53003', 'aadsts50076', 'aadsts70043'] },
  'entra-consent': {
    confidence: 'certain',
    within: [
      'aadsts65001',
      'aadsts90094',
      'needs permission to access resources in your organization that only an admin can grant',
    ],
  },
  'entra-approval': { confidence: 'likely', whole: ['need admin approval', 'approval required'] },
  'google-policy': { confidence: 'certain', within: ["your institution's admin needs to review claude"] },
  'google-rule': { confidence: 'likely', within: ['error 400 admin_policy_enforced'] },
  'tool-policy': { confidence: 'certain', within: ['your organization requires approval for this tool'] },
  'microsoft-call': {
    confidence: 'possible',
    within: ['failed to call tool'],
    beside: ['microsoft', 'office 365', 'sharepoint', 'onedrive', 'outlook', 'entra'],
  },
  'no-matching-tools': { confidence: 'possible', whole: ['no matching tools found'] },
  'call-too-long': {
    confidence: 'likely',
    within: [
      'no result received from the claude desktop app',
      'no result received from <name> after waiting 4 minutes',
    ],
  },
  'result-too-large': {
    confidence: 'possible',
    within: [
      'mcp tool <name> exceeds maximum allowed tokens',
      'mcp tool <name> exceeds the maximum allowed tokens',
      'tool response <name> exceeds maximum allowed tokens',
      'result <name> exceeds maximum allowed tokens output has been saved',
    ],
  },
  usage: {
    confidence: 'certain',
    within: ['claude usage limit reached'],
    whole: [
      'approaching 5-hour limit',
      '5-hour limit reached',
      '5-hour limit reached<name>resets<name>',
      '5-hour limit resets<name>',
      'approaching your 5-hour limit',
      "you're approaching your 5-hour limit",
      'reached your 5-hour limit',
      "you've reached your 5-hour limit",
      "you've reached your 5-hour limit resets <name>",
      'approaching weekly limit',
      'weekly limit reached',
      'weekly limit reached<name>resets<name>',
      "you've hit your <name>limit<name>resets<name>",
    ],
  },
  'long-message': { confidence: 'certain', within: ['your message will exceed the length limit'] },
  'long-conversation': {
    confidence: 'certain',
    within: ['claude hit the maximum length for this conversation'],
  },
  overloaded: { confidence: 'likely', within: ['overloaded_error', 'api error 529'] },
  capacity: {
    confidence: 'certain',
    within: ['due to unexpected capacity constraints', 'claude is unable to respond to your message'],
  },
} as const satisfies Readonly<Record<string, ToldWords>>;

export type ToldSentence = keyof typeof toldSentences;

/** A fault of Claude’s own apps that was reported where the server was found well. */
export interface ClaudeFault {
  readonly id: 'capabilities' | 'search' | 'start' | 'firewall';
  readonly words: ToldWords;
  /** The report, as its readers know it. */
  readonly report: string;
  readonly url: string;
}

/** Faults that people reported until 2026-09, each with the words that Claude showed. */
export const claudeFaults: readonly ClaudeFault[] = [
  {
    id: 'capabilities',
    words: { confidence: 'likely', within: ['client server capabilities not available'] },
    report: 'claude-code#78193',
    url: 'https://github.com/anthropics/claude-code/issues/78193',
  },
  {
    id: 'search',
    // A chat in which the connector is off, or in which its tools are not loaded yet, shows the same.
    words: toldSentences['no-matching-tools'],
    report: 'claude-ai-mcp#552',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/552',
  },
  {
    id: 'start',
    words: { confidence: 'likely', within: ['failed to start mcp authorization'] },
    report: 'claude-ai-mcp#724',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/724',
  },
  {
    id: 'firewall',
    // A blocked page that names Anthropic’s own host: the server’s edge would name the server’s.
    words: {
      confidence: 'likely',
      within: ['you have been blocked <name>anthropic.com', 'you are unable to access anthropic.com'],
    },
    report: 'claude-code#64384',
    url: 'https://github.com/anthropics/claude-code/issues/64384',
  },
];
