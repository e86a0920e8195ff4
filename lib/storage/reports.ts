import type { EvidencePart } from '../kernel/evidence-part.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Report } from '../kernel/report.ts';
import { database, type ReportEntry } from './database.ts';

let forgotten = 0;

/** A report that is kept on this machine; null when it is not there (any more). */
export async function readReport(id: string): Promise<Report | null> {
  return (await (await database()).get('reports', id)) ?? null;
}

/** All reports that are kept, the newest first, without reading them. */
export async function listReports(): Promise<readonly ReportEntry[]> {
  return (await (await database()).getAllFromIndex('entries', 'createdAt')).reverse();
}

/** What a report may be kept as. */
export type KeepAs =
  /** A new one and its pictures, unless everything was forgotten after `since` (`timesForgotten()` when work on it began). */
  | { readonly kind: 'new'; readonly since: number; readonly pictures: readonly SeenPicture[] }
  /** In place of itself, if it was not forgotten meanwhile. */
  | { readonly kind: 'again' };

/** Counts how often this page or worker has forgotten everything: the background alone does that, and it alone keeps reports. */
export function timesForgotten(): number {
  return forgotten;
}

/**
 * Keeps a report, or finds in the same transaction that it is not to be kept any more: false. Rejects when there is no room.
 */
export async function saveReport(id: string, report: Report, headline: string, as: KeepAs): Promise<boolean> {
  const entry = entryOf(id, report, headline);
  const store = await database();
  // What is forgotten from here on is forgotten after this transaction: they come one after the other.
  if (as.kind === 'new' && as.since !== forgotten) return false;
  const transaction = store.transaction(['entries', 'reports', 'pictures'], 'readwrite');
  const entries = transaction.objectStore('entries');
  if (as.kind === 'again' && (await entries.getKey(id)) === undefined) return false;
  await Promise.all([
    entries.put(entry),
    transaction.objectStore('reports').put(report, id),
    ...(as.kind === 'new' && as.pictures.length > 0 ? [transaction.objectStore('pictures').put(as.pictures, id)] : []),
    transaction.done,
  ]);
  return true;
}

function entryOf(id: string, report: Report, headline: string): ReportEntry {
  const target = report.target && 'url' in report.target ? report.target : { url: null, host: null };
  return {
    id,
    url: target.url,
    host: target.host,
    ...(report.target && 'file' in report.target && { file: report.target.file }),
    createdAt: report.createdAt,
    verdict: report.verdict,
    headline,
    bytes: new Blob([JSON.stringify(report)]).size,
  };
}

/** Forgets one report, and its pictures. */
export async function dropReport(id: string): Promise<void> {
  const transaction = (await database()).transaction(['entries', 'reports', 'pictures'], 'readwrite');
  await Promise.all([
    transaction.objectStore('pictures').delete(id),
    transaction.objectStore('entries').delete(id),
    transaction.objectStore('reports').delete(id),
    transaction.done,
  ]);
}

/** Forgets every report, all pictures, and what was seen of unfinished runs. */
export async function dropAllReports(): Promise<void> {
  const store = await database();
  forgotten += 1;
  const transaction = store.transaction(['entries', 'reports', 'pictures', 'parts'], 'readwrite');
  await Promise.all([
    transaction.objectStore('pictures').clear(),
    transaction.objectStore('entries').clear(),
    transaction.objectStore('reports').clear(),
    transaction.objectStore('parts').clear(),
    transaction.done,
  ]);
}

/** Keeps what one probe of an unfinished run brought back; the same again changes nothing. Rejects when there is no room. */
export async function savePart(runId: string, part: EvidencePart): Promise<void> {
  await (await database()).put('parts', { runId, ...part });
}

/** What was seen of a run so far. */
export async function readParts(runId: string): Promise<readonly EvidencePart[]> {
  const kept = await (await database()).getAll('parts', partsOf(runId));
  return kept.map(({ runId: _runId, ...part }) => part);
}

/** Forgets what was seen of a run: its report is there, or nobody wants it. */
export async function dropParts(runId: string): Promise<void> {
  await (await database()).delete('parts', partsOf(runId));
}

export type { ReportEntry };

function partsOf(runId: string): IDBKeyRange {
  // An array is greater than every string.
  return IDBKeyRange.bound([runId], [runId, []]);
}
