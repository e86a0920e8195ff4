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
  const personal = parts.filter((part) => namesSomebody(part) && !part.isGone).map(({ part }) => part);
  const isAnonymous = personal.every((part) => withhold.includes(part));
  if (parts.length === 0) return null;
  const switchOf = (part: Part): ReactNode => (
    <PartSwitch
      key={part.part}
      part={part}
      report={report}
      isIn={!part.isGone && !withhold.includes(part.part)}
      onChange={(isIn) => {
        leaveOut([part.part], !isIn);
      }}
    />
  );
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 border-0 p-0">
      <legend className="mb-2 p-0 font-medium">{say('What goes with it')}</legend>
      {parts.filter(namesSomebody).map(switchOf)}
      {personal.length > 1 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              leaveOut(personal, !isAnonymous);
            }}
          >
            {isAnonymous ? say('Put all of these back') : say('Leave out all of these')}
          </Button>
        </div>
      )}
      {parts.filter((part) => !namesSomebody(part)).map(switchOf)}
    </fieldset>
  );
}

function PartSwitch({
  part: { part, count, isGone },
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
      hint={isGone ? say('Whoever handed the report on left this out.') : say(words.loss)}
      checked={isIn}
      disabled={isGone}
      onChange={onChange}
    />
  );
}
