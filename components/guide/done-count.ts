import type { GuideStep } from '../../lib/guides/guide.ts';
import type { GuideProgress, Tick } from '../../lib/help/guide-life.ts';

/** How many steps are done; what was skipped is not. */
export function doneCount({ ticks }: Pick<GuideProgress, 'ticks'>, steps: readonly GuideStep[]): number {
  return steps.filter((step) => ticks[step.id] !== undefined && !isSkipped(step, ticks[step.id])).length;
}

/** Whether a step was passed over that may be the one that matters; one for a case that is not there is none of them. */
export function isSkipped(step: GuideStep, tick: Tick | undefined): boolean {
  return tick?.by === 'skip' && !isConditional(step);
}

/** Whether a step is only for a case that it names first. */
export function isConditional({ do: deed }: GuideStep): boolean {
  return deed.startsWith('If ');
}
