import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import type { GuideStep } from '../../lib/guides/guide.ts';
import { copiedText, filledText, isCopyRedacted, keepsAddressBack } from '../../lib/help/guide-steps.ts';
import { hasBlanks, lacksAddress, openedPlace } from '../../lib/help/guide-blanks.ts';
import type { GuideConnector, GuideProgress, Tick } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { places } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { ConnectorForm } from './ConnectorForm.tsx';
import { isConditional } from './done-count.ts';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { TickLine } from './TickLine.tsx';
import { WatchLine } from './WatchLine.tsx';

/** The step that stands large: what to do, where, how to see that it worked, and the three ways on. */
export function StepCard({
  step,
  progress,
  model,
  isHere,
  actions,
}: {
  readonly step: GuideStep;
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  /** The guide stood on screen before this step did: the button that led here is gone, so the step takes the focus. */
  readonly isHere: RefObject<boolean>;
  readonly actions: PlayerActions;
}) {
  const { steps, connector } = model;
  const position = steps.indexOf(step);
  const tick = progress.ticks[step.id] ?? null;
  const place = step.place === null ? null : openedPlace(step.place, connector);
  const told = step.id === 'tell-author' ? model.message : null;
  const wanted = told === null ? wantedFor(step, connector) : null;
  const copy = told ?? copiedText(step, connector);
  return (
    <section
      aria-labelledby="guide-step"
      className="grid min-w-0 gap-3 rounded-md border border-accent bg-surface p-3 shadow-raised"
    >
      <StepHead
        id={step.id}
        position={position}
        count={steps.length}
        words={filledText(step.do, connector)}
        isHere={isHere}
      />
      {step.note !== null && (
        <p className="text-soft">
          <Foreign text={filledText(step.note, connector)} />
        </p>
      )}
      {place !== null && (
        <Button
          className="justify-self-start"
          onClick={() => {
            actions.openPlace(place);
          }}
        >
          <ArrowUpRight aria-hidden size={16} className="shrink-0 rtl:-scale-x-100" />
          {say('Open beside: {place}', { place: say(places[place].label) })}
        </Button>
      )}
      {place !== null && keepsAddressBack(place, connector) && (
        <p className="text-soft">
          {say(
            'The address may hold a key or a password, so it is not put into this link, which the browser would remember. Paste it there yourself.',
          )}
        </p>
      )}
      {copy !== null && (
        <CopyBlock
          text={copy}
          isBlank={wanted === 'text'}
          isRedacted={told === null && isCopyRedacted(step, connector)}
        />
      )}
      {wanted !== null && <AskConnector wanted={wanted} connector={connector} actions={actions} />}
      <div className="grid gap-1">
        <h4 className="text-xs font-semibold text-soft">{say('How to see that it worked')}</h4>
        <p>
          <Foreign text={filledText(step.seen, connector)} />
        </p>
      </div>
      {tick === null ? (
        <WatchLine model={model} actions={actions} />
      ) : (
        <TickLine tick={tick} step={step} connector={connector} actions={actions} />
      )}
      <Ways step={step} tick={tick} isFirst={position === 0} isOpen={progress.phase === 'open'} actions={actions} />
    </section>
  );
}

/** Has the focus once another step came in its place, so that it is read from here. */
function StepHead({
  id,
  position,
  count,
  words,
  isHere,
}: {
  readonly id: string;
  readonly position: number;
  readonly count: number;
  readonly words: string;
  readonly isHere: RefObject<boolean>;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isHere.current) heading.current?.focus();
  }, [id]);
  return (
    <div className="grid gap-0.5">
      <p className="text-xs font-semibold text-soft">
        {say('Step {number} of {count}', { number: position + 1, count })}
      </p>
      <h3 id="guide-step" ref={heading} tabIndex={-1} className="text-base font-semibold">
        <Foreign text={words} />
      </h3>
    </div>
  );
}

function CopyBlock({
  text,
  isBlank,
  isRedacted,
}: {
  readonly text: string;
  /** It holds brackets, which nobody should send. */
  readonly isBlank: boolean;
  readonly isRedacted: boolean;
}) {
  return (
    <div className="grid justify-items-start gap-1">
      <pre className="w-full overflow-x-auto rounded-md bg-well p-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
      {isRedacted && (
        <p className="text-xs text-soft">
          {say('“redacted” stands in place of what may be a key or a password. Do not send that along.')}
        </p>
      )}
      {!isBlank && <CopyButton text={text} what={say('the text')} />}
    </div>
  );
}

type Wanted = 'text' | 'link';

/** For what of the step the connector has to be known first, and is not. */
export function wantedFor({ copy, place }: GuideStep, connector: GuideConnector): Wanted | null {
  if (copy !== null && hasBlanks(copy, connector)) return 'text';
  return place !== null && lacksAddress(place, connector) ? 'link' : null;
}

function AskConnector({
  wanted,
  connector,
  actions,
}: {
  readonly wanted: Wanted;
  readonly connector: GuideConnector;
  readonly actions: PlayerActions;
}) {
  return (
    <div className="grid gap-1">
      <p className="font-medium">
        {wanted === 'text'
          ? say('Fill these in first, then copy.')
          : say('Type the connector’s address here, and the link above will fill it in.')}
      </p>
      <ConnectorForm
        connector={connector}
        onSave={(filled) => {
          actions.act({ kind: 'connector', connector: filled });
        }}
      />
    </div>
  );
}

/** On, past it, or back; or away from the guide for now. */
function Ways({
  step,
  tick,
  isFirst,
  isOpen,
  actions,
}: {
  readonly step: GuideStep;
  readonly tick: Tick | null;
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly actions: PlayerActions;
}) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        onClick={() => {
          actions.act(tick === null ? { kind: 'tick', step: step.id } : { kind: 'next' });
        }}
      >
        {tick === null ? say('Done') : say('Next step')}
      </Button>
      {!isFirst && (
        <Button
          onClick={() => {
            actions.act({ kind: 'back' });
          }}
        >
          {say('Back')}
        </Button>
      )}
      {tick === null && (
        <Button
          variant="quiet"
          onClick={() => {
            actions.act({ kind: 'skip', step: step.id });
          }}
        >
          {isConditional(step) ? say('Not needed') : say('Skip')}
        </Button>
      )}
      {isOpen && (
        <Button
          variant="quiet"
          className="ms-auto"
          onClick={() => {
            actions.act({ kind: 'leave' });
          }}
        >
          {say('Pause')}
        </Button>
      )}
    </div>
  );
}
