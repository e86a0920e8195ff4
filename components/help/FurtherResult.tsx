import { kindWords } from '../../lib/help/result-details.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';
import { say } from '../../lib/i18n/say.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ResultLink } from './ResultLink.tsx';
import type { SearchActions } from './search-actions.ts';

/** One more result: what it is, and its title. A cause opens to what can be done. */
export function FurtherResult({
  result,
  actions,
  onLeave,
}: {
  readonly result: SearchResult;
  readonly actions: SearchActions;
  readonly onLeave: () => void;
}) {
  const { kind, title, answer } = result;
  return (
    <div className="grid min-w-0 gap-0.5">
      <span className="text-xs text-soft">{say(kindWords[kind])}</span>
      {kind === 'finding' ? (
        <Disclosure summary={<span className="wrap-anywhere">{title}</span>}>
          <p className="max-w-prose">{answer}</p>
        </Disclosure>
      ) : (
        <ResultLink result={result} actions={actions} onLeave={onLeave} />
      )}
    </div>
  );
}
