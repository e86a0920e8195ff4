import { say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { Button } from '../ui/Button.tsx';
import { leftOutOfSearch } from './bisect-words.ts';
import type { BrowserActions } from './browser-model.ts';

/** A search that named nobody can go on with others, or begin once more. */
export function SearchFurther({
  bisect,
  actions,
  onFind,
}: {
  readonly bisect: BisectState;
  readonly actions: BrowserActions;
  readonly onFind: () => void;
}) {
  const kind = bisect.findings?.outcome.kind;
  if (kind === 'culprits' || kind === 'gone') return null;
  if (kind !== 'not-an-extension') {
    return (
      <Button variant="primary" onClick={onFind}>
        {say('Search again')}
      </Button>
    );
  }
  if (!leftOutOfSearch(bisect).some(({ canSwitch }) => canSwitch)) return null;
  return (
    <Button
      variant="primary"
      onClick={() => {
        actions.search({ exempt: [], askPerson: bisect.symptom.kind === 'person' });
      }}
    >
      {say('Try those as well')}
    </Button>
  );
}
