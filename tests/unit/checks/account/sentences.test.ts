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
function found(text: string): readonly string[] {
  return judged(toldChecks, { 'claude-shown': shown(text.replaceAll(/<[^>]*>|…(?=.)/g, 'Acme')) }).found;
}

/** Everything by which the explanation knows a sentence, in every language, as a text of its own. */
function wordings({ shown: text, phrases, alone = [], otherLanguages }: ErrorSentence): readonly string[] {
  return [text, ...phrases, ...alone, ...Object.values(otherLanguages).flat()];
}

/** Words that could mean anything unless somebody asks what they mean. */
const leftToExplanation = new Set([
  'entra-other-code',
  'microsoft-365-call-failed',
  'code-needs-authentication',
  'unable-to-reach-result',
  // Codes of OAuth by themselves, which Claude does not show: whoever pastes one wants it explained.
  'code-access-denied',
  'code-grant-refused',
  // Of whatever app: the checks wait for Claude’s name.
  "your institution's admin needs to review",
]);

const toldFirst = sentences.filter(
  ([id, { causes }]) => told.test(causes[0]?.code ?? '') && !leftToExplanation.has(id),
);

describe('a sentence that is explained', () => {
  it.each(
    toldFirst.flatMap(([id, sentence]) =>
      wordings(sentence)
        .filter((text) => !leftToExplanation.has(text))
        .map((text) => [id, text, sentence] as const),
    ),
  )('%s: the checks find its first cause in “%s” too', (_id, text, sentence) => {
    expect(found(text)).toContain(sentence.causes[0]?.code);
  });

  it.each(sentences)('%s: the checks find nothing in it that is no cause of it', (_id, sentence) => {
    const causes = sentence.causes.map(({ code }) => code as string);
    for (const text of wordings(sentence)) expect(found(text).filter((code) => !causes.includes(code))).toEqual([]);
  });
});

describe('the reported faults of Claude’s apps', () => {
  it('are told apart, each with its report', () => {
    expect(new Set(claudeFaults.map(({ id }) => id)).size).toBe(claudeFaults.length);
    for (const { report, url } of claudeFaults) expect(url).toContain(report.replace('#', '/issues/'));
  });
});
