import { lazy, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { ConsentBox } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import { consentOf } from '../run/run-needs.ts';
import { ExchangesTab } from '../exchanges/ExchangesTab.tsx';
import type { AuthorActions } from '../preview/preview-model.ts';
import { ReportTab } from '../report/ReportTab.tsx';
import { RunNotice } from '../run/RunNotice.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { authorTabs } from './AuthorTabs.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { canSignIn, Further } from './Further.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import type { Route, TabKey } from './route.ts';
import { RunHead } from './RunHead.tsx';
import { ServerLogQuestion } from './ServerLogQuestion.tsx';
import { UnderWay } from './UnderWay.tsx';

// With the words for each check that passed. The overview is seen first, and tells most readers enough.
const FindingsTab = lazy(async () => ({ default: (await import('../findings/FindingsTab.tsx')).FindingsTab }));

/** What a report is looked at through; the address remembers it. */
export interface Looking {
  readonly tab: TabKey;
  readonly finding: string | null;
  readonly exchange: string | null;
}

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
      <RunHead run={run} report={report} actions={asking} />
      {run && <RunNotice run={run} model={model} actions={asking} />}
      <RunTabs
        run={run}
        report={report}
        exchanges={exchanges}
        looking={route}
        author={authorActions({ run, report, actions, ask: setAsked })}
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

/** The tabs of a report, ours or somebody else’s. */
export function RunTabs({
  run,
  report,
  exchanges,
  looking,
  author,
  further,
  onLook,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  readonly exchanges: readonly Exchange[];
  readonly looking: Looking;
  /** Null where nothing can be started from the report. */
  readonly author: AuthorActions | null;
  readonly further: React.ReactNode;
  readonly onLook: (looking: Looking) => void;
}) {
  const isRunning = run !== null && !isOver(run);
  const show = (tab: TabKey): void => {
    onLook({ tab, finding: null, exchange: null });
  };
  const showFinding = (finding: string): void => {
    onLook({ tab: 'findings', finding, exchange: null });
  };
  const later = <UnderWay run={run} />;
  return (
    <Tabs
      label={say('The check')}
      selected={looking.tab}
      onSelect={(key) => {
        show(key as TabKey);
      }}
      tabs={[
        {
          key: 'overview',
          label: say('Overview'),
          panel: report ? (
            <OverviewTab
              report={report}
              further={further}
              onFindings={() => {
                show('findings');
              }}
            />
          ) : (
            later
          ),
        },
        {
          key: 'findings',
          label: <Counted words={say('Findings')} count={report?.findings.length} />,
          panel: report ? (
            <Loaded>
              <FindingsTab report={report} wanted={looking.finding} />
            </Loaded>
          ) : (
            later
          ),
        },
        // A look at a browser holds none.
        ...(report?.subject === 'browser'
          ? []
          : [
              {
                key: 'exchanges',
                label: <Counted words={say('Exchanges')} count={exchanges.length} />,
                panel: (
                  <ExchangesTab
                    exchanges={exchanges}
                    isRunning={isRunning}
                    open={looking.exchange}
                    onOpen={(exchange) => {
                      onLook({ tab: 'exchanges', finding: null, exchange });
                    }}
                  />
                ),
              },
            ]),
        ...(isOfConnector(report)
          ? authorTabs({ report, run, later, actions: author, onTab: show, onFinding: showFinding })
          : []),
        { key: 'report', label: say('Report'), panel: report ? <ReportTab report={report} /> : later },
      ]}
    />
  );
}

/** Also as long as there is none: what is under way is a check of a connector. */
function isOfConnector(report: Report | null): boolean {
  return report === null || report.subject === 'connector';
}

function Counted({ words, count }: { readonly words: string; readonly count: number | undefined }) {
  return (
    <>
      {words}
      {count !== undefined && count > 0 && <span className="ms-1.5 font-normal text-soft">{count}</span>}
    </>
  );
}
