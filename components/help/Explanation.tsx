import { useId, type RefObject } from 'react';
import type { Explanation as Explained } from '../../lib/help/explain.ts';
import { surfaceWords } from '../../lib/help/explanation-words.ts';
import { say } from '../../lib/i18n/say.ts';
import { errorSentences } from '../../lib/knowledge/error-sentences.ts';
import { stepName } from '../../lib/report/words/step-names.ts';
import { SourceList } from '../findings/SourceList.tsx';
import { Badge } from '../ui/Badge.tsx';
import { CauseList } from './CauseList.tsx';
import type { ExplanationActions } from './explanation-actions.ts';
import { ExplanationWays } from './ExplanationWays.tsx';
import { NotKnown } from './NotKnown.tsx';
import { TextShows } from './TextShows.tsx';

/** What a pasted error means: where Claude stops, the likely causes in order with the check for each, and the ways on. */
export function Explanation({
  explanation,
  asked,
  heading,
  actions,
}: {
  readonly explanation: Explained;
  /** The text itself. */
  readonly asked: string;
  /** Its first words, which can take the focus. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  readonly actions: ExplanationActions;
}) {
  const title = useId();
  const { matched, isWeak, sources } = explanation;
  const [lead] = matched;
  return (
    <article aria-labelledby={title} className="grid min-w-0 gap-4">
      <header className="grid gap-2">
        {lead === undefined ? (
          <h2 id={title} ref={heading} tabIndex={-1} className="text-lg font-semibold">
            {say('This text is not known here')}
          </h2>
        ) : (
          <>
            <p className="border-s-2 border-line ps-2 text-xs wrap-anywhere text-soft" lang="en" dir="ltr">
              <bdi>{errorSentences[lead].shown}</bdi>
            </p>
            {isWeak && <p className="text-soft">{say('If this is about a connector:')}</p>}
            <Meaning id={title} heading={heading} meaning={say(explanation.meaning)} />
          </>
        )}
        <Where explanation={explanation} />
      </header>
      {lead === undefined && <NotKnown asked={asked} actions={actions} />}
      <ExplanationWays explanation={explanation} actions={actions} />
      <CauseList causes={explanation.causes} />
      <TextShows explanation={explanation} />
      {sources.length > 0 && (
        <section className="grid gap-1 text-xs">
          <h3 className="font-semibold text-soft">{say('Where this was seen or is described')}</h3>
          <SourceList sources={sources} />
        </section>
      )}
    </article>
  );
}

/** The first sentence stands out; what follows it explains. */
function Meaning({
  id,
  heading,
  meaning,
}: {
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null> | undefined;
  readonly meaning: string;
}) {
  const [, first = meaning, rest = ''] = /^(.{10,}?[.!?])\s+(\p{Lu}.*)$/su.exec(meaning) ?? [];
  return (
    <>
      <h2 id={id} ref={heading} tabIndex={-1} className="max-w-prose text-base font-semibold">
        {first}
      </h2>
      {rest !== '' && <p className="max-w-prose">{rest}</p>}
    </>
  );
}

function Where({ explanation: { step, surfaces, notAConnectorFault } }: { readonly explanation: Explained }) {
  if (step === null && surfaces.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      {notAConnectorFault && <Badge tone="ready">{say('No connector is at fault')}</Badge>}
      {step !== null && (
        <span className="font-medium">{say('Step {step} of 12: {name}', { step, name: stepName(step) })}</span>
      )}
      {surfaces.length > 0 && (
        <span className="text-soft">
          {say('Seen in: {places}', { places: surfaces.map((surface) => say(surfaceWords[surface])).join(', ') })}
        </span>
      )}
    </div>
  );
}
