import { dateWords } from '../../lib/help/date-words.ts';
import { isOverdue } from '../../lib/help/overdue-facts.ts';
import { say } from '../../lib/i18n/say.ts';
import type { Fact, Replaced } from '../../lib/knowledge/fact.ts';
import { facts, type FactId } from '../../lib/knowledge/facts.ts';
import { places } from '../../lib/knowledge/places.ts';
import type { Source } from '../../lib/knowledge/source.ts';
import { sources } from '../../lib/knowledge/sources.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';
import { PageLink, SourceLine, sourceDateWords } from './SourceLine.tsx';

/** A statement with its source: how sure it is, since when it holds, and what other pages say or said. */
export function FactLine({ id }: { readonly id: FactId }) {
  const fact: Fact = facts[id];
  const remarks = remarksOf(fact);
  return (
    <div className="grid gap-0.5">
      <p className="m-0">{say(fact.statement)}</p>
      <SourceLine id={fact.sources[0]} checkedOn={fact.checkedOn} />
      {remarks.length > 0 && <p className="m-0 text-xs">{remarks.join(' ')}</p>}
      {fact.lookAt !== undefined && (
        <p className="m-0 text-xs">
          <Say
            text="Look there before you rely on it: {place}"
            with={{
              place: <ExternalLink href={places[fact.lookAt].url}>{say(places[fact.lookAt].label)}</ExternalLink>,
            }}
          />
        </p>
      )}
      {fact.replaced.length > 0 && (
        <Disclosure summary={<span className="text-xs">{say('What other pages say')}</span>}>
          <ul className="m-0 grid list-none gap-1 p-0 text-xs">
            {fact.replaced.map((replaced) => (
              <li key={`${replaced.source} ${replaced.statement}`}>
                <OtherPage replaced={replaced} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function remarksOf(fact: Fact): readonly string[] {
  const { confidence, since, lookAgain, lookAt, reviewBy } = fact;
  return [
    ...(since === null ? [] : [say('Known to hold since {date}.', { date: dateWords(since) })]),
    ...(confidence === 'likely' ? [say('Likely, not certain.')] : []),
    ...(confidence === 'possible' ? [say('Possible: few have seen it, or it is old.')] : []),
    ...(lookAgain && lookAt === undefined ? [say('Look at the page again before you rely on it.')] : []),
    ...(isOverdue(fact, new Date().toISOString())
      ? [say('The page should have been read again by {date}.', { date: dateWords(reviewBy) })]
      : []),
  ];
}

function OtherPage({ replaced: { statement, source, until } }: { readonly replaced: Replaced }) {
  const said: Source = sources[source];
  const date = until === null ? sourceDateWords(said) : dateWords(until);
  const words = { statement: say(statement), page: <PageLink source={said} />, date };
  if (until !== null) return <Say text="“{statement}” said {page} until {date} or longer." with={words} />;
  return said.retired ? (
    <Say text="“{statement}” said {page}, {date}." with={words} />
  ) : (
    <Say text="“{statement}” says {page}, {date}." with={words} />
  );
}
