import { msg, say } from '../../lib/i18n/say.ts';
import { RotateCcw } from 'lucide-react';
import { lazy, useEffect, type ReactNode } from 'react';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { ReportTab } from '../report/ReportTab.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AnswerTab } from './AnswerTab.tsx';
import { BisectPanel } from './BisectPanel.tsx';
import { BisectStart } from './BisectStart.tsx';
import { isUnderWay } from './bisect-words.ts';
import type { BrowserActions, BrowserModel, BrowserTabKey } from './browser-model.ts';
import { BrowserVerdict } from './BrowserVerdict.tsx';
import { AllowLook, LookingLine, neededWords } from './ExamWaiting.tsx';
import { standingOf } from './standing.ts';

// With its tables and the words for each check that passed: the answer is seen first.
const SeenTab = lazy(async () => ({ default: (await import('./SeenTab.tsx')).SeenTab }));

/** Where on this page somebody is. */
export interface BrowserPlace {
  readonly find: boolean;
  readonly tab: BrowserTabKey;
}

interface BrowserViewProps {
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  /** The search for an extension is about to begin (`find`), and the tab. */
  readonly place: BrowserPlace;
  readonly onGo: (place: BrowserPlace) => void;
}

/** What in this browser stands in Claude’s way: the answer, what can be done, the search for an extension, and all that was seen. */
export function BrowserView({ model, actions, place, onGo }: BrowserViewProps) {
  const { exam, bisect } = model;
  const report = exam?.report ?? null;
  const isSearching = bisect !== null && isUnderWay(bisect);
  const hasBegun = isSearching && place.find;
  const onFind = (): void => {
    onGo({ ...place, find: true });
  };
  useEffect(() => {
    // What stood before the search is not to come back after it.
    if (hasBegun) onGo({ ...place, find: false });
  }, [hasBegun]);
  return (
    <div className="grid max-w-4xl min-w-0 gap-5">
      <Head exam={exam} actions={actions} isQuiet={isSearching} />
      {model.problem !== null && <Notice tone="broken" title={model.problem} announce />}
      {bisect && <BisectPanel bisect={bisect} exam={exam} actions={actions} onFind={place.find ? null : onFind} />}
      {place.find && !isSearching && (
        <BisectStart
          report={report}
          model={model}
          actions={actions}
          onLeave={() => {
            onGo({ ...place, find: false });
          }}
        />
      )}
      {!isSearching && !place.find && <Look model={model} actions={actions} place={place} onGo={onGo} />}
    </div>
  );
}

function Head({
  exam,
  actions,
  isQuiet,
}: {
  readonly exam: ExamState | null;
  readonly actions: BrowserActions;
  /** Nothing else shall begin now. */
  readonly isQuiet: boolean;
}) {
  const at = exam?.endedAt ?? null;
  const isOver = exam !== null && (exam.phase === 'done' || exam.phase === 'failed');
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="text-xl font-semibold">{say('This browser')}</h1>
          {!isQuiet && exam?.phase === 'done' && exam.report && (
            <BrowserVerdict verdict={exam.report.verdict} standing={standingOf(exam.report)} />
          )}
        </div>
        {isOver && at !== null && (
          <p className="text-xs text-soft">{say('Looked at {time}', { time: whenWords(at, 0) })}</p>
        )}
      </div>
      {isOver && !isQuiet && (
        <Button
          onClick={() => {
            actions.examine({});
          }}
        >
          <RotateCcw aria-hidden size={16} /> {say('Look again')}
        </Button>
      )}
    </header>
  );
}

function Look(props: BrowserViewProps): ReactNode {
  const { model, actions } = props;
  const { exam } = model;
  if (exam === null) return <Start family={model.family} actions={actions} />;
  if (exam.phase === 'needs-permission') {
    return (
      <Card>
        <AllowLook exam={exam} model={model} actions={actions} />
      </Card>
    );
  }
  if (exam.phase === 'looking') {
    return (
      <Card>
        <LookingLine exam={exam} />
      </Card>
    );
  }
  if (exam.report === null) {
    return (
      <Notice tone="degraded" title={say('The look came to nothing')}>
        {exam.problem ?? say('Nothing is known of the reason. Look again.')}
      </Notice>
    );
  }
  return <Found {...props} exam={exam} report={exam.report} />;
}

function Card({ children }: { readonly children: ReactNode }) {
  return <div className="grid max-w-prose gap-3 rounded-md border border-line bg-surface p-5">{children}</div>;
}

function Start({ family, actions }: { readonly family: BrowserModel['family']; readonly actions: BrowserActions }) {
  return (
    <Card>
      <p>
        {say(
          'Does something on this machine keep Claude’s pages from working: an extension, a filter, a setting, an old copy? Connector Doctor makes the same small requests from Claude’s page and from outside it, and looks at what the page’s own requests meet. It takes three seconds.',
        )}
      </p>
      <p>{say('Open claude.ai in a tab first, where it fails.')}</p>
      <p className="text-soft">{neededWords(family)}</p>
      <Button
        variant="primary"
        className="justify-self-start"
        onClick={() => {
          actions.examine({});
        }}
      >
        {say('Check this browser')}
      </Button>
    </Card>
  );
}

function Found({
  exam,
  report,
  model,
  actions,
  place,
  onGo,
}: BrowserViewProps & { readonly exam: ExamState; readonly report: Report }) {
  const onFind = (): void => {
    onGo({ ...place, find: true });
  };
  return (
    <Tabs
      label={say('The look at this browser')}
      selected={place.tab}
      onSelect={(key) => {
        onGo({ ...place, tab: key as BrowserTabKey });
      }}
      tabs={[
        {
          key: 'answer',
          label: say('Answer'),
          panel: <AnswerTab exam={exam} report={report} model={model} actions={actions} onFind={onFind} />,
        },
        {
          key: 'seen',
          label: say('What was seen'),
          panel: (
            <Loaded>
              <SeenTab report={report} actions={actions} />
            </Loaded>
          ),
        },
        { key: 'report', label: say('Report'), panel: <ReportTab report={report} kept={say(keptWords)} /> },
      ]}
    />
  );
}

const keptWords = msg('Kept until the browser is closed: save it if you want to send it.');
