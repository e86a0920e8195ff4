import { factPages } from '../../lib/help/fact-pages.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Fact } from '../../lib/knowledge/fact.ts';
import { facts, type FactId } from '../../lib/knowledge/facts.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FactLine } from './FactLine.tsx';
import { SourceLine } from './SourceLine.tsx';

/** What an answer rests on: its pages with their dates at once, and folded each statement with its source. */
export function SourceNotes({ ids }: { readonly ids: readonly FactId[] }) {
  const lookAgain = ids.some((id) => (facts[id] as Fact).lookAgain);
  return (
    <div className="grid gap-1">
      <ul aria-label={say('Sources')} className="m-0 grid list-none gap-0.5 p-0">
        {factPages(ids).map(({ id, checkedOn }) => (
          <li key={id}>
            <SourceLine id={id} checkedOn={checkedOn} />
          </li>
        ))}
      </ul>
      {lookAgain && (
        <p className="m-0 text-xs">
          {say('Pages differ here, or only one tells: look at them again before you rely on this.')}
        </p>
      )}
      <Disclosure
        summary={
          <span className="text-xs">
            {sayCount(ids.length, {
              one: 'The statement that this rests on',
              other: 'The {count} statements that this rests on',
            })}
          </span>
        }
      >
        <ul className="m-0 grid list-none gap-3 p-0">
          {ids.map((id) => (
            <li key={id}>
              <FactLine id={id} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
