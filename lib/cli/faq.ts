import { searchEntries } from '../help/search-entries.ts';
import type { SearchResult } from '../help/search-entry.ts';
import { createSearch } from '../help/search.ts';
import { say, spokenLanguage } from '../i18n/say.ts';
import { renderFound } from '../report/words/found-text.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { FaqFormat } from './faq-command.ts';
import type { Terminal } from './terminal.ts';

/** Answers a question, and answers with 0 when something was found and 1 when nothing was. */
export async function answerQuestion(query: string, format: FaqFormat, terminal: Terminal): Promise<ExitCode> {
  if (query.trim() === '') return failed(say('faq needs a question.'), terminal);
  const results = createSearch(searchEntries())(query);
  const { color, width } = terminal;
  const printed = await terminal.print(
    format === 'json'
      ? `${JSON.stringify({ language: spokenLanguage(), results: results.map(published) }, undefined, 2)}\n`
      : renderFound(results, { color, width }),
  );
  if (!printed.ok) return failed(printed.problem, terminal);
  return results.length > 0 ? exitCodes.fine : exitCodes.found;
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

/** The members that other programs may rely on, in this order. */
function published({ id, kind, title, answer, sources, score, isStrong }: SearchResult): SearchResult {
  return { id, kind, title, answer, sources, score, isStrong };
}
