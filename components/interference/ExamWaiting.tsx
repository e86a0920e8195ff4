import type { ExamState, ExamWishes } from '../../lib/interference/exam-state.ts';
import { Button } from '../ui/Button.tsx';
import { listOf } from './bisect-words.ts';
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
        {model.declined && 'You did not allow it, so nothing was looked at. '}
        {neededWords(model.family)} {isMore && `Besides, ${listOf(moreWords(wishes))}.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.examine(wishes);
          }}
        >
          Allow and look
        </Button>
        {isMore && (
          <Button
            onClick={() => {
              actions.examine({ statusPage: false, extensions: false, siteSettings: false, reload: wishes.reload });
            }}
          >
            Look without that
          </Button>
        )}
        <Button variant={isMore ? 'quiet' : 'secondary'} onClick={actions.dismissExam}>
          Not now
        </Button>
      </div>
    </>
  );
}

/** What the browser asks before a look, in its own words, and what is done with it. */
export function neededWords(family: BrowserModel['family']): string {
  const asked = family === 'firefox' ? '“access your data”' : '“read and change your data”';
  return `The browser asks whether Connector Doctor may ${asked} on claude.ai and anthropic.com: those are its own words. Connector Doctor looks at which requests get through and whether parts of the page are hidden; your messages are not read, and nothing is changed.`;
}

function moreWords({ statusPage, extensions, siteSettings }: ExamWishes): readonly string[] {
  return [
    ...(statusPage ? ['status.claude.com is asked whether Claude has trouble'] : []),
    ...(extensions ? ['the browser is asked which other extensions there are'] : []),
    ...(siteSettings ? ['the browser is asked for its settings for claude.ai'] : []),
  ];
}

/** What is being looked at. It takes three seconds at most, so it says it once. */
export function LookingLine({ exam: { wishes } }: { readonly exam: ExamState }) {
  const besides = [
    ...(wishes.statusPage ? ['Claude’s status page'] : []),
    ...(wishes.extensions ? ['your other extensions'] : []),
    ...(wishes.siteSettings ? ['the settings for claude.ai'] : []),
  ];
  const what = wishes.reload
    ? 'Reloading Claude and watching its requests'
    : 'Making the same small requests from Claude’s page and from outside it';
  return (
    <p className="text-soft">
      {what}
      {besides.length > 0 && `, and looking at ${listOf(besides)}`}. About three seconds…
    </p>
  );
}
