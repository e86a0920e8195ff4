import { useMemo } from 'react';
import { kindWords, keyOf, resultDetails } from '../../lib/help/result-details.ts';
import type { SearchResult } from '../../lib/help/search-entry.ts';
import { similarTo } from '../../lib/help/similar.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import type { ExplanationActions } from './explanation-actions.ts';
import { useHelpSearch } from './use-help-search.ts';

/** What a text sounds like that is not known, and the ways on. */
export function NotKnown({ asked, actions }: { readonly asked: string; readonly actions: ExplanationActions }) {
  const search = useHelpSearch(true);
  const similar = useMemo(() => (search === null ? [] : similarTo(asked, search)), [search, asked]);
  return (
    <div className="grid min-w-0 gap-3">
      {similar.length > 0 && (
        <section className="grid min-w-0 gap-2">
          <p className="max-w-prose">{say('These exact words are not known here. They sound like this:')}</p>
          <ul className="m-0 grid list-none gap-2 p-0">
            {similar.map((result) => (
              <li key={result.id} className="min-w-0">
                <Similar result={result} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="max-w-prose">
        {say(
          'That does not mean that nothing is wrong. If it is about a connector, a check shows what can be seen from outside; if Claude shows a reference beginning with “ofid_”, paste it too.',
        )}
      </p>
      <Button
        className="justify-self-start text-start"
        onClick={() => {
          actions.onSearch(asked);
        }}
      >
        {say('Search the help for these words')}
      </Button>
    </div>
  );
}

function Similar({ result }: { readonly result: SearchResult }) {
  const { id, kind, title, answer } = result;
  const [guide] = resultDetails(result).guides;
  const target = kind === 'question' || kind === 'guide' ? `#${kind}=${keyOf(id)}` : guide && `#guide=${guide}`;
  return (
    <>
      <p className="text-xs text-soft">{say(kindWords[kind])}</p>
      <p className="font-semibold wrap-anywhere">{target === undefined ? title : <Link href={target}>{title}</Link>}</p>
      <p className="max-w-prose">{answer}</p>
    </>
  );
}
