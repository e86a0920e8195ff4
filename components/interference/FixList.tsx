import type { ReactNode } from 'react';
import type { BrowserFix } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { fixLabels } from './fix-labels.ts';
import { fixOffers } from './fix-offers.ts';
import { nextStepOf, type NextStep } from './next-step.ts';

interface FixProps {
  readonly report: Report;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  readonly onFind: () => void;
}

/** What helps most, first of all; nothing where nothing stands out. */
export function BestFix({ report, actions, onFind }: FixProps) {
  const next = nextStepOf(report);
  if (next.kind === 'again') return null;
  return (
    <section aria-labelledby="best-title" className="grid gap-2">
      <h2 id="best-title" className="text-lg font-semibold">
        What helps most
      </h2>
      <div className="rounded-md border border-edge bg-surface">
        {next.kind === 'find' && <FindOffer isFirst onFind={onFind} />}
        {next.kind === 'reload' && (
          <Offer
            label="Reload and look again"
            isFirst
            onClick={() => {
              actions.examine({ reload: true });
            }}
          >
            Loads the tab with Claude anew while its requests are watched: the first ones went unseen. What you typed
            there and did not send is lost.
          </Offer>
        )}
        {next.kind === 'fix' && (
          <FixOffer
            fix={next.fix}
            isFirst
            onClick={() => {
              actions.fix({ fix: next.fix, extensionId: next.extensionId });
            }}
          />
        )}
      </div>
    </section>
  );
}

/** What else can be done from here; each says what it does, and how to take it back. */
export function FixList({ report, model, actions, onFind }: FixProps) {
  const offers = offersOf(nextStepOf(report), model);
  return (
    <section aria-labelledby="fixes-title" className="grid gap-2">
      <h2 id="fixes-title" className="text-lg font-semibold">
        Other things to try
      </h2>
      <ul className="m-0 grid list-none divide-y divide-line rounded-md border border-line bg-surface p-0">
        {offers.map((offer) => (
          <li key={offer}>
            {offer === 'find' ? (
              <FindOffer isFirst={false} onFind={onFind} />
            ) : (
              <FixOffer
                fix={offer}
                isFirst={false}
                onClick={() => {
                  actions.fix({ fix: offer });
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindOffer({ isFirst, onFind }: { readonly isFirst: boolean; readonly onFind: () => void }) {
  return (
    <Offer label="Find the extension" isFirst={isFirst} onClick={onFind}>
      Switches the extensions that may touch Claude off and on by turns, names the one that stands in the way, and puts
      everything back. You see first what will happen.
    </Offer>
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
  const { does, undo } = fixOffers[fix];
  return (
    <Offer label={fixLabels[fix]} isFirst={isFirst} onClick={onClick}>
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
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <p className="min-w-0 flex-1 basis-64">{children}</p>
      <Button variant={isFirst ? 'primary' : 'secondary'} className="sm:w-60" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

type OfferKind = BrowserFix | 'find';

function offersOf(next: NextStep, { family }: BrowserModel): readonly OfferKind[] {
  const best = next.kind === 'fix' ? next.fix : next.kind;
  // Firefox has no such page: its settings stand in the address bar.
  return usual.filter((offer) => offer !== best && (family === 'chromium' || offer !== 'site-settings'));
}

const usual: readonly OfferKind[] = ['find', 'reload', 'clear-cache', 'private-window', 'site-settings'];
