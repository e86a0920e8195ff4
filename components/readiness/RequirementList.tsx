import { useId } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { requirementGroups, type ReadinessRow } from '../../lib/preview/readiness/readiness-shape.ts';
import { groupTitles, stateTitles } from '../../lib/preview/readiness/readiness-words.ts';
import { Words } from '../findings/Words.tsx';
import { classes } from '../ui/classes.ts';
import { toneText } from '../ui/tone.ts';
import { FindingLinks } from './FindingLinks.tsx';
import type { ReadinessActions, ReadinessModel } from './readiness-model.ts';
import { RequirementSources } from './RequirementSources.tsx';
import { stateLooks } from './state-looks.ts';

interface ListProps {
  readonly rows: readonly ReadinessRow[];
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}

/** Requirements of one state, in the order of the checklist. */
export function RequirementList({ rows, model, actions }: ListProps) {
  return (
    <ul className="m-0 grid list-none divide-y divide-line rounded-md border border-line bg-surface p-0">
      {rows.map((row) => (
        <li key={row.id} className="min-w-0 px-4 py-3">
          {row.state === 'confirm' ? (
            <ToConfirm row={row} actions={actions} confirmed={model.draft.confirmed} />
          ) : (
            <Seen row={row} model={model} actions={actions} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same, by what they are about. */
export function GroupedRequirements({ rows, model, actions }: ListProps) {
  const id = useId();
  return requirementGroups.map((group) => {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`${id}-${group}`} className="grid gap-1.5">
        <h4 id={`${id}-${group}`} className="text-xs font-semibold text-soft">
          {say(groupTitles[group])}
        </h4>
        <RequirementList rows={own} model={model} actions={actions} />
      </section>
    );
  });
}

function Seen({ row, model, actions }: { readonly row: ReadinessRow } & Omit<ListProps, 'rows'>) {
  const { icon: Icon, tone } = stateLooks[row.state];
  return (
    <div className="flex gap-2">
      <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium">
          <span className={row.state === 'unmet' ? toneText[tone] : 'sr-only'}>{say(stateTitles[row.state])}: </span>
          <Words text={row.title} limit={300} />
        </p>
        <Why row={row} />
        {row.state === 'unmet' && <FindingLinks row={row} model={model} actions={actions} />}
        <RequirementSources sources={row.sources} />
      </div>
    </div>
  );
}

/** What only a person knows: a tick says so, and is kept. */
function ToConfirm({
  row,
  confirmed,
  actions,
}: {
  readonly row: ReadinessRow;
  readonly confirmed: readonly string[];
  readonly actions: ReadinessActions;
}) {
  const id = useId();
  return (
    <div className="flex gap-2">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={row.confirmed}
        aria-describedby={`${id}-why`}
        onChange={(event) => {
          const others = confirmed.filter((each) => each !== row.id);
          actions.change({ confirmed: event.currentTarget.checked ? [...others, row.id] : others });
        }}
      />
      <div className="grid min-w-0 flex-1 gap-1">
        <label htmlFor={id} className="font-medium">
          <Words text={row.title} limit={300} />
        </label>
        <div id={`${id}-why`}>
          <Why row={row} />
        </div>
        <RequirementSources sources={row.sources} />
      </div>
    </div>
  );
}

function Why({ row }: { readonly row: ReadinessRow }) {
  if (row.why === '') return null;
  return (
    <p className="max-w-prose text-soft">
      <Words text={row.why} limit={1_500} />
    </p>
  );
}
