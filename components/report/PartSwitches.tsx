import { useMemo, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { namesSomebody, partsOf, wordsOfPart, type Part } from './parts.ts';
import type { Preparation } from './use-preparation.ts';

/** What of a report goes with it, for its owner to decide, each part with what is lost without it. */
export function PartSwitches({
  report,
  preparation: { withhold, leaveOut },
}: {
  readonly report: Report;
  readonly preparation: Preparation;
}) {
  const parts = useMemo(() => partsOf(report), [report]);
  const here = parts.filter(({ isGone }) => !isGone);
  const gone = parts.filter(({ isGone }) => isGone);
  const personal = here.filter(namesSomebody).map(({ part }) => part);
  const isAnonymous = personal.every((part) => withhold.includes(part));
  const switchOf = (part: Part): ReactNode => (
    <PartSwitch
      key={part.part}
      part={part}
      report={report}
      isIn={!withhold.includes(part.part)}
      onChange={(isIn) => {
        leaveOut([part.part], !isIn);
      }}
    />
  );
  return (
    <>
      {gone.length > 0 && (
        <p>
          {say('Whoever handed the report on left out: {names}.', {
            names: gone.map(({ part }) => say(wordsOfPart(part, report).name)).join(', '),
          })}
        </p>
      )}
      {here.length > 0 && (
        <fieldset className="m-0 grid min-w-0 gap-3 border-0 p-0">
          <legend className="mb-2 p-0 font-medium">{say('What goes with it')}</legend>
          {here.filter(namesSomebody).map(switchOf)}
          {personal.length > 1 && (
            <div>
              <Button
                size="small"
                onClick={() => {
                  leaveOut(personal, !isAnonymous);
                }}
              >
                {isAnonymous ? say('Put all of the above back') : say('Leave out all of the above')}
              </Button>
            </div>
          )}
          {here.filter((part) => !namesSomebody(part)).map(switchOf)}
        </fieldset>
      )}
    </>
  );
}

function PartSwitch({
  part: { part, count },
  report,
  isIn,
  onChange,
}: {
  readonly part: Part;
  readonly report: Report;
  readonly isIn: boolean;
  readonly onChange: (isIn: boolean) => void;
}) {
  const words = wordsOfPart(part, report);
  const name = say(words.name);
  return (
    <Choice
      label={count === null ? name : say('{name} ({count})', { name, count })}
      hint={say(words.loss)}
      checked={isIn}
      onChange={onChange}
    />
  );
}
