import { sayCount, say } from '../../lib/i18n/say.ts';
import type { Readiness } from '../../lib/preview/readiness/readiness-shape.ts';
import { facts } from '../../lib/knowledge/facts.ts';
import { places } from '../../lib/knowledge/places.ts';
import { FactLine } from '../help/FactLine.tsx';
import { SourceLine } from '../help/SourceLine.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import { stateLooks } from './state-looks.ts';

/** How far it is, in three numbers; who decides, and where a connector is submitted. */
export function ReadinessHead({ readiness: { counts } }: { readonly readiness: Readiness }) {
  const isDone = counts.unmet === 0 && counts.confirmed === counts.confirm;
  return (
    <div className="grid gap-3">
      <h2 className="text-lg font-semibold">{say('Ready for the directory?')}</h2>
      <Counts counts={counts} />
      {isDone && (
        <Notice tone="ready" title={say('Everything that is asked for was seen, or confirmed by you')}>
          <p>
            <Say
              text="The next step is the submission in the developer portal, {address}."
              with={{ address: <Portal /> }}
            />
          </p>
        </Notice>
      )}
      <p className="max-w-prose">
        {say(
          'What a program can see is filled in, from this check and from what you write here. The rest only you can tell. Whether a connector is listed, Anthropic decides.',
        )}
      </p>
      <div className="grid gap-0.5">
        <p>
          <Say text="It is submitted in the developer portal, {address}." with={{ address: <Portal /> }} />
        </p>
        <SourceLine id={submission.sources[0]} checkedOn={submission.checkedOn} />
      </div>
      <Disclosure summary={say('Where it was submitted before, who may submit, and how the review goes')}>
        <div className="grid max-w-prose gap-3 py-1">
          <FactLine id="submit-in-portal" />
          <FactLine id="submission-needs-paid-plan" />
          <FactLine id="submission-review" />
        </div>
      </Disclosure>
    </div>
  );
}

const submission = facts['submit-in-portal'];

function Portal() {
  return <ExternalLink href={places['developer-portal'].url} />;
}

function Counts({ counts: { met, unmet, confirm, confirmed } }: Pick<Readiness, 'counts'>) {
  const items = [
    { state: 'met', count: met, words: sayCount(met, { other: '{count} met' }) },
    { state: 'unmet', count: unmet, words: sayCount(unmet, { other: '{count} not met' }) },
    {
      state: 'confirm',
      count: confirm,
      words: sayCount(confirm, { other: '{count} for you to confirm' }),
    },
  ] as const;
  return (
    <ul aria-label={say('How far it is')} className="m-0 flex list-none flex-wrap items-center gap-2 p-0">
      {items.map(({ state, count, words }) => (
        <li key={state}>
          <Badge tone={count === 0 ? 'neutral' : stateLooks[state].tone} icon={stateLooks[state].icon}>
            {words}
          </Badge>
        </li>
      ))}
      {confirmed > 0 && (
        <li className="text-xs text-soft">{sayCount(confirmed, { other: '{count} of them ticked' })}</li>
      )}
    </ul>
  );
}
