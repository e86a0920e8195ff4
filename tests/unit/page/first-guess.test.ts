import { describe, expect, it } from 'vitest';
import { guideIds } from '../../../lib/guides/guide-id.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import { firstGuess } from '../../../lib/page/first-guess.ts';
import { recognize } from '../../../lib/page/recognize.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';
import {
  guessByOauthError,
  guessBySentence,
  guessByStage,
  guessOfOther,
} from '../../../lib/standards/claude-page-guesses.ts';
import { connectorSentences, otherSentences, type PageSentence } from '../../../lib/standards/claude-page-sentences.ts';

const nothing: PageSighting = {
  page: 'https://claude.ai/customize/connectors',
  sentence: null,
  stage: null,
  oauthError: null,
  reference: null,
  connectorUrl: null,
  connectorName: null,
  seenAt: 0,
};

const seen = (signs: Partial<PageSighting>) => firstGuess({ ...nothing, ...signs });

describe('the first guess', () => {
  it('takes the order of causes from the sentence', () => {
    const guess = seen({
      sentence: 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.',
    });
    expect(guess.isConnectorFault).toBe(true);
    expect(guess.step).toBeNull();
    expect(guess.codes.slice(0, 3)).toEqual(['url.nonstandard-port', 'url.private-host', 'dns.private-address']);
  });

  it('puts what the address says exactly before what the sentence says in general', () => {
    const sentence = 'Authorization with the MCP server failed. You can check your credentials and permissions.';
    const guess = seen({ sentence, oauthError: 'mcp_token_exchange_failed' });
    expect(guess.meaning).toBe(seen({ sentence }).meaning);
    expect(guess.codes[0]).toBe('auth.token-endpoint-rejects-form');
    expect(guess.codes).toContain('auth.bearer-blocked-at-edge');
    expect(new Set(guess.codes).size).toBe(guess.codes.length);
  });

  it('knows oauth_error and step where no sentence was seen', () => {
    expect(seen({ oauthError: 'McpAuthorizationError' })).toMatchObject({ step: 10, isConnectorFault: true });
    expect(seen({ stage: 'start_error' }).meaning).toContain('before your browser was sent');
    expect(seen({ stage: 'end_error' }).step).toBe(9);
  });

  it('leads from what an Owner must do to the guide for it, and from a usage limit nowhere', () => {
    expect(seen({ sentence: 'Missing permissions' }).help).toBe('member-cannot-add');
    expect(seen({ sentence: '5-hour limit reached - resets 3pm' }).help).toBeNull();
    expect(seen({ sentence: 'Could not load connectors directory.' }).help).toBe('browser');
  });

  it('says that it does not know, instead of guessing', () => {
    const guess = seen({ sentence: 'Algo correu mal (ofid_0123456789abcdef)', reference: 'ofid_0123456789abcdef' });
    expect(guess).toEqual({
      meaning: 'Claude could not use a connector. What it shows does not say why.',
      codes: [],
      step: null,
      isConnectorFault: true,
      help: 'browser',
    });
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(seen({ oauthError: name, stage: name }).codes).toEqual([]);
  });

  it.each([
    '5-hour limit reached - resets 3pm',
    'Your message will exceed the length limit for this chat. Try a shorter one.',
    'Due to unexpected capacity constraints, Claude is unable to respond to your message. Please try again soon.',
    'Claude will return soon',
    'Could not load connectors directory.',
    'A server with this URL already exists',
    'Missing permissions',
  ])('blames no connector for “%s”', (sentence) => {
    const guess = seen({ sentence });
    expect(guess).toMatchObject({ codes: [], step: null, isConnectorFault: false });
    expect([null, 'browser', ...guideIds]).toContain(guess.help);
    expect(guess.meaning).not.toBe(seen({}).meaning);
  });
});

describe('the data behind it', () => {
  const everyPhrase = [...Object.entries(connectorSentences), ...Object.entries(otherSentences)].flatMap(
    ([id, { phrases }]: [string, PageSentence]) => phrases.map((phrase) => [id, phrase] as const),
  );

  it.each(everyPhrase)('%s is recognized by “%s” alone', (id, phrase) => {
    expect(recognize(phrase.replace('<name>', 'Acme CRM').toUpperCase())?.id).toBe(id);
  });

  it('names existing codes, and each sentence in at most two', () => {
    const guesses = [guessBySentence, guessByOauthError, guessByStage].flatMap((table) => Object.values(table));
    for (const { codes, meaning } of guesses) {
      for (const code of codes) expect(findingCodes).toContain(code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(sentencesIn(meaning)).toBeLessThanOrEqual(2);
    }
    for (const { meaning } of Object.values(guessOfOther)) expect(sentencesIn(meaning)).toBeLessThanOrEqual(2);
  });
});

function sentencesIn(text: string): number {
  return text.split(/[.?!](?:\s|$)/).filter((part) => part !== '').length;
}
