import { Globe, LifeBuoy, Plus, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { noMarksYet, stepMarks } from '../../lib/report/words/step-marks.ts';
import type { StepMark } from '../../lib/kernel/step-mark.ts';
import { BundleReadingNotice } from '../bundle/BundleReadingNotice.tsx';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { OpenArea } from '../foreign/OpenArea.tsx';
import { OpenedNotice } from '../foreign/OpenedNotice.tsx';
import { HistoryList } from '../history/HistoryList.tsx';
import { announcementOf } from '../popup/announcement.ts';
import { browserAnnouncement } from '../interference/announcement.ts';
import { Restore } from '../interference/BisectButtons.tsx';
import { bisectTitle, bisectTone, isUnderWay } from '../interference/bisect-words.ts';
import { BrowserView } from '../interference/BrowserView.tsx';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Link } from '../ui/Link.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AllowView } from './AllowView.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { browserRoute, writeRoute } from './route.ts';
import { BundlePart, ComparePart, ForeignPart } from './PartsOnDemand.tsx';
import { RunView } from './RunView.tsx';
import { StartForm } from './StartForm.tsx';
import { StepPath } from '../diagnosis/StepPath.tsx';

interface DoctorViewProps {
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
}

/** The doctor page: the way that Claude goes and what was checked before at the left, one check with all that is known of it at the right. */
export function DoctorView({ model, actions }: DoctorViewProps) {
  const { shown } = model;
  const marks = marksOf(model);
  const run = shown.kind === 'run' ? shown.run : null;
  return (
    <OpenArea
      takesPaste={model.route.kind === 'start' && model.opened?.kind !== 'report'}
      onHanded={([handed, against]) => {
        if (handed) actions.open(handed, against);
      }}
    >
      <PageHead model={model} actions={actions} />
      <LiveRegion text={announcementOf({ run })} />
      <LiveRegion text={browserAnnouncement(model.browser.exam, model.browser.bisect)} />
      <div className="mx-auto grid w-full max-w-[90rem] gap-x-8 gap-y-6 px-4 py-5 sm:px-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="hidden min-w-0 content-start gap-6 lg:grid">
          {marks && <StepPath marks={marks} />}
          <History model={model} actions={actions} />
        </aside>
        <main className="grid min-w-0 content-start gap-4">
          {model.problem !== null && <Notice tone="broken" title={model.problem} announce />}
          {model.reading && <BundleReadingNotice reading={model.reading} onClose={actions.closeReading} />}
          {model.opened?.kind === 'reading' && <OpenedNotice opened={model.opened} onClose={actions.close} />}
          <SearchNotice model={model} actions={actions} />
          {marks && marks !== noMarksYet && (
            <div className="max-w-md lg:hidden">
              <StepRow marks={marks} />
            </div>
          )}
          <Content model={model} actions={actions} />
        </main>
        {model.history.length > 0 && (
          <div className="border-t border-line pt-4 lg:hidden">
            <Disclosure
              summary={say('Checks on this machine ({count})', { count: model.history.length })}
              open={model.route.kind === 'start'}
            >
              <History model={model} actions={actions} hideTitle />
            </Disclosure>
          </div>
        )}
      </div>
    </OpenArea>
  );
}

function Content({ model, actions }: DoctorViewProps): ReactNode {
  const { route, shown, opened, online } = model;
  if (opened && opened.kind !== 'reading') return <ForeignPart opened={opened} model={model} actions={actions} />;
  if (route.kind === 'allow') {
    return <AllowView run={shown.kind === 'run' ? shown.run : null} model={model} actions={actions} />;
  }
  if (route.kind === 'browser') {
    return (
      <BrowserView
        model={model.browser}
        actions={actions.browser}
        place={route}
        onGo={(place) => {
          actions.go({ ...route, ...place });
        }}
      />
    );
  }
  if (route.kind === 'compare') return <ComparePart route={route} model={model} actions={actions} />;
  if (route.kind === 'start') {
    return (
      <>
        {!online && (
          <Notice tone="degraded" title={say('This browser is offline')} announce>
            {say('Nothing can be asked until the network is back. Earlier checks can still be opened.')}
          </Notice>
        )}
        <StartForm
          key={`${route.text} ${model.pasted ?? ''}`}
          model={model}
          actions={actions}
          initial={model.pasted ?? route.text}
        />
      </>
    );
  }
  if (shown.kind === 'loading') return <p className="text-soft">{say('Reading what is kept…')}</p>;
  if (shown.kind !== 'run') return <Gone />;
  if (shown.report?.subject === 'bundle') {
    return <BundlePart report={shown.report} route={route} actions={actions} />;
  }
  return (
    <RunView
      key={route.id}
      run={shown.run}
      report={shown.report}
      exchanges={shown.exchanges}
      model={model}
      actions={actions}
      route={route}
    />
  );
}

