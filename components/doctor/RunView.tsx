import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { ConsentBox } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import { consentOf } from '../run/run-needs.ts';
import { ExchangesTab } from '../exchanges/ExchangesTab.tsx';
import { FindingsTab } from '../findings/FindingsTab.tsx';
import { ReportTab } from '../report/ReportTab.tsx';
import { RunNotice } from '../run/RunNotice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { Further } from './Further.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import type { Route, TabKey } from './route.ts';
import { RunHead } from './RunHead.tsx';
import { ServerLogQuestion } from './ServerLogQuestion.tsx';
import { UnderWay } from './UnderWay.tsx';

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
  const [consent, setConsent] = useState<ConsentKind | null>(null);
  if (run && consent !== null) {
    return (
      <div className="max-w-xl rounded-md border border-line bg-surface p-5">
        <ConsentBox
          kind={consent}
          host={run.host ?? run.typed}
          redirectUrl={model.redirectUrl}
          clientId={run.choices.clientId}
          onAgree={(client) => {
            setConsent(null);
            actions.checkFurther(run, consent, client);
          }}
          onDecline={() => {
            setConsent(null);
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
      else setConsent(before);
    },
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
        further={
          run &&
          isOver(run) && (
            <>
              <Further run={run} report={report} onConsent={setConsent} />
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

/** The tabs of a report, ours or somebody else’s. */
export function RunTabs({
  run,
  report,
  exchanges,
  looking,
  further,
  onLook,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  readonly exchanges: readonly Exchange[];
  readonly looking: Looking;
  readonly further: React.ReactNode;
  readonly onLook: (looking: Looking) => void;
}) {
  const isRunning = run !== null && !isOver(run);
  const show = (tab: TabKey): void => {
    onLook({ tab, finding: null, exchange: null });
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
          panel: report ? <FindingsTab report={report} wanted={looking.finding} /> : later,
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
        { key: 'report', label: say('Report'), panel: report ? <ReportTab report={report} /> : later },
      ]}
    />
  );
}

function Counted({ words, count }: { readonly words: string; readonly count: number | undefined }) {
  return (
    <>
      {words}
      {count !== undefined && count > 0 && <span className="ms-1.5 font-normal text-soft">{count}</span>}
    </>
  );
}
