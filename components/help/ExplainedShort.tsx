import type { Explanation } from '../../lib/help/explain.ts';
import { say } from '../../lib/i18n/say.ts';
import { errorSentences } from '../../lib/knowledge/error-sentences.ts';
import { stepName } from '../../lib/report/words/step-names.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import type { SearchActions } from './search-actions.ts';

/** What a pasted error means, and the way to its causes. */
export function ExplainedShort({
  explanation,
  asked,
  actions,
}: {
  readonly explanation: Explanation;
  readonly asked: string;
  readonly actions: SearchActions;
}) {
  const { matched, isWeak, meaning, step, notAConnectorFault } = explanation;
  const [lead] = matched;
  return (
    <section aria-label={say('This error')} className="grid min-w-0 gap-2 rounded-md border border-edge bg-surface p-3">
      {lead !== undefined && (
        <p className="border-s-2 border-line ps-2 text-xs wrap-anywhere text-soft" lang="en" dir="ltr">
          <bdi>{errorSentences[lead].shown}</bdi>
        </p>
      )}
      {isWeak && <p className="text-soft">{say('If this is about a connector:')}</p>}
      <p className="max-w-prose font-semibold">{say(meaning)}</p>
      {(notAConnectorFault || step !== null) && (
        <div className="flex flex-wrap gap-1">
          {notAConnectorFault && <Badge tone="ready">{say('No connector is at fault')}</Badge>}
          {step !== null && (
            <Badge tone="neutral">{say('Step {step} of 12: {name}', { step, name: stepName(step) })}</Badge>
          )}
        </div>
      )}
      <Button
        className="justify-self-start"
        data-result=""
        onClick={() => {
          actions.onSearch(asked);
          actions.onExplain(asked);
        }}
      >
        {lead === undefined ? say('What the text itself shows') : say('Causes, and how to check them')}
      </Button>
    </section>
  );
}
