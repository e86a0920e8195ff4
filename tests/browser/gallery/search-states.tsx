import { HelpSearch } from '../../../components/help/HelpSearch.tsx';
import { OftenAsked } from '../../../components/help/OftenAsked.tsx';
import { explainedFirst } from '../../../components/help/explained-first.ts';
import type { SearchActions } from '../../../components/help/search-actions.ts';
import { SearchResults } from '../../../components/help/SearchResults.tsx';
import { shownResults } from '../../../components/help/shown-results.ts';
import { searchEntries } from '../../../lib/help/search-entries.ts';
import { createSearch } from '../../../lib/help/search.ts';
import type { GalleryState } from './gallery-state.ts';

const nothing = (): void => undefined;

const actions: SearchActions = {
  onGuide: nothing,
  onCheck: nothing,
  onLook: nothing,
  onSearch: nothing,
  onExplain: nothing,
  onPlace: nothing,
};

const asked: Readonly<Record<string, string>> = {
  question: 'how do I disconnect',
  guide: 'allow button does nothing',
  error: 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.',
  'no-fault': '5-hour limit reached',
  cause: 'transport.sse-only',
  'long-unknown': 'an unknown text that was copied from somewhere '.repeat(6),
  nothing: 'zxqv',
};

/** What the search shows, with what is found already there. */
export const searchStates: readonly GalleryState[] = [
  ...Object.entries(asked).map(([name, text]) => ({
    name: `search/${name}`,
    width: 380,
    show: () => (
      <main className="grid gap-3 p-3">
        <h1 className="sr-only">Search</h1>
        <SearchResults
          results={shownResults(createSearch(searchEntries())(text), explainedFirst(text))}
          explanation={explainedFirst(text)}
          asked={text}
          actions={actions}
          onLeave={nothing}
        />
      </main>
    ),
  })),
  {
    name: 'search/empty',
    width: 380,
    show: () => (
      <main className="grid gap-4 p-3">
        <h1 className="sr-only">Search</h1>
        <HelpSearch text="" actions={actions} />
        <OftenAsked />
      </main>
    ),
  },
];
