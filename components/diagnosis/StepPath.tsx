import { say } from '../../lib/i18n/say.ts';
import type { StepMark } from '../../lib/kernel/step-mark.ts';
import { stepStateWords } from '../../lib/report/words/step-state-words.ts';
import { stepTitle } from './step-words.ts';
import { StepGlyph } from './StepGlyph.tsx';
import { classes } from '../ui/classes.ts';

/** Claude’s twelve steps from top to bottom, with the stop among them. */
export function StepPath({ marks }: { readonly marks: readonly StepMark[] }) {
  return (
    <section aria-label={say('Claude’s twelve steps')} className="grid gap-2">
      <h2 className="text-xs font-semibold text-soft">{say('Claude’s twelve steps')}</h2>
      <ol className="m-0 list-none p-0">
        {marks.map((mark, index) => (
          <li key={mark.step} className="relative flex gap-2 pb-2 last:pb-0">
            {index < marks.length - 1 && (
              <span aria-hidden className="absolute start-[10.5px] top-[22px] bottom-0 w-px bg-line" />
            )}
            <StepGlyph mark={mark} />
            <StepWords mark={mark} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The steps that tell something stand out; the others are named, and what they are is said beside them. */
function StepWords({ mark }: { readonly mark: StepMark }) {
  const isLoud = mark.state === 'stopped' || mark.state === 'fault' || mark.state === 'asking';
  const isQuiet = mark.state === 'waiting' || mark.state === 'not-needed' || mark.state === 'not-reached';
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 leading-[22px]">
      <span className={classes(isLoud && 'font-semibold', isQuiet && 'text-soft')}>
        <span className="sr-only">{mark.step}, </span>
        {stepTitle(mark.step)}
      </span>
      <span
        className={classes(
          'text-xs',
          mark.state === 'stopped' ? 'font-semibold text-broken' : 'text-soft',
          isSilent(mark) && 'sr-only',
        )}
      >
        {say(stepStateWords[mark.state])}
      </span>
    </span>
  );
}

function isSilent({ state }: StepMark): boolean {
  return state === 'passed' || state === 'waiting' || state === 'not-needed' || state === 'not-reached';
}
