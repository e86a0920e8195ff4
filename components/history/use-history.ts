import { useEffect, useState } from 'react';
import type { RunState } from '../../lib/runs/run-state.ts';
import { listReports, type ReportEntry } from '../../lib/storage/reports.ts';
import { historyItems, type HistoryItem } from './history-items.ts';

/**
 * The history of this machine, read again whenever a run begins, ends or is forgotten, and when `version` changes. Empty until the runs
 * were read, which are null before.
 */
export function useHistory(runs: readonly RunState[] | null, version: number): readonly HistoryItem[] {
  const [entries, setEntries] = useState<readonly ReportEntry[]>([]);
  const state = (runs ?? []).map(({ id, phase }) => `${id} ${phase}`).join();
  useEffect(() => {
    let isWanted = true;
    void listReports()
      .catch(() => [])
      .then((read) => {
        if (isWanted) setEntries(read);
      });
    return () => {
      isWanted = false;
    };
  }, [state, version]);
  return runs === null ? [] : historyItems(runs, entries);
}
