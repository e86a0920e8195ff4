import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { answers, reach, shown, type ToldCase } from './told-case.ts';

/** By code of a limit or of Claude itself: at least one case in which it is found, and one in which it is not. */
export const casesOfClaude: Readonly<Partial<Record<FindingCode, readonly ToldCase[]>>> = {
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
