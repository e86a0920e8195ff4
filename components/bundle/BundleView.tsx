import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { FindingsTab } from '../findings/FindingsTab.tsx';
import { useForeignMark } from '../report/use-foreign-mark.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { BundleHead } from './BundleHead.tsx';
import { BundleOverview } from './BundleOverview.tsx';
import { ManifestTab } from './ManifestTab.tsx';

const ReportTab = onDemand(async () => ({ default: (await import('../report/ReportTab.tsx')).ReportTab }));

/** The parts of what is known of a bundle. */
export type BundleTab = 'overview' | 'findings' | 'manifest' | 'report';

/** A bundle with everything that is known of it, ours or from somebody else’s report. */
export function BundleView({
  report,
  leaving = report,
  icon,
  tab,
  finding,
  onTab,
  onCompare,
}: {
  readonly report: Report;
  /** The same report as it is handed on, where it is shown in other words. */
  readonly leaving?: Report;
  readonly icon: SeenPicture | null;
  /** One of the parts; anything else stands for the first. */
  readonly tab: string;
  /** The id of the finding that somebody came here for. */
  readonly finding: string | null;
  readonly onTab: (tab: BundleTab) => void;
  readonly onCompare: (() => void) | null;
}) {
  const count = report.findings.length;
  const marked = useForeignMark();
  return (
    <div className="grid min-w-0 gap-4">
      <BundleHead report={report} icon={icon} onCompare={onCompare} />
      <Tabs
        label={say('The bundle')}
        selected={tab}
        onSelect={(key) => {
          onTab(key as BundleTab);
        }}
        tabs={marked([
          {
            key: 'overview',
            label: say('Overview'),
            panel: (
              <BundleOverview
                report={report}
                onFindings={() => {
                  onTab('findings');
                }}
              />
            ),
          },
          {
            key: 'findings',
            label: (
              <>
                {say('Findings')}
                {count > 0 && <span className="ms-1.5 font-normal text-soft">{count}</span>}
              </>
            ),
            panel: <FindingsTab report={report} wanted={finding} />,
          },
          { key: 'manifest', label: say('Manifest'), panel: <ManifestTab report={report} /> },
          {
            key: 'report',
            label: say('Report'),
            panel: (
              <Loaded>
                <ReportTab report={leaving} />
              </Loaded>
            ),
          },
        ])}
      />
    </div>
  );
}
