import { useId, useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { handOffs, receiverWords, type HandOff } from '../../lib/report/handoff/hand-offs.ts';
import type { Receiver } from '../../lib/report/handoff/receivers.ts';
import { useReader } from '../state/own-servers-store.ts';
import { LeaveSection } from '../report/LeaveSection.tsx';
import { LetterPart } from './LetterPart.tsx';
import { TrackerPart } from './TrackerPart.tsx';

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
  const offers = useMemo(() => handOffs(report, reader), [report, reader]);
  const [wanted, want] = useState<Receiver | null>(null);
  const chosen = offers.find(({ to }) => to === wanted) ?? offers[0];
  // What was typed for a report with a part in it does not outlast that part’s being left out.
  const key = (report.withheld ?? []).join(' ');
  return (
    <LeaveSection title={say('Hand it on')}>
      {chosen === undefined ? (
        <p className="max-w-prose">{say('There is nobody to hand this to: what was found is yours to change.')}</p>
      ) : (
        <div className="grid min-w-0 gap-5">
          <Receivers offers={offers} chosen={chosen.to} onChoose={want} />
          {chosen.to === 'tracker' ? (
            <TrackerPart key={key} report={report} reader={reader} now={openedAt} />
          ) : (
            <LetterPart key={chosen.to} to={chosen.to} report={report} now={openedAt} />
          )}
        </div>
      )}
    </LeaveSection>
  );
}

function Receivers({
  offers,
  chosen,
  onChoose,
}: {
  readonly offers: readonly HandOff[];
  readonly chosen: Receiver;
  readonly onChoose: (to: Receiver) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 font-medium">{say('To whom?')}</legend>
      <div className="grid gap-2 @lg:grid-cols-2 @4xl:grid-cols-3">
        {offers.map(({ to, fits }) => (
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
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
