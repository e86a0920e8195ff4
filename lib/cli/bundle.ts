import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { bundleReport } from '../bundle-report.ts';
import { openBundle } from '../bundles/open-bundle.ts';
import { say } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';
import type { RawBundleOptions } from './bundle-command.ts';
import { exitCode, exitCodes, type ExitCode } from './exit-code.ts';
import { pairOutputs } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import { languageTag } from './readers-language.ts';
import { readRendering } from './rendering-options.ts';
import { checkOutputs, writeReports } from './report-outputs.ts';
import { asShared, readSharing } from './sharing-options.ts';
import type { Terminal } from './terminal.ts';
import { reasonOf } from './write-output.ts';

/** Looks into a bundle, writes its reports, and answers with the exit code. */
export async function lookIntoBundle(
  file: string | null,
  raw: RawBundleOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const rendering = readRendering(raw, process.env);
  if (!rendering.ok) return failed(rendering.problem, terminal);
  const outputs = pairOutputs(raw.outputs);
  if (!outputs.ok) return failed(outputs.problem, terminal);
  const sharing = readSharing(raw);
  if (!sharing.ok) return failed(sharing.problem, terminal);
  const writable = await checkOutputs(outputs.value, file);
  if (!writable.ok) return failed(writable.problem, terminal);
  const report = await reportOf(file, signal);
  if (signal.aborted) return exitCodes.interrupted;
  if (!report.ok) return failed(report.problem, terminal);
  const shared = await asShared(report.value, sharing.value, { terminal });
  const writing = { outputs: outputs.value, reader: 'author', rendering: rendering.value } as const;
  const written = await writeReports(shared, writing, terminal);
  return written.ok ? exitCode(shared, rendering.value.failOn ?? 'blocker') : failed(written.problem, terminal);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

async function reportOf(file: string | null, signal: AbortSignal): Promise<Read<Report>> {
  if (file === null || file === '') return problem(say('bundle needs the name of a file.'));
  const startedAt = Date.now();
  try {
    const found = await stat(file);
    if (!found.isFile()) return problem(found.isDirectory() ? folderWords(file) : pipeWords(file));
    const { evidence } = await openBundle(await openAsBlob(file), file, signal);
    return ok(
      bundleReport(evidence, {
        startedAt,
        durationMs: Date.now() - startedAt,
        vantage: 'cli',
        environment: { browser: null, os: `${type()} ${release()} ${arch()}`, language: languageTag(process.env) },
      }),
    );
  } catch (error) {
    return problem(say('{name} cannot be read: {reason}.', { name: file, reason: reasonOf(error) }));
  }
}

function folderWords(file: string): string {
  return say('{name} is a folder: pack it with “mcpb pack” first.', { name: file });
}

function pipeWords(file: string): string {
  return say('{name} cannot be read: it is a pipe or a device.', { name: file });
}
