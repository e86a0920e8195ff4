import type { Report } from '../kernel/report.ts';
import type { CheckRequest } from './check-request.ts';
import { exitCode, exitCodes, type ExitCode } from './exit-code.ts';
import { checkOutputs, writeReports } from './report-outputs.ts';
import { asShared } from './sharing-options.ts';
import { ok, type Read } from './read.ts';
import { runCheck } from './run-check.ts';
import { fileReplayed } from './run-request.ts';
import type { Terminal } from './terminal.ts';

/** Runs or replays a check, writes its reports, and answers with the exit code. The signal ends the run; what was found is still written. */
export async function check(request: CheckRequest, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const report = await prepared(request, terminal, signal);
  if (!report.ok) return failed(report.problem, terminal);
  const { outputs, told, failOn, rendering } = request;
  const reader = told.isAuthor ? 'author' : null;
  const written = await writeReports(report.value, { outputs, reader, rendering }, terminal);
  if (!written.ok) return failed(written.problem, terminal);
  return exitCode(report.value, failOn);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

async function prepared(request: CheckRequest, terminal: Terminal, signal: AbortSignal): Promise<Read<Report>> {
  const writable = await checkOutputs(request.outputs, fileReplayed(request));
  if (!writable.ok) return writable;
  const report = await runCheck(request, terminal, signal);
  return report.ok ? ok(await asShared(report.value, request.sharing, { terminal, headers: request.headers })) : report;
}
