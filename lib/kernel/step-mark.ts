import type { StepNumber } from './step.ts';

/**
 * How one of Claude's twelve steps stands in a run. `waiting`: not come to yet; `asking`: being looked at now; `passed`: nothing wrong
 * seen there; `stopped`: Claude stops here; `fault`: a blocker or problem that is not where Claude stops; `warning`: only warnings;
 * `needs-sign-in`: seen only after signing in; `not-needed`: this server has no such step; `not-reached`: comes after the stop;
 * `not-seen`: this way of looking, or this run, could not tell.
 */
export type StepState =
  | 'waiting'
  | 'asking'
  | 'passed'
  | 'stopped'
  | 'fault'
  | 'warning'
  | 'needs-sign-in'
  | 'not-needed'
  | 'not-reached'
  | 'not-seen';

export interface StepMark {
  /** 1 to 12: Claude's own dialog (0) is no step of the row. */
  readonly step: Exclude<StepNumber, 0>;
  readonly state: StepState;
}
