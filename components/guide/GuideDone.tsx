import { useEffect, useRef } from 'react';
import type { GuideProgress } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Link } from '../ui/Link.tsx';
import type { PlayerActions, PlayerModel } from './player-model.ts';

/** The end of a guide: what follows from it, what was passed over, and where to turn when it did not help. */
export function GuideDone({
  progress,
  model,
  actions,
}: {
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  readonly actions: PlayerActions;
}) {
  const { guide, steps, connector, id } = model;
  const skipped = steps.filter((step) => progress.ticks[step.id]?.by === 'skip').length;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section aria-labelledby="guide-done" className="grid min-w-0 gap-3 rounded-md border border-line bg-surface p-3">
      <h3 id="guide-done" ref={heading} tabIndex={-1} className="text-base font-semibold">
        {say('You are through')}
      </h3>
      {skipped > 0 && (
        <p className="text-soft">
          {sayCount(skipped, {
            one: '{count} step was skipped: it may be the one that matters.',
            other: '{count} steps were skipped: one of them may be what matters.',
          })}
        </p>
      )}
      <p>
        <Foreign text={filledText(guide.afterwards, connector)} />
      </p>
      {id !== 'report-to-support' && (
        <p>
          {say('It still does not work?')} <Link href="#guide=report-to-support">{say('Report it to support')}</Link>
        </p>
      )}
      <Button
        className="justify-self-start"
        onClick={() => {
          actions.act({ kind: 'anew' });
        }}
      >
        {say('Begin anew')}
      </Button>
    </section>
  );
}
