import { Suspense } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { choicesFor } from '../compare/compare-choices.ts';
import type { Opened } from '../foreign/opening.ts';
import { OpenedNotice } from '../foreign/OpenedNotice.tsx';
import { OpenReport } from '../report/OpenReport.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { authorTabs } from './AuthorTabs.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import type { Route } from './route.ts';

// Few readers come here, so each is loaded when somebody does.
const BundlePage = onDemand(async () => ({ default: (await import('../bundle/BundlePage.tsx')).BundlePage }));
const ForeignReport = onDemand(async () => ({ default: (await import('../foreign/ForeignReport.tsx')).ForeignReport }));
const ComparePage = onDemand(async () => ({ default: (await import('../compare/ComparePage.tsx')).ComparePage }));

/** Somebody’s report that was opened, or why it cannot be shown. */
export function ForeignPart({
  opened,
  model,
  actions,
}: {
  readonly opened: Exclude<Opened, { kind: 'reading' }>;
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
}) {
  const { history, against, now } = model;
  if (opened.kind !== 'report') {
    return (
      <OpenedNotice opened={opened} onClose={actions.close}>
        <OpenReport
          onFile={(file) => {
            actions.open({ kind: 'file', file });
          }}
        />
      </OpenedNotice>
    );
  }
  const kept = { choicesFor: (report: Report) => choicesFor(history, report), read: actions.readKept };
  return (
    <Loaded>
      <ForeignReport
        report={opened.report}
        written={opened.written}
        name={opened.name}
        against={against}
        judge={actions.judge}
        kept={kept}
        authorTabs={(report, place) => authorTabs({ report, run: null, actions: null, ...place })}
        now={now}
        onClose={actions.close}
      />
    </Loaded>
  );
}

/** The comparison of a kept report with another one. */
export function ComparePart({
  route,
  model,
  actions,
}: {
  readonly route: Extract<Route, { kind: 'compare' }>;
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
}) {
  return (
    <Suspense fallback={<p className="text-soft">{say('Reading what is kept…')}</p>}>
      <ComparePage
        key={route.after}
        id={route.after}
        wanted={route.before}
        history={model.history}
        now={model.now}
        onChoose={(before) => {
          actions.go({ ...route, before });
        }}
      />
    </Suspense>
  );
}

/** The kept report of a bundle. */
export function BundlePart({
  report,
  route,
  actions,
}: {
  readonly report: Report;
  readonly route: Extract<Route, { kind: 'run' }>;
  readonly actions: DoctorActions;
}) {
  return (
    <Suspense fallback={<p className="text-soft">{say('Reading what is kept…')}</p>}>
      <BundlePage
        key={route.id}
        id={route.id}
        report={report}
        tab={route.tab}
        finding={route.finding}
        onTab={(tab) => {
          actions.go({ ...route, tab, finding: null, exchange: null });
        }}
        onCompare={() => {
          actions.go({ kind: 'compare', after: route.id, before: null });
        }}
      />
    </Suspense>
  );
}
