import { useMemo } from 'react';
import type { Report } from '../../lib/kernel/report.ts';
import { say } from '../../lib/i18n/say.ts';
import { findingGroups } from '../../lib/report/words/finding-groups.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { summarize } from '../../lib/report/words/summary.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { stopWords } from '../diagnosis/CauseSummary.tsx';
import { PhaseBadge } from '../diagnosis/PhaseBadge.tsx';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { FindingGroupSection } from '../findings/FindingGroupSection.tsx';
import { RunNotice } from '../run/RunNotice.tsx';
import { useReader } from '../state/own-servers-store.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import type { PanelActions, PanelModel } from './panel-model.ts';

interface RunPartProps {
  readonly run: RunState;
  readonly model: PanelModel;
  readonly actions: PanelActions;
}

/** One run beside Claude: where it stands, and its findings grouped by what the reader does about them. */
export function RunPart({ run, model, actions }: RunPartProps) {
  const { report } = model;
  return (
    <>
      <section aria-label={say('The check')} className="grid min-w-0 gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <PhaseBadge run={run} />
          <h2 className="line-clamp-2 min-w-0 font-semibold" title={plainLine(run.url ?? run.typed, 2_000)}>
            <Foreign text={plainLine(run.host ?? run.typed, 300)} />
          </h2>
        </div>
        {run.outcome?.stop && <p className="font-medium">{stopWords(run.outcome.stop.step)}</p>}
        <StepRow marks={run.marks} />
        {!isOver(run) && run.phase !== 'needs-permission' && <Asking run={run} actions={actions} />}
        <RunNotice run={run} model={model} actions={actions} />
      </section>
      {report && isOver(run) && (
        <Findings
          report={report}
          onMore={() => {
            actions.openDoctor(run);
          }}
        />
      )}
      {isOver(run) && <Onwards run={run} hasReport={report !== null} actions={actions} />}
    </>
  );
}

function Onwards({ run, hasReport, actions }: Pick<RunPartProps, 'run' | 'actions'> & { readonly hasReport: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        onClick={() => {
          actions.openDoctor(run);
        }}
      >
        {say('All details')}
      </Button>
      {hasReport && (
        <Button
          onClick={() => {
            actions.openDoctor(run, 'report');
          }}
        >
          {say('Send this report…')}
        </Button>
      )}
      {run.phase !== 'interrupted' && (
        <Button
          variant="quiet"
          onClick={() => {
            actions.again(run);
          }}
        >
          {say('Check again')}
        </Button>
      )}
    </div>
  );
}

function Asking({ run, actions }: Pick<RunPartProps, 'run' | 'actions'>) {
  return (
    <div className="flex items-start gap-2">
      <p className="min-h-12 min-w-0 flex-1 py-1.5 text-soft">{run.asking ?? say('Beginning…')}</p>
      <Button
        onClick={() => {
          actions.cancel(run);
        }}
      >
        {say('Cancel')}
      </Button>
    </div>
  );
}

function Findings({ report, onMore }: { readonly report: Report; readonly onMore: () => void }) {
  const reader = useReader(report);
  const summary = useMemo(() => summarize(report, reader), [report, reader]);
  const groups = useMemo(() => findingGroups(summary), [summary]);
  return (
    <>
      {summary.cutShort !== null && <p>{plainLine(summary.cutShort, 600)}</p>}
      {groups.map((group) => (
        <FindingGroupSection key={group.kind} group={group} report={report} wanted={null} />
      ))}
      <p>{plainLine(summary.next, 800)}</p>
      {summary.notSeen.length > 0 && (
        <Disclosure summary={say('Could not be checked')}>
          <ul className="m-0 grid list-disc gap-1 ps-4 text-soft">
            {summary.notSeen.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Button size="small" className="mt-2" onClick={onMore}>
            {say('Why, and what can be done about it')}
          </Button>
        </Disclosure>
      )}
    </>
  );
}
