import { say } from '../../lib/i18n/say.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import { stepName } from '../../lib/report/words/step-names.ts';
import type { RunOutcome, RunState } from '../../lib/runs/run-state.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { StepRow } from './StepRow.tsx';

/** The one cause of a run in two sentences, under the row of steps with the stop in it. */
export function CauseSummary({ run, outcome }: { readonly run: RunState; readonly outcome: RunOutcome }) {
  const { cause, stop } = outcome;
  return (
    <div className="grid gap-2">
      {stop && <p className="font-medium">{stopWords(stop.step)}</p>}
      <StepRow marks={run.marks} />
      {cause ? (
        <div className="grid gap-1">
          <h3 className="text-base font-semibold wrap-anywhere">
            <Foreign text={cause.title} />
          </h3>
          <p className="wrap-anywhere">
            <Foreign text={cause.detail} />
          </p>
          <p className="text-soft wrap-anywhere">
            <Foreign text={cause.who} />
          </p>
        </div>
      ) : (
        <p className="wrap-anywhere">{outcome.next}</p>
      )}
    </div>
  );
}

/** Where Claude stops, as a sentence. */
export function stopWords(step: StepNumber): string {
  return step === 0
    ? say('Claude’s own dialog refuses this address')
    : say('Claude stops at step {step}: {name}', { step, name: stepName(step) });
}
