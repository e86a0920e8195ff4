import { useEffect, useState } from 'react';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { readParts, readReport } from '../../lib/storage/reports.ts';
import type { Shown } from './run-model.ts';

interface Kept {
  readonly id: string;
  readonly report: Report | null;
  readonly exchanges: readonly Exchange[];
}

/**
 * The run with this id, with its report as soon as there is one, and until then with the exchanges that were seen so far. `runs` is null
 * until they were read.
 */
export function useShown(id: string | null, runs: readonly RunState[] | null): Shown {
  const run = runs?.find((each) => each.id === id) ?? null;
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    void readKept(id).then((read) => {
      if (isWanted) setKept(read);
    });
    return () => {
      isWanted = false;
    };
    // What is kept of it changes with the run.
  }, [id, run?.updatedAt, run?.phase]);
  if (id === null) return { kind: 'nothing' };
  if (runs === null || kept?.id !== id) return { kind: 'loading' };
  if (run === null && kept.report === null) return { kind: 'gone' };
  // A run that goes on has no report yet, whatever an earlier one left under its id.
  const report = run !== null && !isOver(run) ? null : kept.report;
  return { kind: 'run', run, report, exchanges: report?.exchanges ?? kept.exchanges };
}

/** A store that cannot be read holds nothing for us. */
async function readKept(id: string): Promise<Kept> {
  const report = await readReport(id).catch(() => null);
  const parts = report ? [] : await readParts(id).catch(() => []);
  return { id, report, exchanges: inOrder(parts.flatMap(({ exchanges }) => exchanges)) };
}

function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  const unique = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  return [...unique.values()].sort((a, b) => a.timing.startedAt - b.timing.startedAt);
}
