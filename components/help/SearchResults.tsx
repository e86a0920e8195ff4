import { useMemo } from 'react';
import { searchEntries } from '../../lib/help/search-entries.ts';
import { createSearch } from '../../lib/help/search.ts';
import { say } from '../../lib/i18n/say.ts';
import { Link } from '../ui/Link.tsx';

/** What is found for a text: questions and guides, the likeliest first. */
export function SearchResults({ text }: { readonly text: string }) {
  const search = useMemo(() => createSearch(searchEntries()), []);
  const results = useMemo(
    () => search(text).filter(({ kind }) => kind === 'question' || kind === 'guide'),
    [search, text],
  );
  if (results.length === 0)
    return <p>{say('Nothing was found for this. Try other words, or look through the guides.')}</p>;
  return (
    <ul aria-label={say('What was found')} className="m-0 grid list-none gap-3 p-0">
      {results.map(({ id, title, answer }) => (
        <li key={id} className="grid min-w-0 gap-0.5">
          <Link href={`#${id.replace(':', '=')}`} className="font-medium">
            {title}
          </Link>
          <p className="line-clamp-3 text-soft">{answer}</p>
        </li>
      ))}
    </ul>
  );
}
