import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { GuideStep } from '../../lib/guides/guide.ts';
import { copiedText, filledText, isCopyRedacted, keepsAddressBack } from '../../lib/help/guide-steps.ts';
import type { GuideProgress, Tick } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { places } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { TickLine } from './TickLine.tsx';
import { WatchLine } from './WatchLine.tsx';

/** The step that stands large: what to do, where, how to see that it worked, and the three ways on. */
export function StepCard({
  step,
  progress,
  model,
  actions,
}: {
  readonly step: GuideStep;
  readonly progress: GuideProgress;
  readonly model: PlayerModel;
  readonly actions: PlayerActions;
}) {
  const { steps, connector } = model;
  const position = steps.indexOf(step);
  const tick = progress.ticks[step.id] ?? null;
  const { place } = step;
  const copy = copiedText(step, connector);
  return (
    <section
      aria-labelledby="guide-step"
      className="grid min-w-0 gap-3 rounded-md border border-accent bg-surface p-3 shadow-raised"
    >
      <StepHead id={step.id} position={position} count={steps.length} words={filledText(step.do, connector)} />
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
      {copy !== null && <CopyBlock text={copy} isRedacted={isCopyRedacted(step, connector)} />}
      <div className="grid gap-1">
        <h4 className="text-xs font-semibold text-soft">{say('How to see that it worked')}</h4>
        <p>
          <Foreign text={filledText(step.seen, connector)} />
        </p>
      </div>
      {tick === null ? (
        <WatchLine model={model} actions={actions} />
      ) : (
        <TickLine tick={tick} step={step.id} words={filledText(step.do, connector)} actions={actions} />
      )}
      <Ways step={step} tick={tick} isFirst={position === 0} actions={actions} />
    </section>
  );
}

/** Has the focus once another step came in its place, so that it is read from here. */
function StepHead({
  id,
  position,
  count,
  words,
}: {
  readonly id: string;
  readonly position: number;
  readonly count: number;
  readonly words: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current !== id) heading.current?.focus();
    shown.current = id;
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

function CopyBlock({ text, isRedacted }: { readonly text: string; readonly isRedacted: boolean }) {
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
      <CopyButton text={text} what={say('the text')} />
    </div>
  );
}

/** On, past it, or back. */
function Ways({
  step,
  tick,
  isFirst,
  actions,
}: {
  readonly step: GuideStep;
  readonly tick: Tick | null;
  readonly isFirst: boolean;
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
          {say('Skip')}
        </Button>
      )}
    </div>
  );
}
