import { type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { ExchangesTab } from '../exchanges/ExchangesTab.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { Tabs, type Tab } from '../ui/Tabs.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import type { TabKey } from './tab-key.ts';
import { useForeignMark } from '../report/use-foreign-mark.tsx';
import { UnderWay } from './UnderWay.tsx';

// With the words for each check that passed. The overview is seen first, and tells most readers enough.
const FindingsTab = onDemand(async () => ({ default: (await import('../findings/FindingsTab.tsx')).FindingsTab }));
const ReportTab = onDemand(async () => ({ default: (await import('../report/ReportTab.tsx')).ReportTab }));

/** What a report is looked at through; the address remembers it. */
export interface Looking {
  readonly tab: TabKey;
  readonly finding: string | null;
  readonly exchange: string | null;
}

/** What the tabs of whoever makes the connector are given. */
export interface AuthorPlace {
  /** Stands there as long as there is no report. */
  readonly later: ReactNode;
  readonly onTab: (tab: TabKey) => void;
  /** Leads to the place of a finding. */
  readonly onFinding: (id: string) => void;
}

/** The tabs of a report, ours or somebody else’s. */
export function ReportTabs({
  run,
  report,
  leaving = report,
  exchanges,
  looking,
  authorTabs,
  further,
  past = null,
  onLook,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  /** The same report as it is handed on, where it is shown in other words. */
  readonly leaving?: Report | null;
  readonly exchanges: readonly Exchange[];
  readonly looking: Looking;
  /** The tabs for whoever makes the connector; null where they cannot be shown. */
  readonly authorTabs: ((place: AuthorPlace) => readonly Tab[]) | null;
  readonly further: ReactNode;
  /** How it was before; stands at the end of the overview. */
  readonly past?: ReactNode;
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
  const marked = useForeignMark();
  return (
    <Tabs
      label={say('The check')}
      selected={looking.tab}
      onSelect={(key) => {
        show(key as TabKey);
      }}
      tabs={marked([
        {
          key: 'overview',
          label: say('Overview'),
          panel: report ? (
            <OverviewTab
              report={report}
              further={further}
              past={past}
              onFindings={() => {
                show('findings');
              }}
              onReport={() => {
                show('report');
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
        ...(isOfConnector(report) ? (authorTabs?.({ later, onTab: show, onFinding: showFinding }) ?? []) : []),
        {
          key: 'report',
          label: say('Report'),
          panel: leaving ? (
            <Loaded>
              <ReportTab report={leaving} />
            </Loaded>
          ) : (
            later
          ),
        },
      ])}
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
