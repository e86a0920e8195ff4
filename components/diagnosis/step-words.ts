import type { StepMark, StepState } from '../../lib/kernel/step-mark.ts';
import { steps, type StepNumber } from '../../lib/kernel/step.ts';

/** How a step stands, in a few words that follow its name. */
export const stepStateWords: Readonly<Record<StepState, string>> = {
  waiting: 'not looked at yet',
  asking: 'being looked at now',
  passed: 'nothing wrong seen',
  stopped: 'Claude stops here',
  fault: 'something is wrong here',
  warning: 'works, with a warning',
  'needs-sign-in': 'seen only after signing in',
  'not-needed': 'not needed by this server',
  'not-reached': 'comes after the stop',
  'not-seen': 'could not be seen from here',
};

/** The name of a step where it stands by itself: “Finding the public name”. */
export function stepTitle(step: StepNumber): string {
  return sentenceCase(steps[step]);
}

/** With a capital letter at the beginning, for lines of a list. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** One step as a sentence: “Step 3, the first request: Claude stops here”. */
export function stepWords({ step, state }: StepMark): string {
  return `Step ${step}, ${steps[step]}: ${stepStateWords[state]}`;
}

/** How far a run has come, for those who hear it: said when a step changes, and no oftener. */
export function progressWords(marks: readonly StepMark[]): string {
  const done = marks.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
  const stopped = marks.find(({ state }) => state === 'stopped');
  const stop = stopped ? ` Claude stops at step ${stopped.step}: ${steps[stopped.step]}.` : '';
  return `${done} of ${marks.length} steps looked at.${stop}`;
}
