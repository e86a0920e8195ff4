import { say } from '../../lib/i18n/say.ts';
import type { StepMark } from '../../lib/kernel/step-mark.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import { stepName } from '../../lib/report/words/step-names.ts';
import { stepStateWords } from '../../lib/report/words/step-state-words.ts';

/** The name of a step where it stands by itself: “Finding the public name”. */
export function stepTitle(step: StepNumber): string {
  return sentenceCase(stepName(step));
}

/** With a capital letter at the beginning, for lines of a list. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** One step as a sentence: “Step 3, the first request: Claude stops here”. */
export function stepWords({ step, state }: StepMark): string {
  return say('Step {step}, {name}: {state}', { step, name: stepName(step), state: say(stepStateWords[state]) });
}

/** How far a run has come, for those who hear it: said when a step changes, and no oftener. */
export function progressWords(marks: readonly StepMark[]): string {
  const done = marks.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
  const stopped = marks.find(({ state }) => state === 'stopped');
  const seen = say('{done} of {all} steps looked at.', { done, all: marks.length });
  return stopped ? `${seen} ${stopSentence(stopped.step)}` : seen;
}

/** Where Claude stops, with a full stop: “Claude stops at step 2: reaching the server over TLS.” */
function stopSentence(step: StepNumber): string {
  return say('Claude stops at step {step}: {name}.', { step, name: stepName(step) });
}
