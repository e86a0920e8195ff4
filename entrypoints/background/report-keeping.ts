import type { EvidencePart } from '../../lib/kernel/evidence-part.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver } from '../../lib/runs/run-state.ts';
import { dropParts, dropReport, listReports, savePart, saveReport } from '../../lib/storage/reports.ts';
import type { RunBook } from './run-book.ts';

/** Keeps a report, at the cost of the oldest ones where there is no room for all. False when there is no room at all. */
export async function keepReport(id: string, report: Report, headline: string): Promise<boolean> {
  return withRoom(() => saveReport(id, report, headline));
}

/** Keeps what one probe brought back. Where there is no room the run goes on all the same: only an interrupted one would show less. */
export async function keepPart(runId: string, part: EvidencePart): Promise<void> {
  await withRoom(() => savePart(runId, part));
}

/** Forgets the oldest runs that are over, and their reports, beyond so many. */
export async function keepNewest(book: RunBook, count: number): Promise<void> {
  const over = (await book.all()).filter(isOver);
  for (const { id } of over.slice(count)) {
    await dropParts(id);
    await dropReport(id);
    await book.drop(id);
  }
  // A report whose run is not known (any more) is older than all of them.
  const known = new Set((await book.all()).map(({ id }) => id));
  for (const { id } of await listReports()) if (!known.has(id)) await dropReport(id);
}

async function withRoom(save: () => Promise<void>): Promise<boolean> {
  for (;;) {
    try {
      await save();
      return true;
    } catch (error) {
      if (!isFull(error) || !(await dropOldest())) return false;
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function dropOldest(): Promise<boolean> {
  const oldest = (await listReports()).at(-1);
  if (oldest) await dropReport(oldest.id);
  return oldest !== undefined;
}
