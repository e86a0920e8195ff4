import { describe, expect, it } from 'vitest';
import { toldChecks } from '../../../../lib/checks/told-catalog.ts';
import type { ErrorSentence } from '../../../../lib/knowledge/error-sentence.ts';
import { errorSentences } from '../../../../lib/knowledge/error-sentences.ts';
import { claudeFaults } from '../../../../lib/standards/told-sentences.ts';
import { judged } from '../../../support/evidence-builders.ts';
import { shown } from './told-case.ts';

const sentences = Object.entries(errorSentences) as readonly (readonly [string, ErrorSentence])[];
const told = /^(?:account|limits|claude)\./;

/** What the checks find where Claude shows this. */
function found({ shown: text }: ErrorSentence): readonly string[] {
  return judged(toldChecks, { 'claude-shown': shown(text.replaceAll(/<[^>]*>/g, 'Acme')) }).found;
}

describe('a sentence that is explained', () => {
  // What stands only alone in a line could mean anything in a longer text: there it is left to the explanation.
  it.each(sentences.filter(([, { causes, phrases }]) => phrases.length > 0 && told.test(causes[0]?.code ?? '')))(
    '%s: the checks find its first cause in it too',
    (_id, sentence) => {
      expect(found(sentence)).toContain(sentence.causes[0]?.code);
    },
  );

  it.each(sentences)('%s: the checks find nothing in it that is no cause of it', (_id, sentence) => {
    const causes = sentence.causes.map(({ code }) => code as string);
    expect(found(sentence).filter((code) => !causes.includes(code))).toEqual([]);
  });
});

describe('the reported faults of Claude’s apps', () => {
  it('are told apart, each with its report', () => {
    expect(new Set(claudeFaults.map(({ id }) => id)).size).toBe(claudeFaults.length);
    for (const { report, url } of claudeFaults) expect(url).toContain(report.replace('#', '/issues/'));
  });
});
