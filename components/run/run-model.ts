import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunState } from '../../lib/runs/run-state.ts';

/** What is known of the run that a screen shows. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  /** Neither a run nor a report has this id (any more). */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'run';
      /** Null for a report whose run was forgotten. */
      readonly run: RunState | null;
      /** Null as long as there is none. */
      readonly report: Report | null;
      /** Those of the report, or what was seen so far. */
      readonly exchanges: readonly Exchange[];
    };

/** What can be done with a run, on every screen. Each is called in the click itself. */
export interface RunActions {
  cancel(run: RunState): void;
  again(run: RunState): void;
  allow(run: RunState): void;
  goOnWithout(run: RunState): void;
}
