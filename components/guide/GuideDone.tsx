import { useEffect, useRef } from 'react';
import type { GuideProgress } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Link } from '../ui/Link.tsx';
import { isSkipped } from './done-count.ts';
import type { PlayerActions, PlayerModel } from './player-model.ts';

interface DoneProps {
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  readonly actions: PlayerActions;
}

/** The end of a guide: what was passed over, what follows from the steps, and the ways on, depending on whether it helped. */
export function GuideDone({ progress, model, actions }: DoneProps) {
  const { guide, steps, connector } = model;
  const skipped = steps.filter((step) => isSkipped(step, progress.ticks[step.id])).length;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section aria-labelledby="guide-done" className="grid min-w-0 gap-3 rounded-md border border-line bg-surface p-3">
      <h3 id="guide-done" ref={heading} tabIndex={-1} className="text-base font-semibold">
        {skipped === 0 ? say('You are through') : say('You are at the end')}
      </h3>
      {skipped > 0 && (
        <p className="text-soft">
          {sayCount(skipped, {
            one: '{count} step was skipped: it may be the one that matters.',
            other: '{count} steps were skipped: one of them may be what matters.',
          })}
        </p>
      )}
      <div className="grid gap-1">
        {skipped > 0 && <p>{say('Once these steps are done, this holds:')}</p>}
        <p>
          <Foreign text={filledText(guide.afterwards, connector)} />
        </p>
      </div>
      <Onwards model={model} actions={actions} />
      <Button
        size="small"
        variant="quiet"
        className="-ms-2 justify-self-start"
        onClick={() => {
          actions.act({ kind: 'anew' });
        }}
      >
        {say('Start over')}
      </Button>
    </section>
  );
}

/** Whether it works now only the person can tell. */
function Onwards({ model: { id, connector }, actions }: Pick<DoneProps, 'model' | 'actions'>) {
  if (id === 'report-to-support') {
    return (
      <Button variant="primary" className="justify-self-start" onClick={actions.finish}>
        {say('Close the guide')}
      </Button>
    );
  }
  return (
    <div role="group" aria-labelledby="guide-works" className="grid gap-2 border-t border-line pt-3">
      <h4 id="guide-works" className="font-semibold">
        {say('Does it work now?')}
      </h4>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="primary" onClick={actions.finish}>
          {say('Yes, finished')}
        </Button>
        {connector.url !== null && <Button onClick={actions.checkConnector}>{say('Check the connector again')}</Button>}
        <Link href="#guide=report-to-support">{say('No, report it')}</Link>
      </div>
    </div>
  );
}
