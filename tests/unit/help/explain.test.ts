import { describe, expect, it } from 'vitest';
import { explain } from '../../../lib/help/explain.ts';
import sentences from './explain-sentences.json' with { type: 'json' };
import unrelated from './explain-unrelated.json' with { type: 'json' };
import variations from './explain-variations.json' with { type: 'json' };

describe('every sentence that was seen', () => {
  it.each(sentences)('$text', ({ text, id, first }) => {
    const { matched, causes } = explain(text);
    expect(matched[0]).toBe(id);
    expect(causes[0]?.code ?? null).toBe(first);
  });
});

describe('what is not written as it was seen', () => {
  it.each(variations)('$how', ({ text, first }) => {
    const { matched, causes } = explain(text);
    expect(matched).not.toEqual([]);
    expect(causes[0]?.code ?? null).toBe(first);
  });
});

/** States of a list, and words that are too few to be told apart within a sentence. */
const tooShort = ['code-connected', 'code-pending', 'code-cached', 'code-not-configured', 'fetch-failed'];
const notWithin = [...tooShort, 'bot-challenge', 'unable-to-reach-result'];

describe('what people tell of what they saw', () => {
  it.each(sentences.filter(({ id }) => !notWithin.includes(id)))('Claude says $text', ({ text, id }) => {
    for (const told of [`Claude says ${text} — what now?`, `Notion MCP: ${text}`, `claude.ai: ${text}`])
      expect(explain(told).matched).toContain(id);
  });

  it.each([
    ['Claude says Connection has expired — what now?', 'connection-expired'],
    ['Notion MCP: Connection has expired', 'connection-expired'],
    ['claude.ai: You are not connected to Notion yet.', 'not-connected-yet'],
    ['Claude connector: missing permissions', 'missing-permissions'],
    ['Claude says Missing permissions', 'missing-permissions'],
    ['You are not connected to <name', 'not-connected-yet'],
    ['Connection has exp', 'connection-expired'],
    [
      'API Error: 400 tools.<n>.custom.input_schema: input_schema does not support oneOf, allOf, or anyO',
      'tool-schema-combinator',
    ],
    ['{"code":404,"message":"The requested webhook … is not r', 'n8n-webhook-not-registered'],
    ['5-hour limit resets 3pm - continuing with usage credits.', 'plan-limit'],
    ['There was an error logging you in', 'login-failed'],
    ['API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'capacity'],
    ['Claude usage limit reached. Your limit will reset at 3pm', 'plan-limit'],
    ['Claude hit the maximum length for this conversation. Please start a new one', 'conversation-too-long'],
    ['MCP tool list_pages response (31000 tokens) exceeds maximum allowed tokens (25000)', 'result-too-large'],
    ['The Spotify MCP server answers invalid_redirect_uri', 'callback-not-accepted'],
    ['WARNING: Invalid Host header: mcp.acme.dev', 'host-not-allowed'],
  ])('is recognized: %s', (text, id) => {
    expect(explain(text).matched[0]).toBe(id);
  });
});

describe('words that other products show too', () => {
  it.each(['pending', 'fetch failed', 'Not configured', 'Connection has expired', 'Invalid Host header'])(
    'are explained with a proviso: %s',
    (text) => {
      expect(explain(text).isWeak).toBe(true);
      expect(explain(`Claude shows for its MCP server: “${text}”`).isWeak).toBe(false);
    },
  );

  it('are not those that only Claude shows', () => {
    expect(explain('Couldn’t reach the MCP server').isWeak).toBe(false);
    expect(explain('acme: https://mcp.acme.dev/mcp (HTTP) - ✘ Failed to connect').isWeak).toBe(false);
  });
});

describe('what has nothing to do with connectors', () => {
  it.each(unrelated.map((text) => ({ text })))('claims no “$text”', ({ text }) => {
    expect(explain(text)).toMatchObject({ matched: [], causes: [], step: null, notAConnectorFault: false });
  });
});
