import { Send } from 'lucide-react';
import { lazy, useEffect, useRef, type RefObject } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { LeaveSection } from './LeaveSection.tsx';
import type { Preparation } from './use-preparation.ts';

// With the words of every receiver, and the forms of the tracker.
const HandOffSection = lazy(async () => ({ default: (await import('../handoff/HandOffSection.tsx')).HandOffSection }));

/** The messages that are ready to be sent, once they are asked for: they are long. */
export function HandOffPart({
  report,
  preparation: { prepared, isBehind },
  isEmpty,
  asked,
  onAsk,
}: {
  readonly report: Report;
  readonly preparation: Preparation;
  /** There is nobody to write to, which is said at once. */
  readonly isEmpty: boolean;
  /** How often they were asked for: each time leads there. */
  readonly asked: number;
  readonly onAsk: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  if (asked === 0 && !isEmpty) {
    return (
      <LeaveSection title={say('Hand it on')}>
        <p className="max-w-prose">
          {say('A message that is ready: for Anthropic, the vendor, or whoever helps you.')}
        </p>
        <div>
          <Button onClick={onAsk}>
            <Send aria-hidden size={16} /> {say('Choose to whom…')}
          </Button>
        </div>
      </LeaveSection>
    );
  }
  return (
    // What is behind the last decision cannot be sent.
    <div ref={place} inert={isBehind} className="scroll-mt-4">
      <Loaded>
        <HandOffSection report={prepared} original={report} />
        <Arrival place={place} asked={asked} isReady={!isBehind} />
      </Loaded>
    </div>
  );
}

/** Leads to a place once it is there and can be worked with. */
function Arrival({
  place,
  asked,
  isReady,
}: {
  readonly place: RefObject<HTMLElement | null>;
  readonly asked: number;
  readonly isReady: boolean;
}) {
  const arrived = useRef(0);
  useEffect(() => {
    if (!isReady || arrived.current === asked) return;
    arrived.current = asked;
    place.current?.scrollIntoView();
    const first = ['input:checked', 'input, textarea', 'button'].flatMap(
      (kind) => place.current?.querySelector<HTMLElement>(kind) ?? [],
    );
    first[0]?.focus({ preventScroll: true });
  }, [place, asked, isReady]);
  return null;
}
