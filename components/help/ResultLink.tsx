import { classes } from '../ui/classes.ts';
import { errorSentences, type ErrorSentenceId } from '../../lib/knowledge/error-sentences.ts';
import { keyOf, resultDetails } from '../../lib/help/result-details.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';
import type { SearchActions } from './search-actions.ts';

const look =
  'rounded-sm text-start text-accent underline decoration-1 underline-offset-2 wrap-anywhere hover:text-accent-strong hover:decoration-2';

/** The title of a result as the way to it; a cause without a guide leads nowhere, and is its title alone. */
export function ResultLink({
  result,
  actions,
  onLeave,
  className,
}: {
  readonly result: SearchResult;
  readonly actions: SearchActions;
  readonly onLeave: () => void;
  readonly className?: string;
}) {
  const { id, kind, title } = result;
  const style = classes(look, className);
  if (kind === 'sentence') {
    return (
      <button
        type="button"
        data-result=""
        lang="en"
        className={style}
        onClick={() => {
          onLeave();
          actions.onExplain(errorSentences[keyOf(id) as ErrorSentenceId].shown);
        }}
      >
        {title}
      </button>
    );
  }
  const hash = kind === 'finding' ? guideHash(result) : `#${kind}=${keyOf(id)}`;
  if (hash === null) return <span className={className}>{title}</span>;
  return (
    <a href={hash} data-result="" className={style} onClick={onLeave}>
      {title}
    </a>
  );
}

function guideHash(result: SearchResult): string | null {
  const [guide] = resultDetails(result).guides;
  return guide === undefined ? null : `#guide=${guide}`;
}
