import { type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { AuthorActions } from '../preview/preview-model.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';
import type { Tab } from '../ui/Tabs.tsx';
import type { TabKey } from '../run/tab-key.ts';

/** The tabs for whoever makes the connector. Most readers never open them, so they are loaded when somebody does. */
export function authorTabs({
  report,
  run,
  later,
  actions,
  onTab,
  onFinding,
}: {
  readonly report: Report | null;
  readonly run: RunState | null;
  /** Stands there as long as there is no report. */
  readonly later: ReactNode;
  /** Null where nothing can be started, as with somebody else’s report. */
  readonly actions: AuthorActions | null;
  readonly onTab: (tab: TabKey) => void;
  /** Leads to the place of a finding. */
  readonly onFinding: (id: string) => void;
}): readonly Tab[] {
  return [
    {
      key: 'preview',
      label: say('Preview'),
      panel: report ? (
        <Loaded>
          <PreviewTab report={report} run={run} actions={actions} onTab={onTab} />
        </Loaded>
      ) : (
        later
      ),
    },
    {
      key: 'readiness',
      label: say('Readiness'),
      panel: report ? (
        <Loaded>
          <ReadinessTab
            report={report}
            run={run}
            signIn={actions?.signIn ?? null}
            onFinding={onFinding}
            onPreview={() => {
              onTab('preview');
            }}
          />
        </Loaded>
      ) : (
        later
      ),
    },
  ];
}

const PreviewTab = onDemand(async () => ({ default: (await import('../preview/PreviewTab.tsx')).PreviewTab }));
const ReadinessTab = onDemand(async () => ({ default: (await import('../readiness/ReadinessTab.tsx')).ReadinessTab }));
