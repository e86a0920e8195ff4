import { stat } from 'node:fs/promises';
import { say } from '../i18n/say.ts';
import type { RawCompareOptions } from './compare-command.ts';
import { pairPlainOutputs, type Output, type OutputWord, type PlainFormat } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import { hasLinkMark } from '../report/sharing/link-text.ts';
import { readRunRequest, type ReportSource, type RunRequest } from './run-request.ts';

/** One of the two: a check to be made now, or a saved report. */
export type CompareSide =
  { readonly kind: 'run'; readonly request: RunRequest } | { readonly kind: 'saved'; readonly source: ReportSource };

/** A comparison as the person wants it, understood and complete. */
export interface CompareRequest {
  readonly before: CompareSide;
  readonly after: CompareSide;
  readonly output: Output<PlainFormat>;
}

/** Makes sense of what was typed, or says in one sentence what is wrong with it. */
export async function readCompareRequest(
  [before, after]: readonly [string | null, string | null],
  { format, output, ...raw }: RawCompareOptions,
): Promise<Read<CompareRequest>> {
  if (before === null || after === null) {
    return problem(say('compare needs two: each the URL of a connector or the file of a saved report.'));
  }
  if (before === '-' && after === '-') return problem(say('Only one of the two can come from standard input.'));
  const first = await readSide(before, raw);
  if (!first.ok) return first;
  const second = await readSide(after, raw);
  if (!second.ok) return second;
  const clash = clashOf([first.value, second.value], [before, after], raw);
  if (clash !== null) return problem(clash);
  const words: readonly OutputWord[] = [
    ...(format === undefined ? [] : [{ kind: 'format', name: format } as const]),
    ...(output === undefined ? [] : [{ kind: 'output', file: output } as const]),
  ];
  const outputs = pairPlainOutputs(words);
  if (!outputs.ok) return outputs;
  const [only = { format: 'text', file: null }] = outputs.value;
  return ok({ before: first.value, after: second.value, output: only });
}

async function readSide(text: string, raw: RawCompareOptions): Promise<Read<CompareSide>> {
  if (text === '-') return ok({ kind: 'saved', source: { kind: 'standard-input' } });
  if (hasLinkMark(text)) return ok({ kind: 'saved', source: { kind: 'link', link: text } });
  if (await isFile(text)) return ok({ kind: 'saved', source: { kind: 'file', file: text } });
  const request = readRunRequest('compare', text, raw);
  return request.ok ? ok({ kind: 'run', request: request.value }) : request;
}

/** An address is never a file; of anything else, what is there or is called like a report is one. */
async function isFile(text: string): Promise<boolean> {
  if (/^https?:\/\//i.test(text)) return false;
  if (/\.(?:json|html?)$/i.test(text)) return true;
  return stat(text).then(
    () => true,
    () => false,
  );
}

function clashOf(sides: readonly CompareSide[], typed: readonly string[], raw: RawCompareOptions): string | null {
  const runs = sides.filter(({ kind }) => kind === 'run').length;
  if (runs === 0 && Object.keys(raw).some((name) => name !== 'language')) {
    return say('Both are saved reports, so nothing is asked: leave the options of a check away.');
  }
  if (raw.clientSecretStdin && (runs === 2 || typed.includes('-'))) {
    return say(
      '--client-secret-stdin reads standard input to its end, which can be done once: save one of the two first.',
    );
  }
  return null;
}
