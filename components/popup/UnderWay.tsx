import { say } from '../../lib/i18n/say.ts';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { Button } from '../ui/Button.tsx';
import type { RunSectionProps } from './popup-model.ts';

/** A run that is going on: the marks fill one by one, and the line under them says what is being asked. */
export function UnderWay({ run, actions }: RunSectionProps) {
  return (
    <>
      <StepRow marks={run.marks} />
      <div className="flex items-start gap-2">
        <p className="min-h-8 min-w-0 flex-1 py-1.5 text-soft">
          {run.asking ?? (run.phase === 'starting' ? say('Beginning…') : say('Putting together what was seen…'))}
        </p>
        <Button
          onClick={() => {
            actions.cancel(run);
          }}
        >
          {say('Cancel')}
        </Button>
      </div>
    </>
  );
}
