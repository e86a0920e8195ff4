import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { ReportTabs, type AuthorPlace, type Looking } from '../run/ReportTabs.tsx';
import { RunHead } from '../run/RunHead.tsx';
import { OpenGuide } from '../findings/open-guide.ts';
import type { Handed } from '../report/open-report.ts';
import { OpenedAs } from '../report/opened-as.ts';
import { IsForeign } from '../report/whose-report.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';
import type { Tab } from '../ui/Tabs.tsx';
import { ForeignHead } from './ForeignHead.tsx';
import { JudgedChoice, type Wording } from './JudgedChoice.tsx';
import { useJudgement, type Judge } from './judging.ts';
import type { KeptReports } from './kept-reports.ts';

// Few readers come to these, so each is loaded when somebody does.
const BundleView = onDemand(async () => ({ default: (await import('../bundle/BundleView.tsx')).BundleView }));
const ForeignCompare = onDemand(async () => ({ default: (await import('./ForeignCompare.tsx')).ForeignCompare }));

/**
 * Somebody else’s report, in the same screens as one’s own and for reading alone: as it was written or as today’s checks judge it, and
 * compared with another one. Needs nothing of the extension.
 */
export function ForeignReport({
  report,
  written,
  name,
  against = null,
  judge,
  kept,
  authorTabs,
  now,
  onClose,
}: {
  /** In our own words. */
  readonly report: Report;
  /** As it came. */
  readonly written: Report;
  /** The file’s name; null where it was pasted. */
  readonly name: string | null;
  /** What was handed over with it, to be compared. */
  readonly against?: Handed | null;
  /** Null where nothing can judge. */
  readonly judge: Judge | null;
  /** The reports of this machine; null where none are kept. */
  readonly kept: KeptReports | null;
  /** The tabs for whoever makes the connector; null where they cannot be shown. */
  readonly authorTabs: ((report: Report, place: AuthorPlace) => readonly Tab[]) | null;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly onClose: () => void;
}) {
  const [looking, setLooking] = useState<Looking>({ tab: 'overview', finding: null, exchange: null });
  const [wording, setWording] = useState<Wording>('written');
  const [isComparing, setComparing] = useState(against !== null);
  const judgement = useJudgement(report, judge, wording === 'today');
  const shown = wording === 'today' && judgement?.kind === 'judged' ? judgement.report : report;
  if (isComparing) {
    return (
      <Loaded>
        <ForeignCompare
          own={shown}
          name={name}
          against={against}
          kept={kept}
          now={now}
          onBack={() => {
            setComparing(false);
          }}
        />
      </Loaded>
    );
  }
  return (
    <div className="grid min-w-0 gap-4">
      <ForeignHead
        report={report}
        name={name}
        actions={
          <>
            <Button
              onClick={() => {
                setComparing(true);
              }}
            >
              <GitCompare aria-hidden size={16} /> {say('Compare with another…')}
            </Button>
            <Button onClick={onClose}>{say('Put it aside')}</Button>
          </>
        }
      />
      {judge && <JudgedChoice wording={wording} judgement={judgement} now={now} onChoose={setWording} />}
      <IsForeign value={true}>
        {/* Which guides a report leads to is for whoever wrote it to say: nothing of it opens anything here. */}
        <OpenGuide value={null}>
          <OpenedAs value={written}>
            <Screens
              report={shown}
              leaving={shown === report ? written : shown}
              looking={looking}
              authorTabs={authorTabs}
              onLook={setLooking}
            />
          </OpenedAs>
        </OpenGuide>
      </IsForeign>
    </div>
  );
}

function Screens({
  report,
  leaving,
  looking,
  authorTabs,
  onLook,
}: {
  readonly report: Report;
  /** What is handed on from here. */
  readonly leaving: Report;
  readonly looking: Looking;
  readonly authorTabs: ((report: Report, place: AuthorPlace) => readonly Tab[]) | null;
  readonly onLook: (looking: Looking) => void;
}) {
  if (report.subject === 'bundle') {
    return (
      <Loaded>
        <BundleView
          report={report}
          leaving={leaving}
          icon={null}
          tab={looking.tab}
          finding={looking.finding}
          onTab={(tab) => {
            onLook({ tab, finding: null, exchange: null });
          }}
          onCompare={null}
        />
      </Loaded>
    );
  }
  return (
    <>
      <RunHead run={null} report={report} actions={null} />
      <ReportTabs
        run={null}
        report={report}
        leaving={leaving}
        exchanges={report.exchanges}
        looking={looking}
        authorTabs={authorTabs && ((place) => authorTabs(report, place))}
        further={null}
        onLook={onLook}
      />
    </>
  );
}
