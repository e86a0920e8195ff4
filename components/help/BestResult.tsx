import { dateWords } from '../../lib/help/date-words.ts';
import { kindWords, keyOf, resultDetails } from '../../lib/help/result-details.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';
import { guides } from '../../lib/guides/catalog.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';
import { ResultLink } from './ResultLink.tsx';
import type { SearchActions } from './search-actions.ts';

interface BestResultProps {
  readonly result: SearchResult;
  readonly actions: SearchActions;
  readonly onLeave: () => void;
}

/** The best answer with its words, its first source and the guide that walks one through. */
export function BestResult({ result, actions, onLeave }: BestResultProps) {
  const { id, kind, answer } = result;
  const [guide] = resultDetails(result).guides;
  return (
    <section
      aria-label={say('Best answer')}
      className="grid min-w-0 gap-2 rounded-md border border-edge bg-surface p-3"
    >
      <div className="grid min-w-0 gap-0.5">
        <span className="text-xs text-soft">
          {say(kindWords[kind])}
          {kind === 'finding' && (
            <>
              {' · '}
              <code lang="en">{keyOf(id)}</code>
            </>
          )}
        </span>
        <h2 className="text-base font-semibold">
          <ResultLink result={result} actions={actions} onLeave={onLeave} />
        </h2>
      </div>
      <p className="max-w-prose">{answer}</p>
      <FirstSource result={result} />
      {guide !== undefined && (
        <Button
          className="justify-self-start text-start"
          onClick={() => {
            onLeave();
            actions.onGuide(guide);
          }}
        >
          {say('Guide: {title}', { title: say(guides[guide].title) })}
        </Button>
      )}
    </section>
  );
}

function FirstSource({ result: { sources } }: Pick<BestResultProps, 'result'>) {
  const [source] = sources;
  if (source === undefined) return null;
  return (
    <p className="text-xs text-soft">
      <Say
        text="Source: {page}, {date}"
        with={{
          page: (
            <ExternalLink href={source.url}>
              <bdi className="wrap-anywhere">{source.title}</bdi>
            </ExternalLink>
          ),
          date: source.date === null ? say('undated') : dateWords(source.date),
        }}
      />
    </p>
  );
}
