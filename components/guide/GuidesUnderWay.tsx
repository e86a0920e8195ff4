import { X } from 'lucide-react';
import { guides } from '../../lib/guides/catalog.ts';
import { isUnderWay, type GuideProgress } from '../../lib/help/guide-life.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { filledText, stepsFor } from '../../lib/help/guide-steps.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { doneCount } from './done-count.ts';

/** Guides that were begun and are not done, with the step that each stands at, or each in one line; nothing where there is none. */
export function GuidesUnderWay({
  begun,
  isBrief = false,
  actions,
}: {
  readonly begun: readonly GuideProgress[];
  /** Something else on screen matters more. */
  readonly isBrief?: boolean;
  readonly actions: UnderWayActions;
}) {
  const underWay = begun.filter(isUnderWay);
  if (underWay.length === 0) return null;
  return (
    <section aria-label={say('Guides under way')} className="grid min-w-0 gap-2">
      {underWay.map((progress, index) =>
        isBrief ? (
          <BriefLine key={progress.guide} progress={progress} actions={actions} />
        ) : (
          <UnderWay key={progress.guide} progress={progress} isLatest={index === 0} actions={actions} />
        ),
      )}
    </section>
  );
}

interface UnderWayActions {
  goOn(id: GuideId): void;
  forgetGuide(id: GuideId): void;
}

function BriefLine({ progress, actions }: { readonly progress: GuideProgress; readonly actions: UnderWayActions }) {
  const guide = guides[progress.guide];
  const title = say(guide.title);
  const steps = stepsFor(guide, progress.reader);
  return (
    <div className="flex min-w-0 items-center gap-1 rounded-md bg-well ps-2">
      <p className="min-w-0 flex-1 py-1">
        <span className="font-medium">{title}</span>
        {' · '}
        <span className="text-soft">
          {say('{done} of {count} done', { done: doneCount(progress, steps), count: steps.length })}
        </span>
      </p>
      <Button
        size="small"
        variant="quiet"
        className="shrink-0"
        onClick={() => {
          actions.goOn(progress.guide);
        }}
      >
        {say('Go on')}
        <span className="sr-only"> {title}</span>
      </Button>
      <IconButton
        label={say('Forget how far you are in “{title}”', { title })}
        icon={X}
        onClick={() => {
          actions.forgetGuide(progress.guide);
        }}
      />
    </div>
  );
}

function UnderWay({
  progress,
  isLatest,
  actions,
}: {
  readonly progress: GuideProgress;
  readonly isLatest: boolean;
  readonly actions: UnderWayActions;
}) {
  const guide = guides[progress.guide];
  const title = say(guide.title);
  const steps = stepsFor(guide, progress.reader);
  const current = steps.find(({ id }) => id === progress.current);
  const done = doneCount(progress, steps);
  return (
    <article aria-label={title} className="grid min-w-0 gap-1.5 rounded-md border border-accent bg-surface p-3">
      <div className="flex min-w-0 items-start gap-1">
        <h2 className="min-w-0 flex-1 text-base font-semibold">{title}</h2>
        <IconButton
          label={say('Forget how far you are in “{title}”', { title })}
          icon={X}
          className="-me-1.5 -mt-1.5"
          onClick={() => {
            actions.forgetGuide(progress.guide);
          }}
        />
      </div>
      <p className="text-xs text-soft">{say('{done} of {count} done', { done, count: steps.length })}</p>
      {current && (
        <p>
          <Foreign text={filledText(current.do, progress.connector)} />
        </p>
      )}
      <Button
        variant={isLatest ? 'primary' : 'secondary'}
        className="justify-self-start"
        onClick={() => {
          actions.goOn(progress.guide);
        }}
      >
        {say('Go on')}
        <span className="sr-only"> {title}</span>
      </Button>
    </article>
  );
}
