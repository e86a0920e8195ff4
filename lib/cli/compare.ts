import type { Report } from '../kernel/report.ts';
import { compareReports } from '../report/compare/compare-reports.ts';
import type { Comparison } from '../report/compare/comparison.ts';
import { say } from '../i18n/say.ts';
import type { CompareRequest, CompareSide } from './compare-request.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { ok, problem, type Read } from './read.ts';
import { fileOf } from './run-request.ts';
import type { Terminal } from './terminal.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** Reads or makes the two reports one after the other, writes what is different, and answers with the exit code. */
export async function compare(request: CompareRequest, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { before, after, output } = request;
  const writable = output.file === null ? ok(null) : await checkWritable(output.file, [before, after].map(fileOfSide));
  if (!writable.ok) return failed(writable.problem, terminal);
  const sides = await readSides(request, terminal, signal);
  if (!sides.ok) {
    const code = failed(sides.problem, terminal);
    return signal.aborted ? exitCodes.interrupted : code;
  }
  const comparison = compareReports(...sides.value);
  const written = await write(comparison, request, terminal);
  if (!written.ok) return failed(written.problem, terminal);
  return exitCodeOf(comparison, request, signal);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

function fileOfSide(side: CompareSide): string | null {
  return side.kind === 'saved' ? fileOf(side.source) : null;
}

async function readSides(
  { before, after }: CompareRequest,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Read<readonly [Report, Report]>> {
  // A file that cannot be read is told before anybody is asked.
  const saved = after.kind === 'saved' ? await readSide(after, terminal, signal) : null;
  if (saved && !saved.ok) return saved;
  const first = await readSide(before, terminal, signal);
  if (!first.ok) return first;
  if (signal.aborted && !saved) return problem(say('The first check was interrupted, so there is nothing to compare.'));
  const second = saved ?? (await readSide(after, terminal, signal));
  return second.ok ? ok([first.value, second.value]) : second;
}

async function readSide(side: CompareSide, terminal: Terminal, signal: AbortSignal): Promise<Read<Report>> {
  if (side.kind === 'saved') return (await import('./open-report.ts')).openReport(side.source);
  return (await import('./run-check.ts')).runCheck(side.request, terminal, signal);
}

async function write(comparison: Comparison, { output }: CompareRequest, terminal: Terminal): Promise<Read<null>> {
  const { format, file } = output;
  const text = await rendered(comparison, format, file === null ? terminal : { color: false, width: 100 });
  if (file === null) return terminal.print(text);
  const written = await writeOutput(file, text);
  if (written.ok) terminal.note(say('The comparison is in {file}.', { file }));
  return written;
}

async function rendered(
  comparison: Comparison,
  format: CompareRequest['output']['format'],
  { color, width }: Pick<Terminal, 'color' | 'width'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparison, undefined, 2)}\n`;
    case 'markdown':
      return (await import('../report/compare/render-compare-markdown.ts')).renderComparisonMarkdown(comparison);
    case 'text':
      return (await import('../report/compare/render-compare-text.ts')).renderComparisonText(comparison, {
        color,
        width,
      });
  }
}

/** A saved report may have been interrupted long ago: that is no failure of now. */
function exitCodeOf(
  { before, after, breaks, graver }: Comparison,
  request: CompareRequest,
  signal: AbortSignal,
): ExitCode {
  if (signal.aborted) return exitCodes.interrupted;
  const now = [request.before.kind === 'run' && before, request.after.kind === 'run' && after];
  if (now.some((side) => side !== false && side.verdict === 'unknown')) return exitCodes.failed;
  return breaks + graver > 0 ? exitCodes.found : exitCodes.fine;
}
