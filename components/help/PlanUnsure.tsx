import type { Ref } from 'react';
import { possibleWords, type PlanRow } from '../../lib/help/plan-answer.ts';
import { say } from '../../lib/i18n/say.ts';
import { SourceNotes } from './SourceNotes.tsx';

/** What a wish comes to for everybody that it may be, where somebody does not know their plan or role. */
export function PlanUnsure({ row, heading }: { readonly row: PlanRow; readonly heading: Ref<HTMLHeadingElement> }) {
  const ids = new Set(row.cells.flatMap(({ rule }) => rule.facts));
  return (
    <section aria-labelledby="plan-result" className="grid min-w-0 gap-3 rounded-md border border-line bg-surface p-4">
      <h2 id="plan-result" ref={heading} tabIndex={-1} className="scroll-mt-4 text-base font-semibold">
        {row.cells.length === 1 ? say('It is the same for all of them.') : say('That depends:')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {row.cells.map(({ columns, rule }) => (
          <li key={rule.answer} className="grid gap-0.5">
            <p className="m-0 font-semibold">
              {say('{plans}: {possible}', {
                plans: columns.map(({ label }) => say(label)).join(' · '),
                possible: say(possibleWords[rule.possible]),
              })}
            </p>
            <p className="m-0">{say(rule.answer)}</p>
          </li>
        ))}
      </ul>
      <SourceNotes ids={[...ids]} />
    </section>
  );
}
