import { X } from 'lucide-react';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideProgress } from '../../lib/help/guide-life.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { filledText, stepsFor } from '../../lib/help/guide-steps.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { doneCount } from './done-count.ts';

/** Guides that were begun and are not done, with the step that each stands at; nothing where there is none. */
export function GuidesUnderWay({
  begun,
  actions,
}: {
  readonly begun: readonly GuideProgress[];
  readonly actions: { goOn(id: GuideId): void; forgetGuide(id: GuideId): void };
}) {
  const underWay = begun.filter(({ phase }) => phase !== 'done');
  if (underWay.length === 0) return null;
  return (
    <section aria-label={say('Guides under way')} className="grid min-w-0 gap-2">
      {underWay.map((progress, index) => (
        <UnderWay key={progress.guide} progress={progress} isLatest={index === 0} actions={actions} />
      ))}
    </section>
  );
}

function UnderWay({
  progress,
  isLatest,
  actions,
}: {
  readonly progress: GuideProgress;
  readonly isLatest: boolean;
  readonly actions: { goOn(id: GuideId): void; forgetGuide(id: GuideId): void };
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
