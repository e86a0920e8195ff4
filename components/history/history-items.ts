import { say } from '../../lib/i18n/say.ts';
import type { Verdict } from '../../lib/kernel/report.ts';
import { isOver, type RunPhase, type RunState } from '../../lib/runs/run-state.ts';
import type { ReportEntry } from '../../lib/storage/reports.ts';

/** A line of the history: a run that goes on, one that ended, or a report whose run is forgotten. */
export interface HistoryItem {
  readonly id: string;
  /** The connector’s host, the bundle’s file, or what was typed. */
  readonly name: string;
  readonly url: string | null;
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly phase: RunPhase;
  /** Null as long as there is none. */
  readonly verdict: Verdict | null;
  /** Of a bundle, whose verdict has other words than a connector’s: its own, in the reader’s language. */
  readonly headline?: string;
  /** Bytes of the report that is kept; 0 without one. */
  readonly bytes: number;
  /** How far it looked, the same text for checks alike; not there where the run is forgotten. */
  readonly depth?: string;
}

/** Runs and kept reports as one list: what goes on stands first, then the newest. */
export function historyItems(runs: readonly RunState[], entries: readonly ReportEntry[]): readonly HistoryItem[] {
  const sizes = new Map(entries.map(({ id, bytes }) => [id, bytes]));
  const known = new Set(runs.map(({ id }) => id));
  const items = [
    ...runs.map((run) => ofRun(run, sizes.get(run.id) ?? 0)),
    ...entries.filter(({ id }) => !known.has(id)).map(ofEntry),
  ];
  const underWay = new Set(runs.filter((run) => !isOver(run)).map(({ id }) => id));
  return items.sort((a, b) => Number(underWay.has(b.id)) - Number(underWay.has(a.id)) || b.at - a.at);
}

function ofRun(run: RunState, bytes: number): HistoryItem {
  const { id, host, typed, url, startedAt, phase, outcome, choices } = run;
  const depth = [...choices.plans].sort().join();
  return { id, name: host ?? typed, url, at: startedAt, phase, verdict: outcome?.verdict ?? null, bytes, depth };
}

function ofEntry({ id, host, url, file, createdAt, verdict, headline, bytes }: ReportEntry): HistoryItem {
  const at = Date.parse(createdAt);
  return {
    id,
    name: host ?? file ?? say('What was typed'),
    url,
    at: Number.isNaN(at) ? 0 : at,
    phase: 'complete',
    verdict,
    ...(file !== undefined && { headline }),
    bytes,
  };
}
