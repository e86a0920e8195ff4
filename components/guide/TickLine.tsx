import { Check, Eye, SkipForward } from 'lucide-react';
import type { GuideStep } from '../../lib/guides/guide.ts';
import type { GuideConnector, Tick } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { isConditional } from './done-count.ts';
import type { PlayerActions } from './player-model.ts';
import { sightWords } from './sight-words.ts';

/** Why a step counts as gone through, and the way to take that back. */
export function TickLine({
  tick,
  step,
  connector,
  isSmall = false,
  actions,
}: {
  readonly tick: Tick;
  readonly step: GuideStep;
  readonly connector: GuideConnector;
  /** In a list, whose sign says already how it was ticked. */
  readonly isSmall?: boolean;
  readonly actions: Pick<PlayerActions, 'act'>;
}) {
  const Icon = tick.by === 'sight' ? Eye : tick.by === 'skip' ? SkipForward : Check;
  return (
    <div className={classes('flex gap-2', isSmall ? 'items-center' : 'items-start')}>
      <p
        className={classes(
          'flex min-w-0 items-start gap-1.5',
          isSmall ? 'text-xs' : 'flex-1 py-1 font-medium',
          tick.by === 'skip' ? 'text-soft' : 'text-ready',
        )}
      >
        {!isSmall && <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />}
        <span className="min-w-0">
          {tick.by === 'sight' ? sightWords(tick.sight, step, connector) : ownWords(tick.by, step)}
        </span>
      </p>
      <Button
        size="small"
        variant="quiet"
        className="shrink-0"
        onClick={() => {
          actions.act({ kind: 'untick', step: step.id });
        }}
      >
        {say('Take back')}
        <span className="sr-only"> {filledText(step.do, connector)}</span>
      </Button>
    </div>
  );
}

function ownWords(by: 'person' | 'skip', step: GuideStep): string {
  if (by === 'skip' && isConditional(step)) return say('Not needed, you say');
  return by === 'skip' ? say('Skipped by you') : say('Ticked by you');
}
