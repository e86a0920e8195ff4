import type { GuideStep } from '../../lib/guides/guide.ts';
import type { GuideProgress } from '../../lib/help/guide-life.ts';

/** How many steps are done; what was skipped is not. */
export function doneCount({ ticks }: Pick<GuideProgress, 'ticks'>, steps: readonly GuideStep[]): number {
  return steps.filter(({ id }) => ticks[id] !== undefined && ticks[id].by !== 'skip').length;
}
