import { say } from '../../i18n/say.ts';
import { steps, type StepNumber } from '../../kernel/step.ts';

/** The name of a step within a sentence: “the first request”. */
export function stepName(step: StepNumber): string {
  return say(steps[step]);
}
