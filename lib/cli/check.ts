import type { Report } from '../kernel/report.ts';
import { formats } from '../report/formats.ts';
import { say } from '../i18n/say.ts';
import type { CheckRequest } from './check-request.ts';
import { exitCode, exitCodes, type ExitCode } from './exit-code.ts';
import { ok, problem, type Read } from './read.ts';
import { runCheck } from './run-check.ts';
import type { Terminal } from './terminal.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** Runs or replays a check, writes its reports, and answers with the exit code. The signal ends the run; what was found is still written. */
export async function check(request: CheckRequest, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const report = await prepared(request, terminal, signal);
  if (!report.ok) return failed(report.problem, terminal);
  const written = await writeReports(report.value, request, terminal);
  if (!written.ok) return failed(written.problem, terminal);
  return exitCode(report.value, request.failOn);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

async function prepared(request: CheckRequest, terminal: Terminal, signal: AbortSignal): Promise<Read<Report>> {
  for (const { file } of request.outputs) {
    const writable = file === null ? ok(null) : await checkWritable(file);
    if (!writable.ok) return writable;
  }
  return runCheck(request, terminal, signal);
}

async function writeReports(report: Report, request: CheckRequest, terminal: Terminal): Promise<Read<null>> {
  const problems: string[] = [];
  for (const { format, file } of request.outputs) {
    const render = await formats[format]();
    const { color, width } = file === null ? terminal : { color: false, width: 100 };
    const text = render(report, { color, width, ...(request.told.isAuthor && { reader: 'author' }) });
    const written = await (file === null ? terminal.print(text) : writeOutput(file, text));
    if (!written.ok) problems.push(written.problem);
    else if (file !== null) terminal.note(say('The report is in {file}.', { file }));
  }
  return problems.length === 0 ? ok(null) : problem(problems.join(' '));
}
