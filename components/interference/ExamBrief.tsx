import { RotateCcw, X } from 'lucide-react';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AllowLook, LookingLine } from './ExamWaiting.tsx';
import { BeforeLine } from './BeforeLine.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { BrowserVerdict } from './BrowserVerdict.tsx';
import { cleanWords, thenWords, unknownWords } from './exam-words.ts';
import { FixNotice } from './FixNotice.tsx';
import { fixLabels } from './fix-labels.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { leftOutOf } from './left-out.ts';
import { nextStepOf } from './next-step.ts';

interface ExamBriefProps {
  readonly exam: ExamState;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  /** Opens the doctor page on this browser; `find`: at the search for an extension. */
  readonly onDetails: (find: boolean) => void;
}

/** The look at this browser in a few lines: the one cause, the best next step, and what was left out. */
export function ExamBrief(props: ExamBriefProps) {
  const { exam, actions } = props;
  const isOver = exam.phase === 'done' || exam.phase === 'failed';
  return (
    <section aria-label="This browser" className="grid gap-3 bg-surface p-4">
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 font-medium">This browser</h2>
        {exam.phase === 'done' && exam.report && <BrowserVerdict verdict={exam.report.verdict} />}
        {isOver && (
          <span className="-my-1 ms-auto -me-2 flex">
            <IconButton
              label="Look again"
              icon={RotateCcw}
              onClick={() => {
                actions.examine({});
              }}
            />
            <IconButton label="Put this result aside" icon={X} onClick={actions.dismissExam} />
          </span>
        )}
      </div>
      <Body {...props} />
    </section>
  );
}

function Body({ exam, model, actions, onDetails }: ExamBriefProps) {
  if (exam.phase === 'needs-permission') return <AllowLook exam={exam} model={model} actions={actions} />;
  if (exam.phase === 'looking') return <LookingLine exam={exam} />;
  const { report } = exam;
  if (exam.phase === 'failed' || report === null) {
    return (
      <>
        <p>{exam.problem ?? 'The look came to nothing.'}</p>
        <Again actions={actions} />
      </>
    );
  }
  return (
    <>
      {exam.before && <BeforeLine before={exam.before} />}
      <Answer report={report} />
      <FixNotice {...model} fixed={exam.before === null ? model.fixed : null} />
      <Steps report={report} actions={actions} onDetails={onDetails} />
      <LeftOutList items={leftOutOf(report)} actions={actions} isOpen={report.verdict === 'ready'} />
    </>
  );
}

function Answer({ report }: { readonly report: Report }) {
  const cause = report.findings.find(({ id }) => id === report.primary?.id);
  if (cause) {
    return (
      <div className="grid gap-1">
        <h3 dir="ltr" className="text-base font-semibold wrap-anywhere">
          {plainLine(cause.title, 300)}
        </h3>
        <p dir="ltr" className="line-clamp-6 wrap-anywhere">
          {plainLine(cause.detail, 1_000)}
        </p>
      </div>
    );
  }
  return <p>{report.verdict === 'unknown' ? unknownWords : `${cleanWords} ${thenWords}`}</p>;
}

function Steps({
  report,
  actions,
  onDetails,
}: {
  readonly report: Report;
  readonly actions: BrowserActions;
  readonly onDetails: (find: boolean) => void;
}) {
  const next = nextStepOf(report);
  const loadsAnew = next.kind === 'reload' || (next.kind === 'fix' && next.fix === 'clear-cache');
  return (
    <div className="flex flex-wrap gap-2">
      {loadsAnew && <p className="w-full">The tab is loaded anew: what you typed there and did not send is lost.</p>}
      {next.kind === 'find' && (
        <Button
          variant="primary"
          onClick={() => {
            onDetails(true);
          }}
        >
          Find the extension
        </Button>
      )}
      {next.kind === 'fix' && (
        <Button
          variant="primary"
          onClick={() => {
            actions.fix({ fix: next.fix, extensionId: next.extensionId });
          }}
        >
          {fixLabels[next.fix]}
        </Button>
      )}
      {next.kind === 'reload' && (
        <Button
          variant="primary"
          onClick={() => {
            actions.examine({ reload: true });
          }}
        >
          Reload and look again
        </Button>
      )}
      {next.kind === 'again' && report.verdict !== 'ready' && <Again actions={actions} />}
      <Button
        onClick={() => {
          onDetails(false);
        }}
      >
        Details
      </Button>
    </div>
  );
}

function Again({ actions }: { readonly actions: BrowserActions }) {
  return (
    <Button
      variant="primary"
      className="justify-self-start"
      onClick={() => {
        actions.examine({});
      }}
    >
      Look again
    </Button>
  );
}
