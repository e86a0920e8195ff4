import { dateWords } from '../../lib/help/date-words.ts';
import { sayCount } from '../../lib/i18n/say.ts';
import type { ReadinessSource } from '../../lib/preview/readiness/readiness-shape.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';

/** Which pages ask for it, each with the day on which it was read; several are folded. */
export function RequirementSources({ sources }: { readonly sources: readonly ReadinessSource[] }) {
  const [first] = sources;
  if (first === undefined) return null;
  if (sources.length === 1) {
    return (
      <p className="text-xs text-soft">
        <SourcePage source={first} />
      </p>
    );
  }
  return (
    <div className="text-xs">
      <Disclosure summary={sayCount(sources.length, { one: '{count} source', other: '{count} sources' })}>
        <ul className="m-0 grid list-none gap-1 p-0 text-soft">
          {sources.map((source) => (
            <li key={source.url}>
              <SourcePage source={source} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function SourcePage({ source: { title, url, checkedOn } }: { readonly source: ReadinessSource }) {
  return (
    <span className="wrap-anywhere">
      <Say
        text="Source: {page}, read on {date}"
        with={{
          page: (
            <ExternalLink href={url}>
              <bdi>{title}</bdi>
            </ExternalLink>
          ),
          date: dateWords(checkedOn),
        }}
      />
    </span>
  );
}
