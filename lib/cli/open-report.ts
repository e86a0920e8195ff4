import { readFile, stat } from 'node:fs/promises';
import { say } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';
import { fileText } from '../report/data/file-text.ts';
import { maxReportLength } from '../report/data/limits.ts';
import { readReport, type ReadReport } from '../report/data/read-report.ts';
import { ok, problem, type Read } from './read.ts';
import type { ReportSource } from './run-request.ts';
import { reasonOf } from './write-output.ts';

/** Reads a saved report (JSON, the page that holds one, or a link), or says in one or two sentences why it cannot be read. */
export async function openReport(source: ReportSource, passphrase?: string): Promise<Read<Report>> {
  const name = sourceName(source);
  try {
    if (source.kind === 'file' && (await isEndless(source.file))) {
      return problem(say('{name} cannot be read: it is a pipe or a device. Give what comes from it as “-”.', { name }));
    }
    const text = await textOf(source);
    if (text === null) return problem(say('{name} cannot be read: it is larger than 64 MiB.', { name }));
    return readOf(await readReport(text, passphrase), name);
  } catch (error) {
    return problem(say('{name} cannot be read: {reason}.', { name, reason: reasonOf(error) }));
  }
}

/** What a report is called that was read from there. */
export function sourceName(source: ReportSource): string {
  if (source.kind === 'file') return source.file;
  return source.kind === 'link' ? say('The link') : say('Standard input');
}

function readOf(read: ReadReport, name: string): Read<Report> {
  switch (read.kind) {
    case 'report':
      return ok(read.report);
    case 'locked':
      return problem(
        say(
          '{name} is locked with a passphrase: use “connector-doctor open” with --passphrase-stdin, which reads the passphrase from standard input.',
          { name },
        ),
      );
    case 'problem':
      return problem(say('{name} cannot be read. {problem}', { name, problem: read.problem }));
  }
}

/** A pipe or a device may never end, and nothing could interrupt the waiting for it. */
async function isEndless(file: string): Promise<boolean> {
  const found = await stat(file);
  return !found.isFile() && !found.isDirectory();
}

async function textOf(source: ReportSource): Promise<string | null> {
  if (source.kind === 'link') return source.link;
  const bytes = source.kind === 'file' ? await bytesOf(source.file) : await standardInput();
  return bytes && fileText(bytes);
}

async function bytesOf(file: string): Promise<Buffer | null> {
  const { size } = await stat(file);
  return size > maxReportLength ? null : readFile(file);
}

async function standardInput(): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    const bytes = Buffer.from(piece as Uint8Array);
    length += bytes.length;
    if (length > maxReportLength) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
