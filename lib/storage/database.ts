import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { EvidencePart } from '../kernel/evidence-part.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Report, Verdict } from '../kernel/report.ts';

/** What lists show of a report that is kept. */
export interface ReportEntry {
  readonly id: string;
  /** Redacted; null when what was typed holds no address. */
  readonly url: string | null;
  readonly host: string | null;
  /** The name of the bundle that it is about; not there for anything else. Such a report belongs to no run. */
  readonly file?: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly verdict: Verdict;
  readonly headline: string;
  /** The report's length as JSON. */
  readonly bytes: number;
}

interface Schema extends DBSchema {
  entries: { key: string; value: ReportEntry; indexes: { createdAt: string } };
  reports: { key: string; value: Report };
  /** By the id of their run, as its report is. */
  pictures: { key: string; value: readonly SeenPicture[] };
  parts: { key: [string, string]; value: EvidencePart & { readonly runId: string } };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** The store of reports, opened once. Rejects when the browser keeps no data (a private window, a full disk). */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<Database> {
  const forget = (): void => {
    opened = null;
  };
  return openDB<Schema>('connector-doctor', 2, {
    upgrade(db, from) {
      db.createObjectStore('pictures');
      if (from > 0) return;
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      db.createObjectStore('reports');
      db.createObjectStore('parts', { keyPath: ['runId', 'key'] });
    },
    // A newer version of this extension opens it elsewhere: it must not wait for us.
    blocking: (_current, _blocked, event) => {
      (event.target as unknown as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}
