import { ArrowUpDown } from 'lucide-react';
import { useId, useMemo } from 'react';
import { msg, say } from '../../lib/i18n/say.ts';
import { compareReports } from '../../lib/report/compare/compare-reports.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import type { HistoryItem } from '../history/history-items.ts';
import type { Opened } from '../foreign/opening.ts';
import { OpenAnything } from '../foreign/OpenAnything.tsx';
import { OpenedNotice } from '../foreign/OpenedNotice.tsx';
import { OpenReport } from '../report/OpenReport.tsx';
import { Button } from '../ui/Button.tsx';
import { inputLook } from '../ui/Field.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import type { CompareChoices } from './compare-choices.ts';
import type { CompareActions, CompareModel } from './compare-model.ts';
import { ComparisonView } from './ComparisonView.tsx';

/** Two reports side by side: which two, and what is different. The earlier one stands first, unless the person turns them round. */
export function CompareView({ model, actions }: { readonly model: CompareModel; readonly actions: CompareActions }) {
  const { own, other, opened, isGone, swapped, choices } = model;
  const isOtherFirst = other !== null && Date.parse(other.createdAt) <= Date.parse(own.createdAt) === !swapped;
  const comparison = useMemo(() => {
    if (other === null) return null;
    return isOtherFirst ? compareReports(other, own) : compareReports(own, other);
  }, [own, other, isOtherFirst]);
  const [ownName, otherName] = [model.ownName ?? null, opened?.kind === 'report' ? opened.name : null];
  const names = isOtherFirst ? { before: otherName, after: ownName } : { before: ownName, after: otherName };
  return (
    <div className="grid min-w-0 gap-6">
      <h1 className="text-xl font-semibold">{say('What changed')}</h1>
      {model.ownName !== undefined && <p className="text-xs text-soft">{say(foreignWords)}</p>}
      <Chooser model={model} actions={actions} />
      {opened && opened.kind !== 'report' && <Other opened={opened} onClose={actions.close} />}
      {isGone && (
        <Notice tone="degraded" title={say('There is nothing to compare with')} announce>
          <p>{say('The other check is not kept any more: choose another one.')}</p>
        </Notice>
      )}
      {other === null && opened === null && !isGone && <p className="max-w-prose text-soft">{nothingWords(choices)}</p>}
      {comparison && <ComparisonView comparison={comparison} now={model.now} names={names} />}
    </div>
  );
}

const foreignWords = msg('From somebody else’s report: nothing of it was checked on this machine.');

function nothingWords(choices: CompareChoices | null): string {
  if (choices === null) return say('Open the other report: its file, or its text or link.');
  return choices.same.length + choices.others.length === 0
    ? say('No other check is kept on this machine. Open a saved report, or check the connector again later.')
    : say('No earlier check of this connector is kept. Choose another one, or open a saved report.');
}

/** The report from elsewhere, as long as it is none that can be compared. */
function Other({
  opened,
  onClose,
}: {
  readonly opened: Exclude<Opened, { kind: 'report' }>;
  readonly onClose: () => void;
}) {
  if (opened.kind !== 'problem') return <OpenedNotice opened={opened} onClose={onClose} />;
  return (
    <Notice tone="degraded" title={say('There is nothing to compare with')} announce>
      <p>
        <Foreign text={opened.words} />
      </p>
    </Notice>
  );
}

function Chooser({ model, actions }: { readonly model: CompareModel; readonly actions: CompareActions }) {
  const id = useId();
  const { choices, chosen, opened, now, other } = model;
  return (
    <div className="flex flex-wrap items-end gap-3">
      {choices && choices.same.length + choices.others.length > 0 && (
        <div className="grid min-w-0 flex-1 basis-64 gap-1 sm:max-w-md">
          <label htmlFor={id} className="font-medium">
            {say('Compare with')}
          </label>
          <select
            id={id}
            className={inputLook}
            value={chosen ?? ''}
            onChange={(event) => {
              if (event.currentTarget.value !== '') actions.choose(event.currentTarget.value);
            }}
          >
            {chosen === null && (
              <option value="">{opened === null ? say('Choose a check…') : say('One from elsewhere')}</option>
            )}
            <Group label={say('Checks of this connector')} items={choices.same} now={now} />
            <Group label={say('Other checks')} items={choices.others} now={now} />
          </select>
        </div>
      )}
      {choices === null ? (
        <div className="grow">
          <OpenAnything onOpen={actions.open} />
        </div>
      ) : (
        <OpenReport
          onFile={(file) => {
            actions.open({ kind: 'file', file });
          }}
        />
      )}
      {other !== null && (
        <Button variant="quiet" onClick={actions.swap}>
          <ArrowUpDown aria-hidden size={16} /> {say('The other way round')}
        </Button>
      )}
      {opened?.kind === 'report' && opened.name !== null && (
        <p className="basis-full text-soft">
          <Say
            text="The other one is from the file {name}."
            with={{ name: <Foreign text={opened.name} className="font-medium" /> }}
          />
        </p>
      )}
    </div>
  );
}

function Group({
  label,
  items,
  now,
}: {
  readonly label: string;
  readonly items: readonly HistoryItem[];
  readonly now: number;
}) {
  if (items.length === 0) return null;
  return (
    <optgroup label={label}>
      {items.map(({ id, name, at }) => (
        <option key={id} value={id}>
          {`${plainLine(name, 60)} · ${whenWords(at, now)}`}
        </option>
      ))}
    </optgroup>
  );
}
