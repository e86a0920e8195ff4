import { guessOfOther } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

const help = 'https://support.claude.com/en/articles/12466728';

/** Plans, lengths, capacity and incidents: no connector is at fault. */
export const planAndCapacity = {
  'plan-limit': {
    shown: '5-hour limit reached - resets <time>',
    phrases: [
      '5-hour limit reached … resets',
      '5-hour limit resets',
      'approaching your 5-hour limit',
      'reached your 5-hour limit',
      'weekly limit reached … resets',
      "you've hit your … limit … resets",
      'claude usage limit reached',
    ],
    alone: ['5-hour limit reached', 'approaching 5-hour limit', 'approaching weekly limit', 'weekly limit reached'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'claude-code'],
    step: null,
    meaning: guessOfOther['plan-limit'].meaning,
    causes: [
      {
        code: 'limits.plan-usage',
        likelihood: 'usual',
        why: 'Each plan has a limit of use that renews itself after some hours.',
      },
    ],
    guides: [],
    isConnectorFault: false,
    sources: [help],
  },
  'length-limit': {
    shown: 'Your message will exceed the length limit for this chat…',
    phrases: ['your message will exceed the length limit'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning: guessOfOther['length-limit'].meaning,
    causes: [
      {
        code: 'limits.plan-usage',
        likelihood: 'usual',
        why: 'Tools of connectors and their results count towards the length of a conversation.',
      },
      {
        code: 'tools.list-heavy',
        likelihood: 'rare',
        why: 'A connector with very many tools takes much of the room; loading tools on demand saves it.',
      },
    ],
    guides: ['slow-or-large-results'],
    isConnectorFault: false,
    sources: [help],
  },
  'conversation-too-long': {
    shown: 'Claude hit the maximum length for this conversation. Please start a new conversation to continue chatting.',
    phrases: ['claude hit the maximum length for this conversation'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning:
      'The conversation has become too long, which is no fault of a connector. Begin a new one, or switch off connectors that it does not need.',
    causes: [
      {
        code: 'limits.plan-usage',
        likelihood: 'usual',
        why: 'Tools of connectors and their results count towards the length of a conversation.',
      },
    ],
    guides: ['slow-or-large-results'],
    isConnectorFault: false,
    sources: [help],
  },
  'login-failed': {
    shown: 'There was an error logging you in',
    phrases: ['there was an error logging you in'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning:
      'This is about signing in to Claude itself, not to a connector. Load the page again, and look at status.claude.com when it stays.',
    causes: [{ code: 'client.service-incident', likelihood: 'common', why: whys.incident }],
    guides: [],
    isConnectorFault: false,
    sources: [help],
  },
  capacity: {
    shown:
      'Due to unexpected capacity constraints, Claude is unable to respond to your message. Please try again soon.',
    phrases: [
      'due to unexpected capacity constraints',
      'claude is unable to respond to your message',
      'overloaded_error',
      'api error: 529',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning: guessOfOther.capacity.meaning,
    causes: [
      {
        code: 'limits.plan-usage',
        likelihood: 'usual',
        why: 'Messages of this kind are about Claude’s own load, and do not stand on its status page.',
      },
    ],
    guides: [],
    isConnectorFault: false,
    sources: [help],
  },
  incident: {
    shown:
      'Claude will return soon — Claude is currently experiencing a temporary service disruption. We’re working on it, please check back soon',
    phrases: ['claude will return soon', 'claude is currently experiencing a temporary service disruption'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning: guessOfOther.incident.meaning,
    causes: [
      {
        code: 'client.service-incident',
        likelihood: 'usual',
        why: 'Claude shows this page while it is down, whatever you were doing there.',
      },
    ],
    guides: [],
    isConnectorFault: false,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/445'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
