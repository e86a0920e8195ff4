import { guides } from '../guides/catalog.ts';
import { explain, type Explanation } from '../help/explain.ts';
import { searchEntries } from '../help/search-entries.ts';
import type { SearchResult } from '../help/search-entry.ts';
import { createSearch } from '../help/search.ts';
import { similarTo } from '../help/similar.ts';
import { renderExplanation } from '../report/formats/explanation-text.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { ExplainFormat } from './explain-command.ts';
import { say, spokenLanguage } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';
import type { Terminal } from './terminal.ts';

/** Bytes; what is explained is cut at 100,000 characters anyway. */
const mostInput = 1_000_000;

/** Explains a text, or standard input where it is null, and answers with 0 when it is known and 1 when it is not. */
export async function explainText(text: string | null, format: ExplainFormat, terminal: Terminal): Promise<ExitCode> {
  const read = text === null ? await standardInput() : ok(text);
  if (!read.ok) return failed(read.problem, terminal);
  if (read.value.trim() === '') return failed(say('There is no text to explain.'), terminal);
  const explanation = explain(read.value);
  const isKnown = explanation.matched.length > 0;
  const similar = isKnown ? [] : similarTo(read.value, createSearch(searchEntries()));
  const printed = await terminal.print(
    format === 'json'
      ? `${JSON.stringify(published(explanation, similar), undefined, 2)}\n`
      : asText(explanation, similar, terminal),
  );
  if (!printed.ok) return failed(printed.problem, terminal);
  return isKnown ? exitCodes.fine : exitCodes.found;
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

function asText(explanation: Explanation, similar: readonly SearchResult[], { color, width }: Terminal): string {
  const titles = explanation.guides.map((id) => guides[id].title);
  return renderExplanation(explanation, titles, { color, width }, similar);
}

/** The members that other programs may rely on stand first; `meaning` and `why` are for people, in `language`. */
function published(explanation: Explanation, similar: readonly SearchResult[]) {
  const { matched, isWeak, step, surfaces, reference, notAConnectorFault } = explanation;
  const { found, check, sources } = explanation;
  return {
    language: spokenLanguage(),
    matched,
    isWeak,
    step,
    surfaces,
    meaning: say(explanation.meaning),
    causes: explanation.causes.map((cause) => ({ ...cause, why: say(cause.why) })),
    guides: explanation.guides,
    reference,
    notAConnectorFault,
    found,
    check,
    sources,
    similar: similar.map(({ id, title }) => ({ id, title })),
  };
}

async function standardInput(): Promise<Read<string>> {
  if (process.stdin.isTTY) return problem(say('explain needs a text: in quotes, or through a pipe.'));
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of process.stdin) {
      const bytes = Buffer.from(piece as Uint8Array);
      length += bytes.length;
      pieces.push(bytes);
      if (length > mostInput) break;
    }
  } catch {
    return problem(say('standard input cannot be read.'));
  }
  return ok(Buffer.concat(pieces).toString('utf8'));
}
