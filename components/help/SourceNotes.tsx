import { factPages, type FactPage } from '../../lib/help/fact-pages.ts';
import { isOverdue } from '../../lib/help/overdue-facts.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Fact } from '../../lib/knowledge/fact.ts';
import { facts, type FactId } from '../../lib/knowledge/facts.ts';
import type { Source } from '../../lib/knowledge/source.ts';
import { sources } from '../../lib/knowledge/sources.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FactLine } from './FactLine.tsx';
import { SourceLine } from './SourceLine.tsx';

/** What an answer rests on: its first pages with their dates at once, and folded each statement with its source. */
export function SourceNotes({ ids }: { readonly ids: readonly FactId[] }) {
  const lookAgain = ids.some((id) => (facts[id] as Fact).lookAgain);
  const overdue = ids.some((id) => isOverdue(facts[id], new Date().toISOString()));
  const pages = factPages(ids).toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <div className="grid gap-1">
      <ul aria-label={say('Sources')} className="m-0 grid list-none gap-0.5 p-0">
        {pages.slice(0, atOnce).map(({ id, checkedOn }) => (
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
      {overdue && !lookAgain && (
        <p className="m-0 text-xs">
          {say('Some of it should have been read again by now: look before you rely on it.')}
        </p>
      )}
      <Disclosure summary={<span className="text-xs">{restWords(pages.length - atOnce, ids.length)}</span>}>
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

/** More pages would push away what stands below them; each stands beside its statement as well. */
const atOnce = 2;

/** Anthropic’s own pages that are still there stand before all others. */
function rankOf({ id }: FactPage): number {
  const { kind, retired }: Source = sources[id];
  return kind === 'official' && !retired ? 0 : 1;
}

function restWords(morePages: number, statements: number): string {
  return morePages > 0
    ? sayCount(
        morePages,
        {
          one: '1 more source, and the {statements} statements that this rests on',
          other: '{count} more sources, and the {statements} statements that this rests on',
        },
        { statements },
      )
    : sayCount(statements, {
        one: 'The statement that this rests on',
        other: 'The {count} statements that this rests on',
      });
}
