import { msg, say } from '../../lib/i18n/say.ts';
import { CauseSummary } from '../diagnosis/CauseSummary.tsx';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { Button } from '../ui/Button.tsx';
import { retypeWords } from './popup-runs.ts';
import type { RunBodyProps } from './popup-model.ts';

const words = {
  cancelled: msg('You ended this check. What had been seen by then is kept.'),
  interrupted: msg(
    'This check ended early, because the browser was closed or put it to sleep. What had been seen by then is kept; to go on, everything is asked again.',
  ),
} as const;

/** A run that did not come to its end: what there is of it, and once more. */
export function Ended({ run, actions, onAgain, phase }: RunBodyProps & { readonly phase: keyof typeof words }) {
  const { outcome } = run;
  const hasCause = outcome?.cause != null;
  return (
    <>
      {!hasCause && <StepRow marks={run.marks} />}
      <p>{say(words[phase])}</p>
      {hasCause && <CauseSummary run={run} outcome={outcome} />}
      {onAgain === null && <p>{say(retypeWords)}</p>}
      <div className="flex flex-wrap gap-2">
        {onAgain && (
          <Button variant="primary" onClick={onAgain}>
            {phase === 'interrupted' ? say('Go on') : say('Check again')}
          </Button>
        )}
        {outcome !== null && (
          <Button
            onClick={() => {
              actions.openDetails(run);
            }}
          >
            {say('What was seen')}
          </Button>
        )}
      </div>
    </>
  );
}
