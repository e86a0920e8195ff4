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
    expect(wordsOf(definition, { host: 'mcp.acme.dev', status: 403 })).toEqual({
      title: 'Claude can’t reach mcp.acme.dev',
      detail: 'It answered 403.',
      fix: 'Allow mcp.acme.dev.',
    });
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
});
