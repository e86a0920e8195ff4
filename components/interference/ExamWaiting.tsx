import type { ExamState } from '../../lib/interference/exam-state.ts';
import { Button } from '../ui/Button.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';

/** A look that waits for Claude’s hosts: why they are needed, and the question once more. */
export function AllowLook({
  exam,
  model,
  actions,
}: {
  readonly exam: ExamState;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
}) {
  return (
    <>
      <p role={model.declined ? 'status' : undefined}>{model.declined ? declinedWords : neededWords}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.examine(exam.wishes);
          }}
        >
          Allow and look
        </Button>
        <Button onClick={actions.dismissExam}>Not now</Button>
      </div>
    </>
  );
}

const neededWords =
  'To see whether requests reach Claude, the browser needs your permission for claude.ai and anthropic.com. Nothing of yours is read or sent.';
const declinedWords =
  'You did not allow it, so nothing was looked at. The browser lets Connector Doctor see only hosts that you allowed: claude.ai and anthropic.com are needed here.';

/** What is being looked at. It takes three seconds at most, so it says it once. */
export function LookingLine({ exam: { wishes } }: { readonly exam: ExamState }) {
  const besides = [
    ...(wishes.statusPage ? ['Claude’s status page'] : []),
    ...(wishes.extensions ? ['your other extensions'] : []),
    ...(wishes.siteSettings ? ['the settings for claude.ai'] : []),
  ];
  return (
    <p className="text-soft">
      {wishes.reload ? 'Loading the tab anew, and watching' : 'Making'} the same small requests from Claude’s page and
      from outside it{besides.length > 0 && `, and looking at ${besides.join(', ')}`}. This takes about three seconds…
    </p>
  );
}
