import { useEffect, useState } from 'react';
import type { SearchResult } from '../../lib/help/search-entry.ts';

type Search = (query: string) => readonly SearchResult[];

/** One index for as long as the page is open; what it is made of is loaded when somebody begins to search. */
let loading: Promise<Search> | null = null;
let loaded: Search | null = null;

/** The search through all that is known, null until it is there; `isWanted` begins to load it. */
export function useHelpSearch(isWanted: boolean): Search | null {
  const [search, setSearch] = useState<Search | null>(() => loaded);
  useEffect(() => {
    if (!isWanted || search !== null) return undefined;
    let isOpen = true;
    void loadHelpSearch().then((ready) => {
      if (isOpen) setSearch(() => ready);
    });
    return () => {
      isOpen = false;
    };
  }, [isWanted, search]);
  return search;
}

function loadHelpSearch(): Promise<Search> {
  loading ??= Promise.all([import('../../lib/help/search-entries.ts'), import('../../lib/help/search.ts')]).then(
    async ([{ searchEntries }, { createSearch }]) => {
      // Building the index holds up the page for a moment: not while somebody types, if there is a pause soon.
      await pause();
      loaded = createSearch(searchEntries());
      return loaded;
    },
  );
  return loading;
}

const longestWait = 500;

function pause(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve();
      },
      { timeout: longestWait },
    );
  });
}
