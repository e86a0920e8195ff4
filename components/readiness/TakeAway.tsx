import { Download, FilePlus2 } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import type { Deed, ReadinessActions, ReadinessModel } from './readiness-model.ts';

/** The checklist to take along to the submission, and what was told of the listing put into the report. */
export function TakeAway({
  model: { runId, deed },
  actions,
}: {
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}) {
  return (
    <section aria-label={say('Take it with you')} className="grid min-w-0 gap-2">
      <h3 className="font-semibold">{say('Take it with you')}</h3>
      <p className="text-xs text-soft">
        {runId === null
          ? say('As Markdown for the submission, or for whoever makes it.')
          : say(
              'As Markdown for the submission, or for whoever makes it. Put into the report, the listing is judged there too: what does not hold stands among the findings, and goes with the report when you save it.',
            )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={actions.copy}>{say('Copy as Markdown')}</Button>
        <Button onClick={actions.save}>
          <Download aria-hidden size={16} /> {say('Save as Markdown')}
        </Button>
        {runId !== null && (
          <Button onClick={actions.putIn} disabled={deed?.kind === 'putting-in'}>
            <FilePlus2 aria-hidden size={16} /> {say('Put this into the report')}
          </Button>
        )}
      </div>
      <p role="status" className="min-h-5 wrap-anywhere text-soft">
        {deed && deedWords(deed)}
      </p>
    </section>
  );
}

function deedWords(deed: Deed): string {
  if (deed.kind === 'copied') return say('Copied.');
  if (deed.kind === 'not-copied') return say('The browser did not allow copying: save the file instead.');
  if (deed.kind === 'saved') return say('Saved as {name}.', { name: deed.name });
  if (deed.kind === 'put-in') return say('The report holds it now.');
  return deed.kind === 'problem' && deed.of === 'put-in' ? plainLine(deed.words, 400) : '';
}
