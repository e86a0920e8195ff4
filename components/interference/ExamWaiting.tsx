import { say } from '../../lib/i18n/say.ts';
import type { ExamState, ExamWishes } from '../../lib/interference/exam-state.ts';
import { Button } from '../ui/Button.tsx';
import { listOf } from './culprit-words.ts';
import type { BrowserActions, BrowserModel } from './browser-model.ts';

/** A look that waits for what the person has to allow: why it is needed, and the question once more. */
export function AllowLook({
  exam: { wishes },
  model,
  actions,
}: {
  readonly exam: ExamState;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
}) {
  const isMore = wishes.statusPage || wishes.extensions || wishes.siteSettings;
  return (
    <>
      <p role={model.declined ? 'status' : undefined}>
        {model.declined && `${say('You did not allow it, so nothing was looked at.')} `}
        {neededWords(model.family)} {isMore && say('Besides, {list}.', { list: listOf(moreWords(wishes)) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.examine(wishes);
          }}
        >
          {say('Allow and look')}
        </Button>
        {isMore && (
          <Button
            onClick={() => {
              actions.examine({ statusPage: false, extensions: false, siteSettings: false, reload: wishes.reload });
            }}
          >
            {say('Look without that')}
          </Button>
        )}
        <Button variant={isMore ? 'quiet' : 'secondary'} onClick={actions.dismissExam}>
          {say('Not now')}
        </Button>
      </div>
    </>
  );
}

/** What the browser asks before a look, in its own words, and what is done with it. */
export function neededWords(family: BrowserModel['family']): string {
  const asked =
    family === 'firefox'
      ? say(
          'The browser asks whether Connector Doctor may “access your data” on claude.ai and anthropic.com: those are its own words.',
        )
      : say(
          'The browser asks whether Connector Doctor may “read and change your data” on claude.ai and anthropic.com: those are its own words.',
        );
  const done = say(
    'Connector Doctor looks at which requests get through and whether parts of the page are hidden; your messages are not read, and nothing is changed.',
  );
  return `${asked} ${done}`;
}

function moreWords({ statusPage, extensions, siteSettings }: ExamWishes): readonly string[] {
  return [
    ...(statusPage ? [say('status.claude.com is asked whether Claude has trouble')] : []),
    ...(extensions ? [say('the browser is asked which other extensions there are')] : []),
    ...(siteSettings ? [say('the browser is asked for its settings for claude.ai')] : []),
  ];
}

/** What is being looked at. It takes three seconds at most, so it says it once. */
export function LookingLine({ exam: { wishes } }: { readonly exam: ExamState }) {
  const besides = [
    ...(wishes.statusPage ? [say('Claude’s status page')] : []),
    ...(wishes.extensions ? [say('your other extensions')] : []),
    ...(wishes.siteSettings ? [say('the settings for claude.ai')] : []),
  ];
  return (
    <p className="text-soft">{`${lookingWords(wishes.reload, listOf(besides))} ${say('About three seconds…')}`}</p>
  );
}

function lookingWords(isReloading: boolean, list: string): string {
  if (list === '') {
    return isReloading
      ? say('Reloading Claude and watching its requests.')
      : say('Making the same small requests from Claude’s page and from outside it.');
  }
  return isReloading
    ? say('Reloading Claude and watching its requests, and looking at {list}.', { list })
    : say('Making the same small requests from Claude’s page and from outside it, and looking at {list}.', { list });
}
