import { say } from '../../lib/i18n/say.ts';
import type { ReactNode } from 'react';
import type { BrowserFix } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { fixLabels } from './fix-labels.ts';
import { fixOffers } from './fix-offers.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import { isPageSeen, standingOf } from './standing.ts';

interface FixProps {
  readonly report: Report;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  readonly onFind: () => void;
}

/** What helps most, first of all; nothing where nothing stands out. */
export function BestFix({ report, model, actions, onFind }: FixProps) {
  const next = nextStepOf(report);
  if (next.kind === 'again' || (next.kind === 'find' && wasSearched(model))) return null;
  const isPast = standingOf(report) === 'past';
  return (
    <section aria-labelledby="best-title" className="grid gap-2">
      <h2 id="best-title" className="text-lg font-semibold">
        {say('What helps most')}
      </h2>
      <div className="rounded-md border border-edge bg-surface">
        {next.kind === 'find' && <FindOffer isFirst onFind={onFind} />}
        {next.kind === 'reload' && (
          <Offer
            label={isPast ? say('Reload Claude and look again') : say('Reload and look again')}
            isFirst
            onClick={() => {
              actions.examine({ reload: true });
            }}
          >
            {isPast
              ? say(
                  'Loads the tab with Claude anew while its requests are watched: the page that stands there was stopped before. What you typed there and did not send is lost.',
                )
              : say(
                  'Loads the tab with Claude anew while its requests are watched: the first ones went unseen. What you typed there and did not send is lost.',
                )}
          </Offer>
        )}
        {next.kind === 'open-claude' && (
          <OfferRow button={<WebButton href="https://claude.ai/">{say('Open claude.ai')}</WebButton>}>
            {say('Opens Claude in a new tab. Go to where it fails, come back, and look again.')}
          </OfferRow>
        )}
        {next.kind === 'status-page' && (
          <OfferRow button={<WebButton href="https://status.claude.com/">{say('Open status.claude.com')}</WebButton>}>
            {say('Claude’s status page tells when it is over. Then look again.')}
          </OfferRow>
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
  const offers = offersOf(report, model);
  return (
    <section aria-labelledby="fixes-title" className="grid gap-2">
      <h2 id="fixes-title" className="text-lg font-semibold">
        {say('Other things to try')}
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
    <Offer label={say('Find the extension')} isFirst={isFirst} onClick={onFind}>
      {say(
        'Switches the extensions that may touch Claude off and on by turns, names the one that stands in the way, and puts everything back. You see first what will happen.',
      )}
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
    <Offer label={say(fixLabels[fix])} isFirst={isFirst} onClick={onClick}>
      {say(does)} <span className="text-soft">{say(undo)}</span>
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
    <OfferRow
      button={
        <Button variant={isFirst ? 'primary' : 'secondary'} className="sm:w-60" onClick={onClick}>
          {label}
        </Button>
      }
    >
      {children}
    </OfferRow>
  );
}

function WebButton({ href, children }: { readonly href: `https://${string}`; readonly children: ReactNode }) {
  return (
    <ButtonLink href={href} variant="primary" className="sm:w-60">
      {children}
    </ButtonLink>
  );
}

function OfferRow({ button, children }: { readonly button: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <p className="min-w-0 flex-1 basis-64">{children}</p>
      {button}
    </div>
  );
}

type OfferKind = BrowserFix | 'find';

function offersOf(report: Report, model: BrowserModel): readonly OfferKind[] {
  const next = nextStepOf(report);
  const hasPage = isPageSeen(report);
  const isOffered: Readonly<Partial<Record<OfferKind, boolean>>> = {
    // Both need a tab with Claude.
    find: hasPage && !wasSearched(model),
    reload: hasPage,
    // Firefox has no such page: its settings stand in the address bar.
    'site-settings': model.family === 'chromium',
  };
  return usual.filter((offer) => offer !== bestOf(next) && isOffered[offer] !== false);
}

/** What a search has brought stands above, with what can be done then. */
function wasSearched({ bisect }: BrowserModel): boolean {
  const kind = bisect?.findings?.outcome.kind;
  return kind === 'culprits' || kind === 'not-an-extension';
}

function bestOf(next: NextStep): string {
  return next.kind === 'fix' ? next.fix : next.kind;
}

const usual: readonly OfferKind[] = ['find', 'reload', 'clear-cache', 'private-window', 'site-settings'];
