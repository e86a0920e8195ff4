import type { AccountAnswers, ClaudeShown } from '../../../../lib/kernel/account.ts';
import { noAnswers } from '../../../../lib/kernel/account.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { SkipReason } from '../../../../lib/kernel/finding.ts';

/** What was told, and what is to be found in it of one code. */
export interface ToldCase {
  readonly what: string;
  readonly account?: AccountAnswers;
  readonly shown?: ClaudeShown;
  /** `severity confidence` of the finding; null where it must not be found. */
  readonly found: string | null;
  readonly skipped?: SkipReason;
  readonly says?: RegExp;
  readonly fix?: RegExp;
  readonly step?: number | null;
}

export function answers(some: Partial<AccountAnswers>): AccountAnswers {
  return { ...noAnswers, ...some };
}

export function shown(sentence: string | null, rest: Partial<ClaudeShown> = {}): ClaudeShown {
  return { sentence, seemsHealthy: true, ...rest };
}

const reach = shown('Couldn’t reach the MCP server. You can check the server URL and verify the server is running.');

/** By code: at least one case in which it is found, and one in which it is not. */
export const toldCases: Readonly<Partial<Record<FindingCode, readonly ToldCase[]>>> = {
  'account.free-custom-limit': [
    {
      what: 'a second one on Free',
      account: answers({ plan: 'free', goal: 'add-custom', hasCustom: true }),
      found: 'warning certain',
      says: /there is one already/,
    },
    {
      what: 'Free, and nobody said whether there is one',
      account: answers({ plan: 'free', goal: 'add-custom' }),
      found: 'warning possible',
      says: /has room for only one/,
    },
    {
      what: 'the first one on Free',
      account: answers({ plan: 'free', goal: 'add-custom', hasCustom: false }),
      found: null,
      skipped: 'not-applicable',
    },
    {
      what: 'a second one on Pro',
      account: answers({ plan: 'pro', goal: 'add-custom', hasCustom: true }),
      found: null,
    },
    { what: 'an answer that says too little', account: answers({ plan: 'free' }), found: null },
    { what: 'nothing told', shown: reach, found: null, skipped: 'not-asked' },
  ],
  'account.owner-must-enable': [
    {
      what: 'a member who wants to add',
      account: answers({ plan: 'team', role: 'member', goal: 'add-custom' }),
      found: 'warning certain',
    },
    {
      what: 'a member who wants to connect',
      account: answers({ plan: 'enterprise', role: 'member', goal: 'connect-directory' }),
      found: 'warning possible',
    },
    { what: 'Claude’s dialog refuses', shown: shown('Missing permissions'), found: 'blocker likely', says: /said/ },
    {
      what: 'its whole dialog',
      shown: shown('Missing permissions. Request access'),
      found: 'blocker certain',
    },
    { what: 'the dialog, retold', shown: shown('Claude says: “Missing permissions”'), found: 'blocker likely' },
    {
      what: 'another service’s words',
      shown: shown('Slack error: missing permissions for channel #general'),
      found: null,
    },
    { what: 'an Owner', account: answers({ plan: 'team', role: 'owner', goal: 'add-custom' }), found: null },
    {
      what: 'a role that manages libraries',
      account: answers({ plan: 'enterprise', role: 'library-manager', goal: 'add-custom' }),
      found: null,
    },
    { what: 'a role that was not told', account: answers({ plan: 'team', goal: 'add-custom' }), found: null },
  ],
  'account.mobile-cannot-add': [
    {
      what: 'adding on a phone',
      account: answers({ plan: 'max', goal: 'add-on-mobile' }),
      found: 'warning possible',
    },
    {
      what: 'a member on a phone',
      account: answers({ plan: 'team', role: 'member', goal: 'add-on-mobile' }),
      found: 'warning possible',
    },
    { what: 'adding elsewhere', account: answers({ plan: 'max', goal: 'add-custom' }), found: null },
  ],
  'account.private-project-only': [
    {
      what: 'sharing in an organization',
      account: answers({ plan: 'team', role: 'owner', goal: 'share-project' }),
      found: 'warning certain',
      says: /only invited people have access/,
    },
    { what: 'a plan of one person', account: answers({ plan: 'pro', goal: 'share-project' }), found: null },
  ],
  'account.action-restricted': [
    {
      what: 'a member’s tool',
      account: answers({ plan: 'enterprise', role: 'member', goal: 'allow-tool' }),
      found: 'warning possible',
      says: /may have restricted/,
    },
    {
      what: 'Claude Code’s sentence',
      shown: shown('Your organization requires approval for this tool'),
      found: 'problem certain',
      says: /has restricted/,
    },
    { what: 'an Owner', account: answers({ plan: 'team', role: 'owner', goal: 'allow-tool' }), found: null },
  ],
  'account.verified-domain': [
    {
      what: 'a company’s identity',
      shown: shown(
        'This corporate identity belongs to an Enterprise that manages access through their own Claude account. Sign in to your organization’s Claude account to use this connection.',
      ),
      found: 'blocker certain',
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.duplicate-url': [
    { what: 'Claude’s dialog', shown: shown('A server with this URL already exists'), found: 'blocker certain' },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.not-authenticated': [
    { what: 'Claude’s words', shown: shown('You are not connected to Acme Notes yet.'), found: 'blocker certain' },
    {
      what: 'a member who wants to use it',
      account: answers({ plan: 'team', role: 'member', goal: 'use-in-chat' }),
      found: 'note possible',
    },
    { what: 'no connection at all', shown: shown('You are not connected to the internet.'), found: null },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.expired-sign-in': [
    { what: 'Claude’s list', shown: shown('Connection has expired'), found: 'problem certain' },
    {
      what: 'a chat',
      shown: shown('Authentication required to use this tool — Connect'),
      found: 'problem likely',
      says: /or there was none yet/,
    },
    {
      what: 'Claude Code’s own sign-in',
      shown: shown('claude.ai rejected the session token'),
      found: 'problem certain',
      says: /^Claude Code’s own sign-in .* Nothing is wrong with the connector/,
      fix: /\/login.* Connecting the connector again does not help/,
      step: null,
    },
    {
      what: 'Claude Code’s list',
      shown: shown('connected · session token rejected'),
      found: 'problem certain',
      fix: /\/login/,
      step: null,
    },
    { what: 'the service’s sign-in', shown: shown('Connection has expired.'), found: 'problem certain', step: 9 },
    { what: 'a database', shown: shown('Postgres: connection has expired after 30 s'), found: null },
    { what: 'another token', shown: shown('Jira: session token rejected, log in again'), found: null },
    {
      what: 'Google',
      shown: shown('Please try again. You may need to reconnect with your Google Drive account'),
      found: 'problem certain',
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.identity-provider-policy': [
    {
      what: 'Conditional Access',
      shown: shown('AADSTS53003: Access has been blocked by Conditional Access policies.'),
      found: 'blocker certain',
    },
    {
      what: 'Google Workspace',
      shown: shown('Access blocked: your institution’s admin needs to review Claude for Google Drive'),
      found: 'blocker certain',
    },
    {
      what: 'Entra’s page',
      shown: shown('Claude needs permission to access resources in your organization that only an admin can grant.'),
      found: 'blocker certain',
    },
    { what: 'its heading alone', shown: shown('Need admin approval'), found: 'blocker likely' },
    { what: 'a pull request', shown: shown('Need admin approval before merging PR'), found: null },
    {
      what: 'another product',
      shown: shown('Access blocked: your institution’s admin needs to review Zoom'),
      found: null,
    },
    { what: 'a longer code', shown: shown('AADSTS530031'), found: null },
    { what: 'a resource that Entra does not know', shown: shown('AADSTS9010010'), found: null },
  ],
  'account.not-enabled-in-chat': [
    {
      what: 'a chat without it',
      account: answers({ plan: 'free', goal: 'use-in-chat' }),
      found: 'note possible',
    },
    {
      what: 'the search for tools',
      shown: shown('No matching tools found'),
      found: 'warning possible',
      fix: /begin a new chat and choose Always available there/,
    },
    { what: 'the search of another tool', shown: shown('Hammer shop: no matching tools found'), found: null },
    { what: 'another wish', account: answers({ plan: 'free', goal: 'connect-directory' }), found: null },
  ],
  'account.source-permission': [
    { what: 'Microsoft 365', shown: shown('Microsoft 365: Failed to call tool'), found: 'warning possible' },
    { what: 'any service', shown: shown('Failed to call tool get_weather: city not found'), found: null },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'limits.tool-timeout': [
    {
      what: 'Claude Desktop',
      shown: shown('No result received from the Claude Desktop app after waiting 4 minutes'),
      found: 'problem likely',
      says: /240 seconds/,
    },
    { what: 'another sentence', shown: reach, found: null, skipped: 'not-applicable' },
    { what: 'nothing shown', account: answers({ plan: 'free' }), found: null, skipped: 'not-asked' },
  ],
  'limits.result-too-large': [
    {
      what: 'Claude Code',
      shown: shown('MCP tool "list_notes" response (28405 tokens) exceeds maximum allowed tokens (25000).'),
      found: 'problem possible',
    },
    {
      what: 'the model’s own input',
      shown: shown('API Error: 400 prompt of 210000 tokens exceeds maximum allowed tokens (200000)'),
      found: null,
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'limits.plan-usage': [
    { what: 'usage', shown: shown('5-hour limit reached - resets 3pm'), found: 'note certain', says: /usage limit/ },
    {
      what: 'length',
      shown: shown('Your message will exceed the length limit for this chat. Try attaching fewer files.'),
      found: 'note certain',
      says: /^The message is too long for this chat/,
      fix: /attach fewer or smaller files/,
    },
    {
      what: 'a whole conversation',
      shown: shown('Claude hit the maximum length for this conversation. Please start a new conversation.'),
      found: 'note certain',
      says: /^The conversation has become too long/,
    },
    {
      what: 'usage that goes on',
      shown: shown('5-hour limit resets 3pm - continuing with usage credits.'),
      found: 'note certain',
    },
    { what: 'another service’s', shown: shown('Notion API usage limit reached'), found: null },
    { what: 'a parking meter’s', shown: shown('5-hour limit reached on my parking meter'), found: null },
    {
      what: 'capacity',
      shown: shown('Due to unexpected capacity constraints, Claude is unable to respond to your message.'),
      found: 'note certain',
      says: /too much to do/,
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'claude.known-bug': [
    {
      what: 'the app’s own stream',
      shown: shown('Client server capabilities not available'),
      found: 'problem likely',
      says: /claude-code#78193/,
    },
    {
      what: 'the search for tools',
      shown: shown('No matching tools found'),
      found: 'note possible',
      says: /claude-ai-mcp#552/,
    },
    {
      what: 'the start refused',
      shown: shown('Failed to start MCP authorization'),
      found: 'problem likely',
      says: /claude-ai-mcp#724/,
    },
    {
      what: 'Anthropic’s firewall',
      shown: shown('Streamable HTTP error: Sorry, you have been blocked. You are unable to access anthropic.com'),
      found: 'problem likely',
      says: /claude-code#64384/,
    },
    {
      what: 'the server’s firewall',
      shown: shown('Sorry, you have been blocked. You are unable to access acme-tools.com'),
      found: null,
    },
    {
      what: 'a server that is not well',
      shown: shown('No matching tools found', { seemsHealthy: false }),
      found: null,
      skipped: 'not-applicable',
    },
  ],
  'claude.zero-requests': [
    {
      what: 'a log without Claude',
      shown: reach,
      account: answers({ serverLog: 'nothing' }),
      found: 'problem possible',
    },
    { what: 'a log with Claude', shown: reach, account: answers({ serverLog: 'requests' }), found: null },
    { what: 'a log that nobody looked at', shown: reach, found: null, skipped: 'not-asked' },
    {
      what: 'a server that is not well',
      shown: { ...reach, seemsHealthy: false },
      account: answers({ serverLog: 'nothing' }),
      found: null,
    },
    { what: 'no error of Claude’s', account: answers({ serverLog: 'nothing' }), found: null, skipped: 'not-asked' },
  ],
};
