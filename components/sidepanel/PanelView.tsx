import { Maximize2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Report } from '../../lib/kernel/report.ts';
import { findingGroups } from '../../lib/report/finding-groups.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { summarize } from '../../lib/report/summary.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { stopWords } from '../diagnosis/CauseSummary.tsx';
import { PhaseBadge } from '../diagnosis/PhaseBadge.tsx';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { RunNotice } from '../run/RunNotice.tsx';
import { FindingGroupSection } from '../findings/FindingGroupSection.tsx';
import { announcementOf } from '../popup/announcement.ts';
import { browserAnnouncement } from '../interference/announcement.ts';
import { BisectBrief } from '../interference/BisectBrief.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { PanelActions, PanelModel } from './panel-model.ts';

interface PanelProps {
  readonly model: PanelModel;
  readonly actions: PanelActions;
}

/** The side panel: one run beside Claude, its findings grouped by what the reader does about them. */
export function PanelView({ model, actions }: PanelProps) {
  const { run, problem } = model;
  return (
    <div className="grid w-full min-w-0 content-start">
      <header className="flex items-center gap-2 border-b border-line bg-surface py-2 ps-3 pe-1">
        <span className="text-accent">
          <Mark />
        </span>
        <h1 className="flex-1 text-base font-semibold">Connector Doctor</h1>
        <IconButton
          label="Open the doctor page"
          icon={Maximize2}
          onClick={() => {
            actions.openDoctor(run);
          }}
        />
      </header>
      <LiveRegion text={announcementOf({ run })} />
      <LiveRegion text={browserAnnouncement(null, model.bisect)} />
      <main className="grid min-w-0 gap-4 p-3">
        {problem !== null && <Notice tone="broken" title={problem} announce />}
        {model.bisect && (
          <div className="overflow-hidden rounded-md border border-edge">
            <BisectBrief bisect={model.bisect} actions={actions.browser} onDetails={actions.openBrowser} />
          </div>
        )}
        {run ? <RunPart run={run} model={model} actions={actions} /> : <Empty actions={actions} />}
        <p className="border-t border-line pt-3 text-soft">
          Claude’s own page does not work?{' '}
          <Button size="small" variant="quiet" onClick={actions.openBrowser}>
            Check this browser
          </Button>
        </p>
      </main>
    </div>
  );
}

function Empty({ actions }: { readonly actions: PanelActions }) {
  return (
    <section aria-label="Nothing checked yet" className="grid justify-items-start gap-2">
      <h2 className="text-base font-semibold">Nothing was checked yet</h2>
      <p>
        What a check finds stands here, beside Claude. Start one with the button of Connector Doctor in the toolbar, or
        on the doctor page.
      </p>
      <Button
        variant="primary"
        onClick={() => {
          actions.openDoctor(null);
        }}
      >
        Check a connector
      </Button>
    </section>
  );
}

function RunPart({ run, model, actions }: PanelProps & { readonly run: RunState }) {
  const { report } = model;
  return (
    <>
      <section aria-label="The check" className="grid min-w-0 gap-3">
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
      {isOver(run) && (
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              actions.openDoctor(run);
            }}
          >
            All details
          </Button>
          {run.phase !== 'interrupted' && (
            <Button
              variant="quiet"
              onClick={() => {
                actions.again(run);
              }}
            >
              Check again
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Asking({ run, actions }: { readonly run: RunState; readonly actions: PanelActions }) {
  return (
    <div className="flex items-start gap-2">
      <p className="min-h-12 min-w-0 flex-1 py-1.5 text-soft">{run.asking ?? 'Beginning…'}</p>
      <Button
        onClick={() => {
          actions.cancel(run);
        }}
      >
        Cancel
      </Button>
    </div>
  );
}

function Findings({ report, onMore }: { readonly report: Report; readonly onMore: () => void }): ReactNode {
  const summary = useMemo(() => summarize(report), [report]);
  const groups = useMemo(() => findingGroups(summary), [summary]);
  return (
    <>
      {summary.cutShort !== null && <p>{plainLine(summary.cutShort, 600)}</p>}
      {groups.map((group) => (
        <FindingGroupSection key={group.kind} group={group} report={report} wanted={null} />
      ))}
      <p>{plainLine(summary.next, 800)}</p>
      {summary.notSeen.length > 0 && (
        <Disclosure summary="Could not be checked">
          <ul className="m-0 grid list-disc gap-1 ps-4 text-soft">
            {summary.notSeen.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Button size="small" className="mt-2" onClick={onMore}>
            Why, and what can be done about it
          </Button>
        </Disclosure>
      )}
    </>
  );
}
