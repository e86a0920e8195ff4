import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';
import { formatByExtension, formats } from '../report/formats/formats.ts';
import type { ReportReader } from '../report/words/who-words.ts';
import type { Output, OutputWord } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import type { Rendering } from './rendering-options.ts';
import type { Terminal } from './terminal.ts';
import { isWorkflow } from './workflow.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** In which formats and where to a report goes, and when it counts as bad; for every command that makes one. */
export function addReportOptions(command: Command, outputs: OutputWord[]): Command {
  return command
    .addOption(
      new Option(
        say('--format <name>'),
        say('{formats} (repeatable, with --output)', { formats: Object.keys(formats).join(', ') }),
      ).argParser((name: string) => outputs.push({ kind: 'format', name })),
    )
    .addOption(
      new Option(
        say('--output <file>'),
        say('write the report there: {endings}, or as its --format says (repeatable)', {
          endings: [...formatByExtension.keys()].join(', '),
        }),
      ).argParser((file: string) => outputs.push({ kind: 'output', file })),
    )
    .option(say('--fail-on <severity>'), say('exit 1 from this on: blocker (default), problem or warning'))
    .option(
      say('--location <file>'),
      say('SARIF and annotations: the repository’s file at which findings are shown (default README.md)'),
    );
}

/** Whether all files can be written and none of them is the one that is read, asked before the work whose report should go there. */
export async function checkOutputs(outputs: readonly Output[], read: string | null): Promise<Read<null>> {
  for (const { file } of outputs) {
    const writable = file === null ? ok(null) : await checkWritable(file, [read]);
    if (!writable.ok) return writable;
  }
  return ok(null);
}

/** Where to and for whom a report is written. */
interface Writing {
  readonly outputs: readonly Output[];
  readonly reader: ReportReader | null;
  readonly rendering?: Rendering;
}

/** Writes a report in every format and to every place that was asked for. */
export async function writeReports(
  report: Report,
  { outputs, reader, rendering = {} }: Writing,
  terminal: Terminal,
): Promise<Read<null>> {
  const problems: string[] = [];
  for (const { format, file } of outputs) {
    const render = await formats[format]();
    const { color, width } = file === null ? terminal : { color: false, width: 100 };
    const text = render(report, { color, width, ...rendering, ...(reader !== null && { reader }) });
    const written = await (file === null ? terminal.print(text) : writeOutput(file, text));
    if (!written.ok) problems.push(written.problem);
    else if (file !== null) terminal.note(say('The report is in {file}.', { file }));
  }
  if (isWorkflow(process.env)) {
    const { tellWorkflow } = await import('./github-annotations.ts');
    await tellWorkflow(report, { reader, file: rendering.sourceFile }, terminal);
  }
  return problems.length === 0 ? ok(null) : problem(problems.join(' '));
}
