import type { ReactNode } from 'react';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { isUnderWay } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { GuideList } from '../guide/GuideList.tsx';
import { GuidesUnderWay } from '../guide/GuidesUnderWay.tsx';
import { HelpSearch } from '../help/HelpSearch.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { searchActions } from './HelpParts.tsx';
import type { PanelActions, PanelModel } from './panel-model.ts';
import { RunPart } from './RunPart.tsx';

/** What the panel shows first: the search, the guide that is under way, and the findings of the last check as they stand today. */
export function PanelHome({ model, actions }: { readonly model: PanelModel; readonly actions: PanelActions }) {
  const { run, begun } = model;
  return (
    <>
      <div className="grid gap-2">
        <HelpSearch text="" actions={searchActions(actions)} />
        <nav aria-label={say('Help')} className="flex flex-wrap gap-x-4 gap-y-1">
          <Entry href="#guides">{say('Guides')}</Entry>
          <Entry href="#plans">{say('Plans and roles')}</Entry>
          <Entry href="#explain">{say('Explain an error')}</Entry>
        </nav>
      </div>
      {run && <RunPart run={run} model={model} actions={actions} />}
      <GuidesUnderWay begun={begun} isBrief={run !== null} actions={actions} />
      {!run && <Empty model={model} actions={actions} />}
      <p className="border-t border-line pt-3 text-soft">
        {say('Claude’s own page does not work?')}{' '}
        <Button size="small" variant="quiet" className="-mx-2" onClick={actions.openBrowser}>
          {say('Check this browser')}
        </Button>
      </p>
    </>
  );
}

function Entry({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex min-h-6 items-center font-medium">
      {children}
    </Link>
  );
}

const oftenNeeded: readonly GuideId[] = ['reconnect', 'missing-in-chat', 'sign-in-again', 'directory-not-loading'];

function Empty({ model, actions }: { readonly model: PanelModel; readonly actions: PanelActions }) {
  return (
    <>
      <section aria-label={say('Nothing checked yet')} className="grid justify-items-start gap-2">
        <h2 className="text-base font-semibold">{say('Nothing was checked yet')}</h2>
        <p>
          {say(
            'What a check finds stands here, beside Claude. Start one with the button of Connector Doctor in the toolbar, or on the doctor page.',
          )}
        </p>
        <Button
          variant={model.begun.some(isUnderWay) ? 'secondary' : 'primary'}
          onClick={() => {
            actions.openDoctor(null);
          }}
        >
          {say('Check a connector')}
        </Button>
      </section>
      <section aria-label={say('Often needed')} className="grid gap-2">
        <h2 className="text-base font-semibold">{say('Often needed')}</h2>
        <GuideList guides={oftenNeeded.map((id) => [id, guides[id]] as const)} begun={model.begun} />
      </section>
    </>
  );
}
