import { saidValue, say } from '../../lib/i18n/say.ts';
import type { ReachLook, ReachOutcome } from '../../lib/kernel/evidence-browser.ts';
import { pageNeeds } from '../../lib/standards/claude-page-needs.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { sentenceCase } from '../diagnosis/step-words.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { outcomeWords } from './look-words.ts';
import { OutcomeSign } from './OutcomeSign.tsx';

/** The same small requests twice: from Claude’s page, where extensions can touch them, and from outside, where they cannot. */
export function ReachTable({ looks }: { readonly looks: readonly ReachLook[] }) {
  return (
    <section aria-labelledby="reach-title" className="grid gap-2">
      <h2 id="reach-title" className="text-lg font-semibold">
        {say('The same request twice')}
      </h2>
      <p className="max-w-prose text-soft">
        {say(
          'No other extension can touch the second one. What fails from the page alone is stopped within this browser; what fails in both lies further out. Any answer counts, even 403 or 404: it shows that the request gets through.',
        )}
      </p>
      <div role="table" aria-labelledby="reach-title" className="rounded-md border border-line bg-surface">
        <div role="row" className={`${rowLook} text-xs text-soft`}>
          <span role="columnheader" className="max-sm:sr-only">
            {say('What Claude needs')}
          </span>
          <span role="columnheader">{say('From Claude’s page')}</span>
          <span role="columnheader">{say('From outside the page')}</span>
        </div>
        {looks.map((look) => (
          <div key={look.need} role="row" className={`${rowLook} border-t border-line`}>
            <div role="rowheader" className="min-w-0 max-sm:col-span-2">
              <p className="font-medium">{nameOf(look)}</p>
              <p className="text-xs text-soft">
                <Foreign text={hostOf(look.url)} />
              </p>
            </div>
            <Cell outcome={look.page} />
            <Cell outcome={look.outside} />
          </div>
        ))}
      </div>
    </section>
  );
}

const rowLook = 'grid grid-cols-2 gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[1fr_1fr_1fr]';

function Cell({ outcome }: { readonly outcome: ReachOutcome | null }) {
  if (outcome === null) {
    return (
      <div role="cell" className="text-soft">
        {say('No page was open')}
      </div>
    );
  }
  const words = outcomeWords(outcome);
  return (
    <div role="cell" className="min-w-0">
      <OutcomeSign outcome={words} />
    </div>
  );
}

function nameOf({ need }: ReachLook): string {
  const words = pageNeeds.find(({ id }) => id === need)?.words;
  return sentenceCase(words === undefined ? plainLine(need, 60) : saidValue('what', words));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : plainLine(url, 100);
}
