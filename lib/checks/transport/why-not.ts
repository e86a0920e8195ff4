import type { SkipReason } from '../../kernel/finding.ts';
import type { Observation } from '../../kernel/observation.ts';

/** Why a code cannot be judged, told from the observation that it would have needed; `not-applicable` when that was there after all. */
export function whyNot(observation: Observation<unknown>): SkipReason {
  if (observation.status === 'observed') return 'not-applicable';
  if (observation.status === 'crashed') return 'crashed';
  return observation.because === 'cancelled' ? 'not-reached' : observation.because;
}
