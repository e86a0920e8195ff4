import { useId } from 'react';
import type { Explanation } from '../../lib/help/explain.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';
import { say } from '../../lib/i18n/say.ts';
import { BestResult } from './BestResult.tsx';
import { ExplainedShort } from './ExplainedShort.tsx';
import { FurtherResult } from './FurtherResult.tsx';
import { NothingFound } from './NothingFound.tsx';
import type { SearchActions } from './search-actions.ts';

export interface SearchResultsProps {
  readonly results: readonly SearchResult[];
  /** What the text means where it is an error. */
  readonly explanation: Explanation | null;
  readonly asked: string;
  readonly actions: SearchActions;
  /** Called when a result is followed, so that the way back leads here. */
  readonly onLeave: () => void;
}

/** What is found for a text: an error’s explanation, the best answer with its words, then titles. */
export function SearchResults({ results, explanation, asked, actions, onLeave }: SearchResultsProps) {
  const further = useId();
  const [best, ...others] = results;
  if (best === undefined && explanation === null) return <NothingFound asked={asked} actions={actions} />;
  return (
    <>
      {explanation !== null && <ExplainedShort explanation={explanation} asked={asked} actions={actions} />}
      {best !== undefined && explanation === null && !best.isStrong && (
        <p className="text-soft">{say('Nothing fits these words exactly. Nearest:')}</p>
      )}
      {best !== undefined && <BestResult result={best} actions={actions} onLeave={onLeave} />}
      {others.length > 0 && (
        <section aria-labelledby={further} className="grid min-w-0 gap-2 border-t border-line pt-3">
          <h2 id={further} className="text-xs font-semibold text-soft">
            {say('Also found')}
          </h2>
          <ul className="m-0 grid list-none gap-2 p-0">
            {others.map((result) => (
              <li key={result.id} className="min-w-0">
                <FurtherResult result={result} actions={actions} onLeave={onLeave} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
