import { useEffect, useRef, type RefObject } from 'react';
import type { Guide, GuideStep } from '../../lib/guides/guide.ts';
import type { GuideConnector, GuideProgress } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { SourceNotes } from '../help/SourceNotes.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { ConnectorLine } from './ConnectorLine.tsx';
import { GuideDone } from './GuideDone.tsx';
import { GuideIntro } from './GuideIntro.tsx';
import { doneCount } from './done-count.ts';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { insteadWords, sightWords } from './sight-words.ts';
import { StepCard, wantedFor } from './StepCard.tsx';
import { StepList } from './StepList.tsx';

/** One guide, from its beginning to its end. */
export function GuidePlayer({ model, actions }: { readonly model: PlayerModel; readonly actions: PlayerActions }) {
  const { guide, progress, problem, steps, connector } = model;
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
  }, []);
  return (
    <article aria-labelledby="guide-title" className="grid min-w-0 gap-3">
      <div className="grid gap-1">
        <h2 id="guide-title" data-part-title tabIndex={-1} className="text-lg font-semibold">
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
      <LiveRegion text={announced(progress, steps, connector)} />
      {progress === null ? (
        <GuideIntro model={model} actions={actions} />
      ) : (
        <Begun progress={progress} model={model} isHere={isHere} actions={actions} />
      )}
      <SourceNotes ids={guide.facts} />
    </article>
  );
}

interface BegunProps {
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  readonly isHere: RefObject<boolean>;
  readonly actions: PlayerActions;
}

function Begun({ progress, model, isHere, actions }: BegunProps) {
  const { guide, steps } = model;
  const step = steps.find(({ id }) => id === progress.current) ?? null;
  if (progress.phase === 'left') return <Left progress={progress} model={model} actions={actions} />;
  const asksInPlace = step !== null && wantedFor(step, progress.connector) !== null;
  return (
    <>
      {usesConnector(guide) && !asksInPlace && (
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
        <StepCard step={step} progress={progress} model={model} isHere={isHere} actions={actions} />
      )}
      <AllSteps progress={progress} model={model} actions={actions} />
      {progress.phase === 'open' && <Aside progress={progress} model={model} actions={actions} />}
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

/** What comes next in one line, and everything else on request: the step that stands large needs the room. */
function AllSteps({ progress, model, actions }: Omit<BegunProps, 'isHere'>) {
  const { steps, connector } = model;
  const position = steps.findIndex(({ id }) => id === progress.current);
  const next = position === -1 ? undefined : steps[position + 1];
  return (
    <div className="grid gap-1">
      {next && (
        <p className="line-clamp-2 text-soft">
          <Foreign text={say('Next: {step}', { step: filledText(next.do, connector) })} />
        </p>
      )}
      <Disclosure summary={sayCount(steps.length, { one: 'The only step', other: 'All {count} steps' })}>
        <StepList progress={progress} model={model} actions={actions} />
      </Disclosure>
    </div>
  );
}

function Left({ progress, model, actions }: Omit<BegunProps, 'isHere'>) {
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
          {say('Start over')}
        </Button>
      </div>
      <StepList progress={progress} model={model} actions={actions} />
    </>
  );
}

/** What can be done with the guide as a whole. */
function Aside({ progress, model: { guide, id }, actions }: Omit<BegunProps, 'isHere'>) {
  const others = guide.readers.filter((reader) => reader !== progress.reader);
  return (
    <div className="-mx-2 flex flex-wrap items-center gap-x-2 gap-y-1">
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          actions.act({ kind: 'anew' });
        }}
      >
        {say('Start over')}
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
          {insteadWords(reader, id)}
        </Button>
      ))}
    </div>
  );
}

/** What came about by itself, for who cannot see it. */
function announced(progress: GuideProgress | null, steps: readonly GuideStep[], connector: GuideConnector): string {
  const step = steps.find(({ id }) => id === progress?.current);
  const tick = step && progress?.ticks[step.id];
  return step && tick?.by === 'sight' ? sightWords(tick.sight, step, connector) : '';
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
