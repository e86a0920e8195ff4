import { ArrowUpRight } from 'lucide-react';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { say } from '../../lib/i18n/say.ts';
import { places, type PlaceId } from '../../lib/knowledge/places.ts';
import type { Question } from '../../lib/knowledge/question.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SourceNotes } from './SourceNotes.tsx';

/** A question and its answer: what to do, where, the guides that walk one through, and what it rests on. */
export function Answer({
  question,
  onGuide,
  onPlace,
}: {
  readonly question: Question;
  readonly onGuide: (id: GuideId) => void;
  readonly onPlace: (id: PlaceId) => void;
}) {
  const { answer, steps, isAnswered } = question;
  return (
    <article aria-labelledby="question" className="grid min-w-0 gap-3">
      <h2 id="question" data-part-title tabIndex={-1} className="text-lg font-semibold">
        {say(question.question)}
      </h2>
      {isAnswered ? (
        <p className="max-w-prose">{say(answer)}</p>
      ) : (
        <Notice title={say('No page that could be read answers this')}>
          <p>{say(answer)}</p>
        </Notice>
      )}
      {steps.length > 0 && (
        <section aria-label={say('What to do')} className="grid gap-1">
          <h3 className="font-semibold">{say('What to do')}</h3>
          <ol className="m-0 grid list-decimal gap-1 ps-5">
            {steps.map((step) => (
              <li key={step}>{say(step)}</li>
            ))}
          </ol>
        </section>
      )}
      <Ways question={question} onGuide={onGuide} onPlace={onPlace} />
      <SourceNotes ids={question.facts} />
    </article>
  );
}

function Ways({
  question,
  onGuide,
  onPlace,
}: {
  readonly question: Question;
  readonly onGuide: (id: GuideId) => void;
  readonly onPlace: (id: PlaceId) => void;
}) {
  const { guides: ids, places: pages } = question;
  if (ids.length + pages.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-2">
      {ids.map((id, index) => (
        <Button
          key={id}
          variant={index === 0 ? 'primary' : 'secondary'}
          className="text-start"
          onClick={() => {
            onGuide(id);
          }}
        >
          {say('Guide: {title}', { title: say(guides[id].title) })}
        </Button>
      ))}
      {pages.map((id) => (
        <Button
          key={id}
          className="text-start"
          onClick={() => {
            onPlace(id);
          }}
        >
          <ArrowUpRight aria-hidden size={16} className="shrink-0 rtl:-scale-x-100" />
          {say('Open beside: {place}', { place: say(places[id].label) })}
        </Button>
      ))}
    </div>
  );
}
