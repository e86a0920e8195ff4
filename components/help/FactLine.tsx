import { dateWords } from '../../lib/help/date-words.ts';
import { say } from '../../lib/i18n/say.ts';
import type { Fact, Replaced } from '../../lib/knowledge/fact.ts';
import { facts, type FactId } from '../../lib/knowledge/facts.ts';
import { sources } from '../../lib/knowledge/sources.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
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

function remarksOf({ confidence, since, lookAgain }: Fact): readonly string[] {
  return [
    ...(since === null ? [] : [say('Known to hold since {date}.', { date: dateWords(since) })]),
    ...(confidence === 'likely' ? [say('Likely, not certain.')] : []),
    ...(confidence === 'possible' ? [say('Possible: few have seen it, or it is old.')] : []),
    ...(lookAgain ? [say('Look at the page again before you rely on it.')] : []),
  ];
}

function OtherPage({ replaced: { statement, source, until } }: { readonly replaced: Replaced }) {
  const page = <PageLink source={sources[source]} />;
  const words = say(statement);
  return until === null ? (
    <Say
      text="“{statement}” says {page}, {date}."
      with={{ statement: words, page, date: sourceDateWords(sources[source]) }}
    />
  ) : (
    <Say
      text="“{statement}” said {page} until {date} or longer."
      with={{ statement: words, page, date: dateWords(until) }}
    />
  );
}
