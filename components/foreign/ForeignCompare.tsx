import { ArrowLeft } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { CompareView } from '../compare/CompareView.tsx';
import type { Handed } from '../report/open-report.ts';
import { Button } from '../ui/Button.tsx';
import type { KeptReports } from './kept-reports.ts';
import { useOpening } from './use-opening.ts';

/** Somebody else’s report compared with a kept one, or with another one from elsewhere. */
export function ForeignCompare({
  own,
  name,
  against,
  kept,
  now,
  onBack,
}: {
  readonly own: Report;
  /** The file’s name; null where it came from none. */
  readonly name: string | null;
  /** What it is compared with at first; null where that is still to be chosen. */
  readonly against: Handed | null;
  /** The reports of this machine; null where none are kept. */
  readonly kept: KeptReports | null;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly onBack: () => void;
}) {
  const { opened, open, close } = useOpening();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [swapped, setSwapped] = useState(false);
  const openFirst = useEffectEvent(open);
  useEffect(() => {
    if (against !== null) openFirst(against);
  }, [against]);
  const choose = (id: string): void => {
    close();
    setChosen({ id, report: 'reading' });
    void kept
      ?.read(id)
      .catch(() => null)
      .then((report) => {
        setChosen((before) => (before?.id === id ? { id, report } : before));
      });
  };
  const found = chosen === null || chosen.report === 'reading' ? null : chosen.report;
  return (
    <div className="grid min-w-0 gap-4">
      <div>
        <Button variant="quiet" size="small" className="-ms-2" onClick={onBack}>
          <ArrowLeft aria-hidden size={14} className="rtl:-scale-x-100" /> {say('Back to the report')}
        </Button>
      </div>
      <CompareView
        model={{
          own,
          ownName: name,
          choices: kept?.choicesFor(own) ?? null,
          chosen: chosen?.id ?? null,
          opened,
          other: opened?.kind === 'report' ? opened.report : found,
          isGone: chosen !== null && chosen.report === null,
          swapped,
          now,
        }}
        actions={{
          choose,
          open: (handed) => {
            setChosen(null);
            open(handed);
          },
          close,
          swap: () => {
            setSwapped(!swapped);
          },
        }}
      />
    </div>
  );
}

interface Chosen {
  readonly id: string;
  /** Null when it is not there (any more). */
  readonly report: Report | 'reading' | null;
}
