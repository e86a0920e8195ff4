import { describe, expect, it } from 'vitest';
import { explain } from '../../../lib/help/explain.ts';
import { firstGuess } from '../../../lib/page/first-guess.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';
import { guessByOauthError, guessByStage } from '../../../lib/standards/claude-page-guesses.ts';
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

const onPage = [
  ...Object.values<PageSentence>(connectorSentences),
  ...Object.values<PageSentence>(otherSentences),
].flatMap(
  // Claude's own page needs no name; a text that was pasted does.
  ({ phrases, barePage }) =>
    phrases.map((phrase) => `${barePage ? 'Claude is currently ' : ''}${phrase.replace('<name>', 'Acme CRM')}`),
);

/** Sentences of Microsoft’s and Google’s are told apart here, and not on the page. */
const toldApart = ['entra-sign-in-frequency', 'entra-second-factor'];

describe('what the popup says of Claude’s page, and what is explained', () => {
  it.each(onPage)('agree on “%s”', (sentence) => {
    const guess = firstGuess({ ...nothing, sentence });
    const explanation = explain(sentence);
    expect(explanation.notAConnectorFault).toBe(!guess.isConnectorFault);
    expect(explanation.causes.map(({ code }) => code).slice(0, guess.codes.length)).toEqual(guess.codes);
    if (guess.step !== null) expect(explanation.step).toBe(guess.step);
    if (!toldApart.includes(explanation.matched[0] ?? '')) expect(explanation.meaning).toBe(guess.meaning);
  });

  it.each(Object.keys(guessByOauthError))('agree on oauth_error=%s', (oauthError) => {
    const guess = firstGuess({ ...nothing, oauthError });
    const explanation = explain(`https://claude.ai/settings/connectors?oauth_error=${oauthError}`);
    expect(explanation.causes.map(({ code }) => code)).toEqual(guess.codes);
    expect(explanation).toMatchObject({ meaning: guess.meaning, step: guess.step });
  });

  it.each(Object.keys(guessByStage))('agree on step=%s', (stage) => {
    const guess = firstGuess({ ...nothing, stage });
    const explanation = explain(`https://claude.ai/settings/connectors?step=${stage}`);
    expect(explanation.causes.map(({ code }) => code)).toEqual(guess.codes);
    expect(explanation).toMatchObject({ meaning: guess.meaning, step: guess.step });
  });

  it('agree on an address with both', () => {
    const guess = firstGuess({ ...nothing, stage: 'end_error', oauthError: 'mcp_registration_failed' });
    const explanation = explain('https://claude.ai/?step=end_error&oauth_error=mcp_registration_failed');
    expect(explanation.causes.map(({ code }) => code)).toEqual(guess.codes);
    expect(explanation).toMatchObject({ meaning: guess.meaning, step: guess.step });
  });

  it('agree where the address sharpens the sentence', () => {
    const sentence = 'Authorization with the MCP server failed. You can check your credentials and permissions.';
    const guess = firstGuess({ ...nothing, sentence, oauthError: 'McpAuthorizationError' });
    const explanation = explain(`${sentence}\nhttps://claude.ai/?oauth_error=McpAuthorizationError`);
    expect(explanation.causes[0]?.code).toBe(guess.codes[0]);
    expect(explanation).toMatchObject({ meaning: guess.meaning, step: guess.step });
  });
});
