import { use } from 'react';
import { sourceName, sourceWithHost } from '../../lib/report/words/source-name.ts';
import { IsForeign } from '../report/whose-report.ts';
import { ExternalLink } from '../ui/Link.tsx';

/** Where a finding’s rule stands, each with a name that tells it from the others; in somebody else’s report with its host. */
export function SourceList({ sources }: { readonly sources: readonly string[] }) {
  const nameOf = use(IsForeign) ? sourceWithHost : sourceName;
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-0.5 p-0">
      {[...new Set(sources)].slice(0, mostSources).map((source) => (
        <li key={source} className="min-h-6 min-w-0 wrap-anywhere">
          <ExternalLink href={source}>
            <bdi>{nameOf(source)}</bdi>
          </ExternalLink>
        </li>
      ))}
    </ul>
  );
}

const mostSources = 12;
