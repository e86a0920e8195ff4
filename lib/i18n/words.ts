import type { CodeDefinition, CodeWords } from '../kernel/check.ts';
import type { Values } from '../kernel/finding.ts';
import { formatMessage, missingValues, syntaxProblem } from './message.ts';

/** A code's words in English, filled with a finding's values. Never throws. */
export function wordsOf(definition: CodeDefinition, values: Values): CodeWords {
  return {
    title: formatMessage(definition.title, values),
    detail: formatMessage(definition.detail, values),
    fix: formatMessage(definition.fix, values),
  };
}

/** What is wrong with a code's words when they are filled with these values, each in one clause; for tests over all codes. */
export function problemsOfWords(definition: CodeDefinition, values: Values): readonly string[] {
  const messages = { title: definition.title, detail: definition.detail, fix: definition.fix };
  return Object.entries(messages).flatMap(([member, message]) => {
    const syntax = syntaxProblem(message);
    if (syntax) return [`${member} is no ICU message: ${syntax}`];
    return missingValues(message, values).map((name) => `${member} needs {${name}}, which is not among the values`);
  });
}
