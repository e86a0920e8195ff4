import { readFile, stat } from 'node:fs/promises';
import type { Report } from '../kernel/report.ts';
import { decodeReport, maxReportLength } from '../report/codec.ts';
import { ok, problem, type Read } from './read.ts';
import { reasonOf } from './write-output.ts';

/** Reads a saved report, or says in one sentence why it cannot be read. */
export async function openReport(file: string): Promise<Read<Report>> {
  try {
    const { size } = await stat(file);
    if (size > maxReportLength) return problem(`${file} cannot be read: it is larger than 64 MiB.`);
    const decoded = decodeReport(await readFile(file, 'utf8'));
    return decoded.ok ? ok(decoded.report) : problem(`${file} cannot be read. ${decoded.problem}`);
  } catch (error) {
    return problem(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}
