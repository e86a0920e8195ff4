import { say } from '../../lib/i18n/say.ts';
import type { StepMark } from '../../lib/kernel/step-mark.ts';
import { StepGlyph } from './StepGlyph.tsx';
import { stepWords } from './step-words.ts';

/** Claude’s twelve steps as a row of marks, with the stop in it. */
export function StepRow({ marks }: { readonly marks: readonly StepMark[] }) {
  return (
    <ol aria-label={say('Claude’s twelve steps')} className="flex list-none justify-between gap-0.5 p-0">
      {marks.map((mark) => (
        <li key={mark.step} title={stepWords(mark)} className="relative flex">
          <StepGlyph mark={mark} />
          <span className="sr-only">{stepWords(mark)}</span>
        </li>
      ))}
    </ol>
  );
}
