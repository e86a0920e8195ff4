import { say } from '../../lib/i18n/say.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { isOver } from '../../lib/runs/run-state.ts';
import { Progress } from '../ui/Progress.tsx';

/** In the place of a report that is not there yet: how far the run has come, and what is being asked. */
export function UnderWay({ run }: { readonly run: RunState | null }) {
  if (run === null || isOver(run)) {
    return (
      <p className="max-w-prose">
        {say('Nothing had been seen when this check ended, or its report was deleted to make room for newer ones.')}
      </p>
    );
  }
  const done = run.marks.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
  return (
    <div className="grid max-w-prose gap-3">
      <Progress label={say('Steps looked at')} value={done} max={run.marks.length} />
      <p className="min-h-10 text-base">
        {run.phase === 'needs-permission' ? say('Waiting for your permission.') : askingWords(run)}
      </p>
      <p className="text-soft">
        {say(
          'The answer stands here when everything is seen, usually after a few seconds. The requests can be watched under Exchanges.',
        )}
      </p>
    </div>
  );
}

function askingWords({ asking, phase }: RunState): string {
  return asking ?? (phase === 'starting' ? say('Beginning…') : say('Putting together what was seen…'));
}
