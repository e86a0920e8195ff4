import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import type { SearchActions } from './search-actions.ts';
import { AddressFound } from './AddressFound.tsx';
import { SearchResults } from './SearchResults.tsx';
import { explainedFirst } from './explained-first.ts';
import { nextInList } from './next-in-list.ts';
import { shownResults } from './shown-results.ts';
import { useHelpSearch } from './use-help-search.ts';

/** The field for whatever is wrong, a question or an error that was copied, and what is found for it as it is typed. */
export function HelpSearch({ text, actions }: { readonly text: string; readonly actions: SearchActions }) {
  const [typed, setTyped] = useState(text);
  const [isTouched, setTouched] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const asked = useDeferredValue(typed.trim());
  const search = useHelpSearch(isTouched || text !== '');
  const explanation = useMemo(() => explainedFirst(asked), [asked]);
  const results = useMemo(
    () => (search === null || asked === '' ? [] : shownResults(search(asked), explanation)),
    [search, asked, explanation],
  );
  const isReady = search !== null && asked !== '';
  const keep = (): void => {
    if (typed.trim() !== '') actions.onSearch(typed.trim());
  };
  return (
    <div
      ref={whole}
      className="grid min-w-0 gap-3"
      onKeyDown={(event) => {
        walk(event, whole.current);
      }}
    >
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field
          label={say('What’s wrong?')}
          type="search"
          value={typed}
          maxLength={20_000}
          autoComplete="off"
          placeholder={say('A question, or an error that you copied')}
          beside={<IconButton type="submit" label={say('Search')} icon={Search} />}
          onFocus={() => {
            setTouched(true);
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </form>
      <LiveRegion text={isReady ? countWords(results.length + (explanation === null ? 0 : 1)) : ''} />
      {explanation === null && <AddressFound asked={asked} actions={actions} />}
      {isReady && (
        <SearchResults results={results} explanation={explanation} asked={asked} actions={actions} onLeave={keep} />
      )}
    </div>
  );
}

function countWords(count: number): string {
  if (count === 0) return say('Nothing was found for this.');
  return sayCount(count, { one: '{count} result', other: '{count} results' });
}

/** The arrow keys lead from the field through the results and back. */
function walk(event: KeyboardEvent, whole: HTMLElement | null): void {
  if (whole === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const stops = [...whole.querySelectorAll<HTMLElement>('input, [data-result]')];
  const next = nextInList(stops, document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
  if (next === null) return;
  event.preventDefault();
  next.focus();
}
