import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import type { BrowserActions } from '../interference/browser-model.ts';
import type { RunActions } from '../run/run-model.ts';

/** Everything that the side panel shows. */
export interface PanelModel {
  /** Null when nothing was checked yet. */
  readonly run: RunState | null;
  /** Null as long as there is none. */
  readonly report: Report | null;
  readonly online: boolean;
  readonly declined: boolean;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
  /** The search for an extension, as long as something is switched off. */
  readonly bisect: BisectState | null;
}

/** Everything that can be done in the side panel. Each is called in the click itself. */
export interface PanelActions extends RunActions {
  /** Opens the doctor page on this run; without one, on its start. */
  openDoctor(run: RunState | null): void;
  readonly browser: BrowserActions;
  /** Opens the doctor page on this browser. */
  openBrowser(): void;
}

/** The run that belongs to what the person looks at: the newest of this tab, else what is under way, else the newest. */
export function panelRun(runs: readonly RunState[], tabId: number | null): RunState | null {
  const ofTab = tabId === null ? undefined : runs.find((run) => run.tabId === tabId);
  return ofTab ?? runs.find((run) => !isOver(run)) ?? runs[0] ?? null;
}
