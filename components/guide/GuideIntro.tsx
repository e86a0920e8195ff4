import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { Guide } from '../../lib/guides/guide.ts';
import { msg, say, sayCount } from '../../lib/i18n/say.ts';
import { useIsOwnServer } from '../state/own-servers-store.ts';
import { Button } from '../ui/Button.tsx';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { readersInOrder } from './readers-in-order.ts';
import { readerWords } from './sight-words.ts';
import { StepList } from './StepList.tsx';

/** A guide before its first step: when it is the right one, for whom it is where it is for several, and what is ahead. */
export function GuideIntro({ model, actions }: { readonly model: PlayerModel; readonly actions: PlayerActions }) {
  const { guide, id, steps, connector } = model;
  const isOwn = useIsOwnServer(connector.url);
  return (
    <>
      <Begin guide={guide} id={id} isOwn={isOwn} actions={actions} />
      <section aria-label={say('What is ahead')} className="grid gap-1">
        <h3 className="font-semibold">
          {guide.readers.length > 1
            ? say('What is ahead')
            : sayCount(steps.length, { one: '{count} step', other: '{count} steps' })}
        </h3>
        {guide.readers.length === 1 && <StepList progress={null} model={model} actions={actions} />}
        {guide.readers.length > 1 && (
          <p className="text-soft">
            {say('The steps depend on your part. You can leave at any time: how far you are is kept on this computer.')}
          </p>
        )}
      </section>
    </>
  );
}

function Begin({
  guide,
  id,
  isOwn,
  actions,
}: {
  readonly guide: Guide;
  readonly id: GuideId;
  /** The person said that the connector’s server is theirs. */
  readonly isOwn: boolean;
  readonly actions: PlayerActions;
}) {
  const [reader] = guide.readers;
  if (guide.readers.length === 1) {
    return (
      <Button
        variant="primary"
        className="justify-self-start"
        onClick={() => {
          actions.begin(reader);
        }}
      >
        {say('Begin')}
      </Button>
    );
  }
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="mb-2 p-0 font-semibold">{say(question)}</legend>
      {readersInOrder(guide.readers, isOwn).map((each) => (
        <Button
          key={each}
          className="justify-start text-start"
          onClick={() => {
            actions.begin(each);
          }}
        >
          {readerWords(each, id)}
        </Button>
      ))}
    </fieldset>
  );
}

const question = msg('What is your part in this?');
