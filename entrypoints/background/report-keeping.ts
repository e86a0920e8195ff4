import type { EvidencePart } from '../../lib/kernel/evidence-part.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver } from '../../lib/runs/run-state.ts';
import { clearPictures, savePictures } from '../../lib/storage/pictures.ts';
import {
  dropParts,
  dropReport,
  listReports,
  readParts,
  savePart,
  saveReport,
  type KeepAs,
} from '../../lib/storage/reports.ts';
import type { RunBook } from './run-book.ts';

/** Keeps a report, at the cost of its own pictures, and then of the oldest reports, where there is no room for all. */
export async function keepReport(id: string, report: Report, headline: string, as: KeepAs): Promise<Keeping> {
  if (as.kind === 'again') return withRoom(id, () => saveReport(id, report, headline, as));
  const whole = as.pictures.length === 0 ? 'full' : await tried(() => saveReport(id, report, headline, as));
  return whole === 'full' ? withRoom(id, () => saveReport(id, report, headline, { ...as, pictures: [] })) : whole;
}

/** Keeps what one probe brought back. Where there is no room the run goes on all the same: only an interrupted one would show less. */
export async function keepPart(runId: string, part: EvidencePart): Promise<void> {
  await withRoom(runId, () => savePart(runId, part).then(() => true));
}

/** Keeps the pictures that a run saw, at the cost of those of other runs. Where there is no room its report is shown without. */
export async function keepPictures(runId: string, pictures: readonly SeenPicture[]): Promise<void> {
  const save = (): Promise<void> => savePictures(runId, pictures);
  await save()
    .catch(async (error: unknown) => {
      if (isFull(error) && (await dropAllPictures())) await save();
    })
    .catch(() => undefined);
}

/** What became of the wish to keep something. `gone`: it was forgotten meanwhile; `refused`: this browser keeps no data here. */
export type Keeping = 'kept' | 'gone' | 'no-room' | 'refused';

/** What was seen of a run so far: nothing, where the browser's store cannot be read. */
export function seenOf(runId: string): Promise<readonly EvidencePart[]> {
  return readParts(runId).catch(() => []);
}

/** Forgets what was seen of a run, which has its report. Where the store cannot be opened nothing of it was kept. */
export function dropSeen(runId: string): Promise<void> {
  return dropParts(runId).catch(() => undefined);
}

/** Forgets what was kept of a run that nobody knows any more. Where the store cannot be opened nothing of it was kept. */
export async function dropKept(runId: string): Promise<void> {
  await Promise.all([dropSeen(runId), dropReport(runId).catch(() => undefined)]);
}

/** Forgets the oldest runs that are over, the oldest bundles, and their reports, beyond so many of each. */
export async function keepNewest(book: RunBook, count: number): Promise<void> {
  const over = (await book.all()).filter(isOver);
  for (const { id } of over.slice(count)) {
    await dropKept(id);
    await book.drop(id);
  }
  // A report whose run is not known (any more) is older than all of them. Those of bundles have none, and as many are kept.
  const known = new Set((await book.all()).map(({ id }) => id));
  const kept = await listReports().catch(() => []);
  const bundles = kept.filter(({ file }) => file !== undefined);
  const spared = new Set([...known, ...bundles.slice(0, count).map(({ id }) => id)]);
  for (const { id } of kept) if (!spared.has(id)) await dropReport(id).catch(() => undefined);
}

async function withRoom(id: string, save: () => Promise<boolean>): Promise<Keeping> {
  for (;;) {
    const keeping = await tried(save);
    if (keeping !== 'full') return keeping;
    if (!(await dropAllPictures()) && !(await dropOldest(id))) return 'no-room';
  }
}

async function tried(save: () => Promise<boolean>): Promise<Exclude<Keeping, 'no-room'> | 'full'> {
  try {
    return (await save()) ? 'kept' : 'gone';
  } catch (error) {
    return isFull(error) ? 'full' : 'refused';
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** A report is worth more than all pictures. False when there were none. */
async function dropAllPictures(): Promise<boolean> {
  return (await clearPictures().catch(() => 0)) > 0;
}

/** Another than this one. False when there is none. */
async function dropOldest(spared: string): Promise<boolean> {
  try {
    const oldest = (await listReports()).findLast(({ id }) => id !== spared);
    if (oldest) await dropReport(oldest.id);
    return oldest !== undefined;
  } catch {
    return false;
  }
}
