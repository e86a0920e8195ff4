import { extname, resolve } from 'node:path';
import { formatByExtension, formats, isFormat, type Format } from '../report/formats/formats.ts';
import { say } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';

/** One `--format` or `--output`, in the order in which they were typed. */
export type OutputWord =
  { readonly kind: 'format'; readonly name: string } | { readonly kind: 'output'; readonly file: string };

/** A report to be written: to a file, or (null) to standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | null;
}

/**
 * Puts formats and files together: neighbours belong together, in either order; a format without a file goes to standard output;
 * a file without a format has that of its name's ending, or text when the name has none. Nothing at all is text on standard output.
 */
export function pairOutputs(words: readonly OutputWord[]): Read<readonly Output[]> {
  const outputs: Output[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const next = words[index + 1];
    if (!word) continue;
    const paired = next !== undefined && next.kind !== word.kind;
    const output = outputOf(paired ? [word, next] : [word]);
    if (!output.ok) return output;
    outputs.push(output.value);
    if (paired) index += 1;
  }
  return outputs.length === 0 ? ok([{ format: 'text', file: null }]) : withoutClash(outputs);
}

function outputOf(words: readonly OutputWord[]): Read<Output> {
  const name = words.find((word) => word.kind === 'format')?.name;
  const named = words.find((word) => word.kind === 'output')?.file;
  const file = named === undefined || named === '-' ? null : named;
  if (file === '') return problem(say('--output needs the name of a file.'));
  if (name === undefined) return byEnding(file);
  if (isFormat(name)) return ok({ format: name, file });
  return problem(
    say('There is no format “{name}”: use {formats}.', { name, formats: Object.keys(formats).join(', ') }),
  );
}

function byEnding(file: string | null): Read<Output> {
  const ending = extname(file ?? '').toLowerCase();
  const format = ending === '' ? 'text' : formatByExtension.get(ending);
  if (format !== undefined) return ok({ format, file });
  const known = [...formatByExtension.keys()].join(', ');
  return problem(
    say('The ending {ending} names no format: use {known}, or give --output a --format.', {
      ending: extname(file ?? ''),
      known,
    }),
  );
}

function withoutClash(outputs: readonly Output[]): Read<readonly Output[]> {
  if (outputs.filter((output) => output.file === null).length > 1) {
    return problem(say('Only one report can go to standard output: give the others an --output.'));
  }
  const files = outputs.flatMap((output) => (output.file === null ? [] : [resolve(output.file)]));
  if (new Set(files).size < files.length) return problem(say('Two reports would be written to the same file.'));
  return ok(outputs);
}
