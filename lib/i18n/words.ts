import type { CodeDefinition, CodeWords } from '../kernel/check.ts';
import type { Values } from '../kernel/finding.ts';
import type { Report } from '../kernel/report.ts';
import { formatMessage, missingValues, syntaxProblem } from './message.ts';

type Vantage = Report['vantage'];

/**
 * A code's words in English, filled with a finding's values. Beside them every text may choose by the value `vantage`: what is an
 * option of the command line has another name on the extension's screens, or none. Never throws.
 */
export function wordsOf(definition: CodeWords, values: Values, vantage: Vantage): CodeWords {
  const all = { ...values, vantage };
  return {
    title: formatMessage(definition.title, all),
    detail: formatMessage(definition.detail, all),
    fix: formatMessage(definition.fix, all),
  };
}

/**
 * What is wrong with a code's words when they are filled with these values, each in one clause, whichever way the check was made; for
 * tests over all codes.
 */
export function problemsOfWords(definition: CodeDefinition, values: Values): readonly string[] {
  const messages = { title: definition.title, detail: definition.detail, fix: definition.fix };
  const inExtension = wordsOf(definition, values, 'extension');
  return (['title', 'detail', 'fix'] as const).flatMap((member) => {
    const syntax = syntaxProblem(messages[member]);
    if (syntax) return [`${member} is no ICU message: ${syntax}`];
    const missing = missingValues(messages[member], { ...values, vantage: 'cli' satisfies Vantage });
    return [
      ...missing.map((name) => `${member} needs {${name}}, which is not among the values`),
      ...optionsIn(inExtension[member]).map((name) => `${member} names ${name}, also where nobody has options`),
    ];
  });
}

/** What a text names of the command line's options. In quotation marks stand commands of others, and what servers said. */
function optionsIn(text: string): readonly string[] {
  return text.replace(/“[^”]*”/g, '').match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
}
