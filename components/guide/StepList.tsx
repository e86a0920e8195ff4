import { Check, Eye, SkipForward } from 'lucide-react';
import type { GuideStep } from '../../lib/guides/guide.ts';
import type { GuideProgress, Tick } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { say } from '../../lib/i18n/say.ts';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { TickLine } from './TickLine.tsx';

/** All steps, small, with their ticks. A click on one makes it stand large. */
export function StepList({
  progress,
  model,
  actions,
}: {
  readonly progress: GuideProgress | null;
  readonly model: Pick<PlayerModel, 'steps' | 'connector'>;
  readonly actions: Pick<PlayerActions, 'act'>;
}) {
  return (
    <ol aria-label={say('All steps')} className="m-0 grid list-none gap-0.5 p-0">
      {model.steps.map((step, index) => {
        const tick = progress?.ticks[step.id] ?? null;
        const words = filledText(step.do, model.connector);
        const isCurrent = progress !== null && progress.current === step.id;
        return (
          <li key={step.id} aria-current={isCurrent ? 'step' : undefined} className="flex min-w-0 gap-2 py-1">
            <StepSign tick={tick} number={index + 1} isCurrent={isCurrent} />
            <div className="grid min-w-0 flex-1 gap-0.5">
              <Words step={step} words={words} isFixed={isCurrent || progress?.phase !== 'open'} actions={actions} />
              {tick !== null && !isCurrent && (
                <TickLine isSmall tick={tick} step={step} connector={model.connector} actions={actions} />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Words({
  step,
  words,
  isFixed,
  actions,
}: {
  readonly step: GuideStep;
  readonly words: string;
  readonly isFixed: boolean;
  readonly actions: Pick<PlayerActions, 'act'>;
}) {
  if (isFixed) {
    return (
      <span>
        <Foreign text={words} />
      </span>
    );
  }
  return (
    <button
      type="button"
      className="min-h-6 rounded-sm border-0 bg-transparent p-0 text-start text-ink hover:text-accent-strong hover:underline"
      onClick={() => {
        actions.act({ kind: 'show', step: step.id });
      }}
    >
      <Foreign text={words} />
    </button>
  );
}

function StepSign({
  tick,
  number,
  isCurrent,
}: {
  readonly tick: Tick | null;
  readonly number: number;
  readonly isCurrent: boolean;
}) {
  const Icon = tick === null ? null : tick.by === 'sight' ? Eye : tick.by === 'skip' ? SkipForward : Check;
  return (
    <span
      aria-hidden
      className={classes(
        'mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-xs font-semibold',
        tick === null && (isCurrent ? 'border-accent text-accent' : 'border-edge text-soft'),
        tick?.by === 'skip' && 'border-edge text-soft',
        (tick?.by === 'person' || tick?.by === 'sight') && 'border-transparent bg-ready-soft text-ready',
      )}
    >
      {Icon ? <Icon size={12} strokeWidth={2.5} /> : number}
    </span>
  );
}
