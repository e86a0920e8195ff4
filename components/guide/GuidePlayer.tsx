import type { Guide } from '../../lib/guides/guide.ts';
import type { GuideProgress } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { SourceNotes } from '../help/SourceNotes.tsx';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { ConnectorLine } from './ConnectorLine.tsx';
import { GuideDone } from './GuideDone.tsx';
import { GuideIntro } from './GuideIntro.tsx';
import { doneCount } from './done-count.ts';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { readerWords, sightWords } from './sight-words.ts';
import { StepCard } from './StepCard.tsx';
import { StepList } from './StepList.tsx';

/** One guide, from its beginning to its end. */
export function GuidePlayer({ model, actions }: { readonly model: PlayerModel; readonly actions: PlayerActions }) {
  const { guide, progress, problem } = model;
  return (
    <article aria-labelledby="guide-title" className="grid min-w-0 gap-3">
      <div className="grid gap-1">
        <h2 id="guide-title" className="text-lg font-semibold">
          {say(guide.title)}
        </h2>
        {(progress === null || progress.phase === 'left') && <p className="text-soft">{say(guide.when)}</p>}
      </div>
      {problem !== null && <Notice tone="broken" title={problem} announce />}
      {model.isUnkept && (
        <Notice tone="degraded" title={say('The browser did not keep this step')} announce>
          {say('Its storage may be full. You can go on; what you did since is gone when this panel closes.')}
        </Notice>
      )}
      <LiveRegion text={announced(progress)} />
      {progress === null ? (
        <GuideIntro model={model} actions={actions} />
      ) : (
        <Begun progress={progress} model={model} actions={actions} />
      )}
      <SourceNotes ids={guide.facts} />
    </article>
  );
}

interface BegunProps {
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  readonly actions: PlayerActions;
}

function Begun({ progress, model, actions }: BegunProps) {
  const { guide, steps } = model;
  const step = steps.find(({ id }) => id === progress.current) ?? null;
  if (progress.phase === 'left') return <Left progress={progress} model={model} actions={actions} />;
  return (
    <>
      {usesConnector(guide) && (
        <ConnectorLine
          connector={progress.connector}
          onChange={(connector) => {
            actions.act({ kind: 'connector', connector });
          }}
        />
      )}
      <HowFar progress={progress} model={model} />
      {step === null ? (
        <GuideDone progress={progress} model={model} actions={actions} />
      ) : (
        <StepCard step={step} progress={progress} model={model} actions={actions} />
      )}
      <StepList progress={progress} model={model} actions={actions} />
      {progress.phase === 'open' && <Aside progress={progress} guide={guide} actions={actions} />}
    </>
  );
}

function HowFar({ progress, model: { steps } }: Pick<BegunProps, 'progress' | 'model'>) {
  const count = doneCount(progress, steps);
  return (
    <div className="grid gap-1">
      <p className="text-xs text-soft">{say('{done} of {count} done', { done: count, count: steps.length })}</p>
      <Progress label={say('How far you are')} value={count} max={steps.length} />
    </div>
  );
}

function Left({ progress, model, actions }: BegunProps) {
  return (
    <>
      <HowFar progress={progress} model={model} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.act({ kind: 'resume' });
          }}
        >
          {say('Go on where you left')}
        </Button>
        <Button
          onClick={() => {
            actions.act({ kind: 'anew' });
          }}
        >
          {say('Begin anew')}
        </Button>
      </div>
      <StepList progress={progress} model={model} actions={actions} />
    </>
  );
}

/** What can be done with the guide as a whole. */
function Aside({ progress, guide, actions }: Pick<BegunProps, 'progress' | 'actions'> & { readonly guide: Guide }) {
  const others = guide.readers.filter((reader) => reader !== progress.reader);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line pt-2">
      <Button
        size="small"
        onClick={() => {
          actions.act({ kind: 'leave' });
        }}
      >
        {say('Leave for now')}
      </Button>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          actions.act({ kind: 'anew' });
        }}
      >
        {say('Begin anew')}
      </Button>
      {others.map((reader) => (
        <Button
          key={reader}
          size="small"
          variant="quiet"
          onClick={() => {
            actions.act({ kind: 'reader', reader });
          }}
        >
          {say('Other part: {part}', { part: say(readerWords[reader]) })}
        </Button>
      ))}
    </div>
  );
}

/** What came about by itself, for who cannot see it. */
function announced(progress: GuideProgress | null): string {
  const tick = progress?.current == null ? undefined : progress.ticks[progress.current];
  return tick?.by === 'sight' ? sightWords(tick.sight) : '';
}

/** Whether anything in the guide is filled in from the connector, or checks it. */
function usesConnector({ steps }: Guide): boolean {
  return steps.some(
    ({ do: deed, note, seen, copy, place, verify }) =>
      /\{(name|url|host)\}/.test([deed, note, seen, copy].join(' ')) ||
      place === 'add-custom' ||
      verify?.kind === 'check',
  );
}
