import { useId, useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { findsNothing, handOffs, receiverWords, type HandOff } from '../../lib/report/handoff/hand-offs.ts';
import type { Receiver } from '../../lib/report/handoff/receivers.ts';
import { withTold } from '../../lib/report/handoff/told-more.ts';
import { cannotChangeWords } from '../../lib/report/handoff/tracker-words.ts';
import { useReader } from '../state/own-servers-store.ts';
import { LeaveSection } from '../report/LeaveSection.tsx';
import { LetterPart } from './LetterPart.tsx';
import { ToldFields } from './ToldFields.tsx';
import { TrackerPart } from './TrackerPart.tsx';
import { answersOf } from './typed-answers.ts';
import { useAnswers } from './use-answers.ts';

/**
 * Hands a report on: to whom, then everything that would be sent, then one button. Nothing leaves before that button, and what was left out
 * of `report` is in none of it.
 */
export function HandOffSection({
  report,
  original,
  now,
}: {
  /** As it leaves. */
  readonly report: Report;
  /** As it was made: who reads it is told by that. */
  readonly original: Report;
  /** Unix milliseconds; by default the time at which the section was opened. */
  readonly now?: number;
}) {
  const reader = useReader(original);
  const [openedAt] = useState(() => now ?? Date.now());
  const store = useAnswers();
  const told = useMemo(() => withTold(report, answersOf(store.typed)), [report, store.typed]);
  const offers = useMemo(() => handOffs(told, reader), [told, reader]);
  const [wanted, want] = useState<Receiver | null>(null);
  const asks = useMemo(() => findsNothing(report), [report]);
  // Where nothing was found, nobody is the right one before it is told what Claude shows.
  const chosen = offers.find(({ to }) => to === wanted) ?? (findsNothing(told) ? undefined : offers[0]);
  return (
    <LeaveSection title={say('Hand it on')}>
      {offers.length === 0 ? (
        <p className="max-w-prose">{say('There is nobody to hand this to: what was found is yours to change.')}</p>
      ) : (
        <div className="grid min-w-0 gap-5">
          {asks && (
            <div className="grid gap-2">
              <p className="max-w-prose">
                {say(
                  'Nothing wrong was found, so it is open whom this concerns. Does Claude still fail? Then write here what it shows.',
                )}
              </p>
              <ToldFields fields={whatClaudeShowed} report={report} store={store} />
            </div>
          )}
          <Receivers offers={offers} chosen={chosen?.to ?? null} onChoose={want} />
          {chosen?.to === 'tracker' && (
            <TrackerPart report={report} original={original} reader={reader} store={store} now={openedAt} />
          )}
          {chosen !== undefined && chosen.to !== 'tracker' && (
            <LetterPart
              key={chosen.to}
              to={chosen.to}
              report={report}
              store={store}
              asked={asks ? whatClaudeShowed : nothing}
              now={openedAt}
            />
          )}
        </div>
      )}
    </LeaveSection>
  );
}

const whatClaudeShowed = ['error-details'] as const;
const nothing: readonly [] = [];

function Receivers({
  offers,
  chosen,
  onChoose,
}: {
  readonly offers: readonly HandOff[];
  readonly chosen: Receiver | null;
  readonly onChoose: (to: Receiver) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 font-medium">{say('To whom?')}</legend>
      <div className="grid gap-2 @lg:grid-cols-2 @4xl:grid-cols-3">
        {offers.map(({ to, fits, cannotChange }) => (
          <label
            key={to}
            className="flex min-w-0 gap-2 rounded-md border border-edge bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={to === chosen}
              onChange={() => {
                onChoose(to);
              }}
            />
            <span className="grid min-w-0 content-start gap-0.5">
              <span className="font-medium">{say(receiverWords[to].name)}</span>
              <span className="text-xs">{say(receiverWords[to].when)}</span>
              {fits && <span className="text-xs font-medium">{say('The right place for what was found.')}</span>}
              {cannotChange && <span className="text-xs font-medium">{cannotChangeWords()}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
