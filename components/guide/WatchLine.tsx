import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { msg, say } from '../../lib/i18n/say.ts';
import { places } from '../../lib/knowledge/places.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { RunNotice } from '../run/RunNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Look, PlayerActions, PlayerModel, Watch } from './player-model.ts';
import { unseenWords } from './unseen-words.ts';

/** How it stands with seeing for ourselves that the step worked; where nothing can be seen, that the person’s word counts. */
export function WatchLine({ model, actions }: { readonly model: PlayerModel; readonly actions: PlayerActions }) {
  const { watch } = model;
  switch (watch.kind) {
    case 'person':
      return <Quiet>{say('Only you can see this: press “Done” when it is so.')}</Quiet>;
    case 'watching':
      return (
        <Quiet>
          {model.isClaudeBeside
            ? say('Watching the tab beside: this step is ticked once it shows “{place}”.', {
                place: say(places[watch.place].label),
              })
            : say('No tab beside shows Claude. Press “Open beside”; this step is then ticked by itself.')}
        </Quiet>
      );
    case 'no-address':
      return <Quiet>{say('To check it, type the connector’s address above. Else press “Done” when it is so.')}</Quiet>;
    case 'not-allowed':
      return <NotAllowed declined={watch.declined} actions={actions} />;
    case 'ready':
      return <LookButton look={watch.look} actions={actions} />;
    case 'under-way':
      return <UnderWay watch={watch} model={model} actions={actions} />;
    case 'found':
    case 'error-on-page':
    case 'no-page':
    case 'elsewhere':
    case 'unseen':
      return <NotYet watch={watch} actions={actions} />;
  }
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5 text-soft">
      <Eye aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function NotAllowed({ declined, actions }: { readonly declined: boolean; readonly actions: PlayerActions }) {
  return (
    <div className="grid justify-items-start gap-1">
      <Quiet>
        {declined
          ? say('You did not allow it, so tick this step yourself.')
          : say('Connector Doctor can see this by itself once you allow it to look at Claude’s pages.')}
      </Quiet>
      <Button size="small" onClick={actions.allowClaude}>
        {declined ? say('Allow claude.ai after all') : say('Allow claude.ai')}
      </Button>
    </div>
  );
}

const lookWords: Readonly<Record<Look, string>> = {
  check: msg('Check now'),
  browser: msg('Look at this browser'),
  'status-page': msg('Ask Claude’s status page'),
  page: msg('Look at the page now'),
};

function LookButton({ look, actions }: { readonly look: Look; readonly actions: PlayerActions }) {
  return (
    <Button
      className="justify-self-start"
      onClick={() => {
        actions.look(look);
      }}
    >
      <Eye aria-hidden size={16} className="shrink-0" /> {say(lookWords[look])}
    </Button>
  );
}

function UnderWay({
  watch,
  model,
  actions,
}: {
  readonly watch: Extract<Watch, { kind: 'under-way' }>;
  readonly model: PlayerModel;
  readonly actions: PlayerActions;
}) {
  const { run, look } = watch;
  if (run === null) {
    return (
      <p className="text-soft">{look === 'check' ? say('Reading the report…') : say('Looking at this browser…')}</p>
    );
  }
  return (
    <div className="grid gap-2">
      <RunNotice run={run} model={model} actions={actions} />
      {run.phase !== 'needs-permission' && (
        <div className="flex items-start gap-2">
          <p className="min-w-0 flex-1 py-1.5 text-soft">{run.asking ?? say('Beginning…')}</p>
          <Button
            onClick={() => {
              actions.cancel(run);
            }}
          >
            {say('Cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Unmet = Extract<Watch, { kind: 'found' | 'error-on-page' | 'no-page' | 'elsewhere' | 'unseen' }>;

/** It did not work, not yet, or that cannot be told: what was seen, and the way to look again. */
function NotYet({ watch, actions }: { readonly watch: Unmet; readonly actions: PlayerActions }) {
  const look = 'look' in watch ? watch.look : 'page';
  const runId = watch.kind === 'unseen' ? watch.runId : null;
  return (
    <Notice
      tone={watch.kind === 'found' || watch.kind === 'error-on-page' ? 'degraded' : 'neutral'}
      title={titleOf(watch)}
      announce
      actions={
        <>
          <LookButton look={look} actions={actions} />
          {runId !== null && (
            <Button
              variant="quiet"
              onClick={() => {
                actions.openRun(runId);
              }}
            >
              {say('All details')}
            </Button>
          )}
        </>
      }
    >
      <Evidence watch={watch} />
    </Notice>
  );
}

function titleOf(watch: Unmet): string {
  if (watch.kind === 'error-on-page') return say('Claude’s page shows an error');
  if (watch.kind === 'no-page') return say('The tab beside shows no page of Claude’s that can be read');
  if (watch.kind === 'elsewhere') {
    return say('The tab beside does not show “{place}”', { place: say(places[watch.place].label) });
  }
  return watch.kind === 'found' ? say('Not yet: this is still found') : say('This could not be seen');
}

function Evidence({ watch }: { readonly watch: Unmet }) {
  switch (watch.kind) {
    case 'found':
      return (
        <ul className="m-0 grid list-disc gap-1 ps-4">
          {watch.titles.map((title) => (
            <li key={title}>
              <Foreign text={plainLine(title, 300)} />
            </li>
          ))}
        </ul>
      );
    case 'error-on-page':
      return watch.sentence === null ? null : (
        <p>
          “<Foreign text={plainLine(watch.sentence, 500)} />”
        </p>
      );
    case 'no-page':
    case 'elsewhere':
      return <p>{say('Open it beside this panel, and look again. You can also press “Done” yourself.')}</p>;
    case 'unseen':
      return <p>{unseenWords(watch.look, watch.because)}</p>;
  }
}