/** Elsewhere on the page as well: extensions may still be switched off, and here is the way to put them back. */
function SearchNotice({ model: { route, browser }, actions }: DoctorViewProps) {
  const { bisect } = browser;
  if (route.kind === 'browser' || bisect === null || !isUnderWay(bisect)) return null;
  return (
    <Notice
      tone={bisectTone(bisect)}
      title={bisectTitle(bisect)}
      actions={<Restore bisect={bisect} actions={actions.browser} />}
    >
      <p>
        {say('Extensions may be switched off at this moment.')}{' '}
        <Link href={writeRoute(browserRoute)}>{say('Show the search')}</Link>
      </p>
    </Notice>
  );
}

function Gone() {
  return (
    <div className="grid max-w-xl gap-2">
      <h1 className="text-xl font-semibold">{say('This check is not kept any more')}</h1>
      <p>{say('It was deleted, or made room for newer ones. How many are kept is set in the options.')}</p>
      <p>
        <Link href={writeRoute({ kind: 'start', text: '' })}>{say('Check a connector')}</Link>
      </p>
    </div>
  );
}

function PageHead({ model, actions }: DoctorViewProps) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-[90rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <span className="flex items-center gap-2 font-semibold">
          <span className="text-accent">
            <Mark />
          </span>
          Connector Doctor
        </span>
        <nav aria-label={say('Pages')} className="ms-auto flex flex-wrap items-center gap-1">
          {/* Where the address is the start’s already, the link alone changes nothing. */}
          <HeadLink href={writeRoute({ kind: 'start', text: '' })} onClick={model.opened ? actions.close : undefined}>
            <Plus aria-hidden size={16} /> {say('Check a connector')}
          </HeadLink>
          <HeadLink href={writeRoute(browserRoute)}>
            <Globe aria-hidden size={16} /> {say('This browser')}
          </HeadLink>
          <button type="button" className={classes(headLook, 'border-0 bg-transparent')} onClick={actions.openHelp}>
            <LifeBuoy aria-hidden size={16} /> {say('Help')}
          </button>
          <HeadLink href={model.optionsUrl}>
            <Settings2 aria-hidden size={16} /> {say('Options')}
          </HeadLink>
        </nav>
      </div>
    </header>
  );
}

function HeadLink({
  href,
  onClick,
  children,
}: {
  readonly href: string;
  readonly onClick?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  return (
    <a href={href} className={headLook} onClick={onClick}>
      {children}
    </a>
  );
}

const headLook =
  'inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 font-medium text-accent no-underline hover:bg-well hover:text-accent-strong';

function History({ model, actions, hideTitle = false }: DoctorViewProps & { readonly hideTitle?: boolean }) {
  const { route, opened, shown } = model;
  const compared = route.kind === 'run' && shown.kind === 'run' && shown.report && !opened ? route.id : null;
  return (
    <HistoryList
      items={model.history}
      current={route.kind === 'run' && !opened ? route.id : null}
      now={model.now}
      optionsUrl={model.optionsUrl}
      hideTitle={hideTitle}
      hrefOf={(id) => writeRoute({ kind: 'run', id, tab: 'overview', finding: null, exchange: null })}
      onDelete={actions.remove}
      onCompare={
        compared === null
          ? null
          : ({ id }) => {
              actions.go({ kind: 'compare', after: compared, before: id });
            }
      }
    />
  );
}

/** The steps of what is shown; on the first day, what will be looked at. */
function marksOf({ opened, shown, route, history }: DoctorModel): readonly StepMark[] | null {
  if (opened && opened.kind !== 'reading') {
    const isConnector = opened.kind === 'report' && opened.report.subject === 'connector';
    return isConnector ? stepMarks(opened.report) : null;
  }
  if (route.kind === 'start' && history.length === 0) return noMarksYet;
  if (shown.kind !== 'run' || route.kind !== 'run') return null;
  if (shown.report?.subject === 'bundle') return null;
  return shown.run?.marks ?? (shown.report ? stepMarks(shown.report) : null);
}
