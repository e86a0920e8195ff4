import { describe, expect, it } from 'vitest';
import { problemsOfWords, wordsOf } from '../../../lib/i18n/words.ts';
import type { CodeDefinition } from '../../../lib/kernel/check.ts';

const definition: CodeDefinition = {
  title: 'Claude can’t reach {host}',
  detail: 'It answered {status}.',
  fix: 'Allow {host}.',
  severity: 'blocker',
  confidence: 'certain',
  step: 2,
  who: 'author',
  sources: ['https://www.rfc-editor.org/rfc/rfc9110'],
};

describe('wordsOf', () => {
  it('fills title, detail and fix', () => {
    expect(wordsOf(definition, { host: 'mcp.acme.dev', status: 403 }, 'cli')).toEqual({
      title: 'Claude can’t reach mcp.acme.dev',
      detail: 'It answered 403.',
      fix: 'Allow mcp.acme.dev.',
    });
  });

  it('lets every text choose by the way in which the check was made', () => {
    const chosen = { ...definition, fix: 'Look {vantage, select, extension {in the options} other {at --resolver}}.' };
    expect(wordsOf(chosen, {}, 'extension').fix).toBe('Look in the options.');
    expect(wordsOf(chosen, {}, 'cli').fix).toBe('Look at --resolver.');
    expect(wordsOf(chosen, { vantage: 'cli' }, 'extension').fix).toBe('Look in the options.');
  });
});

describe('problemsOfWords', () => {
  it('is silent when all is filled', () => {
    expect(problemsOfWords(definition, { host: 'a', status: 1 })).toEqual([]);
  });

  it('names the member and the placeholder', () => {
    expect(problemsOfWords(definition, { host: 'a' })).toEqual([
      'detail needs {status}, which is not among the values',
    ]);
    expect(problemsOfWords({ ...definition, fix: 'Do {' }, { host: 'a', status: 1 })).toEqual([
      expect.stringContaining('fix is no ICU message'),
    ]);
  });

  it('knows the value that every text has', () => {
    const fix = 'Look {vantage, select, extension {in the options} other {at --resolver}}.';
    expect(problemsOfWords({ ...definition, fix }, { host: 'a', status: 1 })).toEqual([]);
  });

  it('names an option that would stand on a screen', () => {
    const fix =
      'Look (--resolver) {status, select, 1 {with --public-dns} other {without}}; a--b and “lt --port” are none.';
    expect(problemsOfWords({ ...definition, fix }, { host: 'a', status: 1 })).toEqual([
      'fix names --resolver, also where nobody has options',
      'fix names --public-dns, also where nobody has options',
    ]);
    expect(problemsOfWords({ ...definition, fix: 'Use --header.' }, { host: 'a', status: 1 })).toHaveLength(1);
  });
});
