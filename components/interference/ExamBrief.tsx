import { say } from '../../lib/i18n/say.ts';
import { RotateCcw, X } from 'lucide-react';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AllowLook, LookingLine } from './ExamWaiting.tsx';
import { BeforeLine } from './BeforeLine.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { BrowserVerdict } from './BrowserVerdict.tsx';
import { answerWords, reloadWords } from './exam-words.ts';
import { FixNotice } from './FixNotice.tsx';
import { fixLabels } from './fix-labels.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { leftOutOf } from './left-out.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import { standingOf } from './standing.ts';

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
    <section aria-label={say('This browser')} className="grid gap-3 bg-surface p-4">
      <div className="flex items-start gap-2">
        <div className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="font-medium">{say('This browser')}</h2>
          {exam.phase === 'done' && exam.report && (
            <BrowserVerdict verdict={exam.report.verdict} standing={standingOf(exam.report)} />
          )}
        </div>
        {isOver && (
          <span className="-my-1 -me-2 flex">
            <IconButton
              label={say('Look again')}
              icon={RotateCcw}
              onClick={() => {
                actions.examine({});
              }}
            />
            <IconButton label={say('Put this result aside')} icon={X} onClick={actions.dismissExam} />
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
        <p>{exam.problem ?? say('The look came to nothing.')}</p>
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
  const { title, text, deed } = answerWords(report, nextStepOf(report));
  return (
    <div className="grid gap-1">
      {title !== null && (
        <h3 dir="ltr" className="text-base font-semibold wrap-anywhere">
          {plainLine(title, 300)}
        </h3>
      )}
      <p dir="ltr" className="line-clamp-6 wrap-anywhere">
        {plainLine(text, 1_000)}
      </p>
      {deed !== null && (
        <p dir="ltr" className="font-semibold wrap-anywhere">
          {plainLine(deed, 300)}
        </p>
      )}
    </div>
  );
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
  const isElsewhere = next.kind === 'open-claude' || next.kind === 'status-page';
  const reloads = next.kind === 'reload' || (next.kind === 'fix' && next.fix === 'clear-cache');
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Best next={next} report={report} actions={actions} onDetails={onDetails} />
        {isElsewhere && <Again actions={actions} variant="secondary" />}
        <Button
          onClick={() => {
            onDetails(false);
          }}
        >
          {say('Details')}
        </Button>
      </div>
      {reloads && <p className="-mt-1 text-xs text-soft">{say(reloadWords)}</p>}
    </>
  );
}

interface BestProps {
  readonly next: NextStep;
  readonly report: Report;
  readonly actions: BrowserActions;
  readonly onDetails: (find: boolean) => void;
}

/** The one button that stands out. */
function Best({ next, report, actions, onDetails }: BestProps) {
  switch (next.kind) {
    case 'open-claude':
      return (
        <ButtonLink variant="primary" href="https://claude.ai/">
          {say('Open claude.ai')}
        </ButtonLink>
      );
    case 'status-page':
      return (
        <ButtonLink variant="primary" href="https://status.claude.com/">
          {say('Open status.claude.com')}
        </ButtonLink>
      );
    case 'again':
      return report.verdict === 'ready' ? null : <Again actions={actions} />;
    case 'find':
    case 'fix':
    case 'reload': {
      const { label, onClick } = clickOf(next, report, actions, onDetails);
      return (
        <Button variant="primary" onClick={onClick}>
          {label}
        </Button>
      );
    }
  }
}

function clickOf(
  next: Extract<NextStep, { readonly kind: 'find' | 'fix' | 'reload' }>,
  report: Report,
  actions: BrowserActions,
  onDetails: (find: boolean) => void,
): { readonly label: string; readonly onClick: () => void } {
  if (next.kind === 'fix') {
    const { fix, extensionId } = next;
    return {
      label: say(fixLabels[fix]),
      onClick: () => {
        actions.fix({ fix, extensionId });
      },
    };
  }
  if (next.kind === 'find') {
    return {
      label: say('Find the extension'),
      onClick: () => {
        onDetails(true);
      },
    };
  }
  return {
    label: standingOf(report) === 'past' ? say('Reload Claude and look again') : say('Reload and look again'),
    onClick: () => {
      actions.examine({ reload: true });
    },
  };
}

function Again({
  actions,
  variant = 'primary',
}: {
  readonly actions: BrowserActions;
  readonly variant?: 'primary' | 'secondary';
}) {
  return (
    <Button
      variant={variant}
      className="justify-self-start"
      onClick={() => {
        actions.examine({});
      }}
    >
      {say('Look again')}
    </Button>
  );
}
