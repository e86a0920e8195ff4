import type { RunState } from '../../lib/runs/run-state.ts';
import { isOver } from '../../lib/runs/run-state.ts';
import { Progress } from '../ui/Progress.tsx';

/** In the place of a report that is not there yet: how far the run has come, and what is being asked. */
export function UnderWay({ run }: { readonly run: RunState | null }) {
  if (run === null || isOver(run)) {
    return (
      <p className="max-w-prose">
        Nothing had been seen when this check ended, or its report was deleted to make room for newer ones.
      </p>
    );
  }
  const done = run.marks.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
  return (
    <div className="grid max-w-prose gap-3">
      <Progress label="Steps looked at" value={done} max={run.marks.length} />
      <p className="min-h-10 text-base">
        {run.phase === 'needs-permission' ? 'Waiting for your permission.' : askingWords(run)}
      </p>
      <p className="text-soft">
        The answer stands here when everything is seen, usually after a few seconds. The requests can be watched under
        Exchanges.
      </p>
    </div>
  );
}

function askingWords({ asking, phase }: RunState): string {
  return asking ?? (phase === 'starting' ? 'Beginning…' : 'Putting together what was seen…');
}
