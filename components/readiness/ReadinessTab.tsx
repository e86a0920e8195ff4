import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunState } from '../../lib/runs/run-state.ts';

/** Whether a connector is ready for the directory. */
export function ReadinessTab(_props: { readonly report: Report; readonly run: RunState | null }) {
  return <h2 className="text-lg font-semibold">{say('Ready for the directory?')}</h2>;
}
