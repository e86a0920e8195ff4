import { basename, extname, resolve } from 'node:path';
import { formatByExtension, formats, type Format } from '../report/formats/formats.ts';
import { say } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';

/** One `--format` or `--output`, in the order in which they were typed. */
export type OutputWord =
  { readonly kind: 'format'; readonly name: string } | { readonly kind: 'output'; readonly file: string };

/** A report to be written: to a file, or (null) to standard output. */
export interface Output<F extends Format = Format> {
  readonly format: F;
  readonly file: string | null;
}

/** Every format of a report. */
const reportFormats = Object.keys(formats) as readonly Format[];

/** The formats of what commands make that is no report: a comparison, a checklist. */
export const plainFormats = ['text', 'json', 'markdown'] as const satisfies readonly Format[];

export type PlainFormat = (typeof plainFormats)[number];

/**
 * Puts formats and files together: neighbours belong together, in either order, unless a format comes after a file whose ending means
 * another one; a format without a file goes to standard output; a file without a format has that of its name's ending, or text when the
 * name has none. Nothing at all is text on standard output.
 */
export function pairOutputs(words: readonly OutputWord[]): Read<readonly Output[]> {
  return pairOutputsOf(words, reportFormats);
}

/** The same for what is no report. */
export function pairPlainOutputs(words: readonly OutputWord[]): Read<readonly Output<PlainFormat>[]> {
  return pairOutputsOf<PlainFormat>(words, plainFormats);
}

function pairOutputsOf<F extends Format>(
  words: readonly OutputWord[],
  known: readonly (F | 'text')[],
): Read<readonly Output<F | 'text'>[]> {
  const outputs: Output<F | 'text'>[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const next = words[index + 1];
    if (!word) continue;
    const paired = next !== undefined && next.kind !== word.kind && isPair(word, next);
    const output = outputOf(paired ? [word, next] : [word], known);
    if (!output.ok) return output;
    outputs.push(output.value);
    if (paired) index += 1;
  }
  return outputs.length === 0 ? ok([{ format: 'text', file: null }]) : withoutClash(outputs);
}

/** `--output r.json --format text` is a file of JSON, and text to read. */
function isPair(word: OutputWord, next: OutputWord): boolean {
  if (word.kind !== 'output' || next.kind !== 'format') return true;
  const meant = formatByExtension.get(endingOf(word.file).toLowerCase());
  return meant === undefined || meant === next.name;
}

function outputOf<F extends Format>(words: readonly OutputWord[], known: readonly F[]): Read<Output<F>> {
  const name = words.find((word) => word.kind === 'format')?.name;
  const named = words.find((word) => word.kind === 'output')?.file;
  const file = named === undefined || named === '-' ? null : named;
  if (file === '') return problem(say('--output needs the name of a file.'));
  if (name === undefined) return byEnding(file, known);
  const format = known.find((each) => each === name);
  if (format !== undefined) return ok({ format, file });
  return problem(say('There is no format “{name}”: use {formats}.', { name, formats: known.join(', ') }));
}

function byEnding<F extends Format>(file: string | null, known: readonly F[]): Read<Output<F>> {
  const ending = endingOf(file ?? '');
  const named = ending === '' ? 'text' : formatByExtension.get(ending.toLowerCase());
  const format = known.find((each) => each === named);
  if (format !== undefined) return ok({ format, file });
  const endings = [...formatByExtension].flatMap(([each, means]) => (known.some((one) => one === means) ? each : []));
  return problem(
    say('The ending {ending} names no format: use {known}, or give --output a --format.', {
      ending,
      known: endings.join(', '),
    }),
  );
}

/** The longest ending of a file’s name that means a format, such as `.sarif.json`; else whatever its ending is. */
function endingOf(file: string): string {
  const name = basename(file).toLowerCase();
  const known = [...formatByExtension.keys()].filter((ending) => name.endsWith(ending) && name !== ending);
  return known.toSorted((a, b) => b.length - a.length)[0] ?? extname(file);
}

function withoutClash<F extends Format>(outputs: readonly Output<F>[]): Read<readonly Output<F>[]> {
  if (outputs.filter((output) => output.file === null).length > 1) {
    return problem(say('Only one report can go to standard output: give the others an --output.'));
  }
  const files = outputs.flatMap((output) => (output.file === null ? [] : [resolve(output.file)]));
  if (new Set(files).size < files.length) return problem(say('Two reports would be written to the same file.'));
  return ok(outputs);
}
