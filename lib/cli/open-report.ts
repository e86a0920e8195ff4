import { readFile, stat } from 'node:fs/promises';
import type { Report } from '../kernel/report.ts';
import { checkReport, decodeReport, maxReportLength } from '../report/data/codec.ts';
import type { ReportSource } from './run-request.ts';
import { say } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';
import { reasonOf } from './write-output.ts';

/** Reads a saved report, or says in one sentence why it cannot be read. */
export async function openReport(source: ReportSource): Promise<Read<Report>> {
  const name = nameOf(source);
  try {
    if (source.kind === 'file' && (await isEndless(source.file))) {
      return problem(say('{name} cannot be read: it is a pipe or a device. Give what comes from it as “-”.', { name }));
    }
    const text = source.kind === 'file' ? await textOf(source.file) : await standardInput();
    if (text === null) return problem(say('{name} cannot be read: it is larger than 64 MiB.', { name }));
    const decoded = decodeReport(text);
    return decoded.ok
      ? ok(decoded.report)
      : problem(say('{name} cannot be read. {problem}', { name, problem: decoded.problem }));
  } catch (error) {
    return problem(say('{name} cannot be read: {reason}.', { name, reason: reasonOf(error) }));
  }
}

/**
 * Judges a saved report. A file can hold what no run ever wrote, and neither a check that fails over it nor a judgement that is
 * no report may leave this program.
 */
export function judgeSafely(report: Report, source: ReportSource, judge: (report: Report) => Report): Read<Report> {
  try {
    const checked = checkReport(judge(report));
    if (checked.ok) return ok(checked.report);
  } catch {
    // Told below, like a judgement that is no report.
  }
  return problem(say('{name} cannot be judged: its evidence is damaged.', { name: nameOf(source) }));
}

function nameOf(source: ReportSource): string {
  return source.kind === 'file' ? source.file : say('Standard input');
}

/** A pipe or a device may never end, and nothing could interrupt the waiting for it. */
async function isEndless(file: string): Promise<boolean> {
  const found = await stat(file);
  return !found.isFile() && !found.isDirectory();
}

async function textOf(file: string): Promise<string | null> {
  const { size } = await stat(file);
  return size > maxReportLength ? null : readFile(file, 'utf8');
}

async function standardInput(): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    const bytes = Buffer.from(piece as Uint8Array);
    length += bytes.length;
    if (length > maxReportLength) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}
