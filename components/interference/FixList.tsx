import type { ReactNode } from 'react';
import type { BrowserFix } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { fixOffers } from './fix-offers.ts';
import { nextStepOf, type NextStep } from './next-step.ts';

/** What can be done from here, the best first; each says what it does, and how to take it back. */
export function FixList({
  report,
  model,
  actions,
  onFind,
}: {
  readonly report: Report;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  readonly onFind: () => void;
}) {
  const next = nextStepOf(report);
  const offers = offersOf(next, model);
  return (
    <section aria-labelledby="fixes-title" className="grid gap-2">
      <h2 id="fixes-title" className="text-lg font-semibold">
        What you can do here
      </h2>
      {model.fixed && (
        <Notice title={plainLine(model.fixed.done, 400)} announce>
          {plainLine(model.fixed.undo, 400)}
        </Notice>
      )}
      {model.declined && (
        <Notice tone="degraded" title="You did not allow it, so it was not done" announce>
          The browser asks once more at the next click.
        </Notice>
      )}
      <ul className="m-0 grid list-none divide-y divide-line rounded-md border border-line bg-surface p-0">
        {offers.map((offer, index) => (
          <li key={offer === 'find' ? 'find' : offer}>
            {offer === 'find' ? (
              <Offer label="Find the extension" isFirst={index === 0 && next.kind === 'find'} onClick={onFind}>
                Switches the extensions that may touch Claude off and on by turns, names the one that stands in the way,
                and puts everything back. You see first what will happen.
              </Offer>
            ) : (
              <FixOffer
                fix={offer}
                isFirst={index === 0 && next.kind === 'fix'}
                onClick={() => {
                  actions.fix({ fix: offer, extensionId: next.kind === 'fix' ? next.extensionId : null });
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FixOffer({
  fix,
  isFirst,
  onClick,
}: {
  readonly fix: BrowserFix;
  readonly isFirst: boolean;
  readonly onClick: () => void;
}) {
  const { label, does, undo } = fixOffers[fix];
  return (
    <Offer label={label} isFirst={isFirst} onClick={onClick}>
      {does} <span className="text-soft">To undo it: {undo.charAt(0).toLowerCase() + undo.slice(1)}</span>
    </Offer>
  );
}

function Offer({
  label,
  isFirst,
  onClick,
  children,
}: {
  readonly label: string;
  readonly isFirst: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
      <p className="max-w-prose min-w-0 flex-1 basis-64">{children}</p>
      <Button variant={isFirst ? 'primary' : 'secondary'} className="sm:min-w-48" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

type OfferKind = BrowserFix | 'find';

function offersOf(next: NextStep, { family }: BrowserModel): readonly OfferKind[] {
  const usual: readonly OfferKind[] = ['find', 'reload', 'clear-cache', 'private-window', 'site-settings'];
  const first: readonly OfferKind[] = next.kind === 'find' ? ['find'] : next.kind === 'fix' ? [next.fix] : [];
  // Firefox has no such page: its settings stand in the address bar.
  const possible = usual.filter((offer) => family === 'chromium' || offer !== 'site-settings');
  return [...new Set([...first, ...possible])];
}
