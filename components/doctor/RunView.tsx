import { lazy, Suspense, useState } from 'react';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { ConsentBox } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import { consentOf } from '../run/run-needs.ts';
import type { AuthorActions } from '../preview/preview-model.ts';
import { RunNotice } from '../run/RunNotice.tsx';
import { authorTabs } from './AuthorTabs.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { canSignIn, Further } from './Further.tsx';
import { ReportTabs } from '../run/ReportTabs.tsx';
import { runRoute, writeRoute, type Route } from './route.ts';
import { RunHead } from '../run/RunHead.tsx';
import { ServerLogQuestion } from './ServerLogQuestion.tsx';

// Stands below all else: the page need not wait for it.
const VerdictHistory = lazy(async () => ({
  default: (await import('../history/VerdictHistory.tsx')).VerdictHistory,
}));

/** A run with everything that is known of it, in tabs that stay where they are while it goes on. */
export function RunView({
  run,
  report,
  exchanges,
  model,
  actions,
  route,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  readonly exchanges: readonly Exchange[];
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
  readonly route: Extract<Route, { kind: 'run' }>;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  if (run && asked !== null) {
    return (
      <div className="max-w-xl rounded-md border border-line bg-surface p-5">
        <ConsentBox
          kind={asked.consent}
          host={run.host ?? run.typed}
          redirectUrl={model.redirectUrl}
          clientId={run.choices.clientId}
          onAgree={(client) => {
            setAsked(null);
            actions.checkFurther(asked.run, asked.consent, client);
          }}
          onDecline={() => {
            setAsked(null);
          }}
        />
      </div>
    );
  }
  // A word was given for one check: it is asked for again.
  const asking: DoctorActions = {
    ...actions,
    again: (each) => {
      const before = consentOf(each);
      if (before === null) actions.again(each);
      else setAsked({ consent: before, run: each });
    },
  };
  const onConsent = (consent: ConsentKind): void => {
    if (run) setAsked({ consent, run });
  };
  return (
    <div className="grid min-w-0 gap-4">
      <RunHead
        run={run}
        report={report}
        actions={{
          ...asking,
          compare: ({ id }) => {
            actions.go({ kind: 'compare', after: id, before: null });
          },
        }}
      />
      {run && <RunNotice run={run} model={model} actions={asking} />}
      <ReportTabs
        run={run}
        report={report}
        exchanges={exchanges}
        looking={route}
        authorTabs={(place) =>
          authorTabs({ report, run, actions: authorActions({ run, report, actions, ask: setAsked }), ...place })
        }
        past={report?.subject === 'connector' && <Past model={model} report={report} actions={actions} id={route.id} />}
        further={
          run &&
          isOver(run) && (
            <>
              <Further run={run} report={report} onConsent={onConsent} />
              <ServerLogQuestion
                report={report}
                onAnswer={(answer) => {
                  actions.tellServerLog(run, answer);
                }}
              />
            </>
          )
        }
        onLook={(looking) => {
          actions.go({ ...route, ...looking });
        }}
      />
    </div>
  );
}

/** A check that waits for a word, and which. */
interface Asked {
  readonly consent: ConsentKind;
  readonly run: RunState;
}

/** Null while the check goes on, and where no run is known that could be made again. */
function authorActions({
  run,
  report,
  actions,
  ask,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  readonly actions: DoctorActions;
  readonly ask: (asked: Asked) => void;
}): AuthorActions | null {
  if (run === null || !isOver(run)) return null;
  const before = consentOf(run);
  return {
    askGoogle: () => {
      if (before === null) actions.checkWithGoogle(run);
      else ask({ consent: before, run: { ...run, choices: { ...run.choices, faviconService: true } } });
    },
    signIn: canSignIn(report)
      ? () => {
          ask({ consent: 'signed-in', run });
        }
      : null,
  };
}

function Past({
  model,
  report,
  actions,
  id,
}: {
  readonly model: DoctorModel;
  readonly report: Report;
  readonly actions: DoctorActions;
  readonly id: string;
}) {
  if (report.target === null || !('url' in report.target)) return null;
  return (
    <Suspense fallback={null}>
      <VerdictHistory
        items={model.history}
        url={report.target.url}
        current={id}
        now={model.now}
        hrefOf={(other) => writeRoute(runRoute(other))}
        onCompare={(other) => {
          actions.go({ kind: 'compare', after: id, before: other });
        }}
      />
    </Suspense>
  );
}
