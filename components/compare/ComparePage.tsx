import { useEffect, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { readReport } from '../../lib/storage/reports.ts';
import type { HistoryItem } from '../history/history-items.ts';
import { useOpening } from '../foreign/use-opening.ts';
import { compareChoices, suggestedIn } from './compare-choices.ts';
import { CompareView } from './CompareView.tsx';

/** A kept report compared with another one, or with a file; without a choice, with the last one of the same connector. */
export function ComparePage({
  id,
  wanted,
  history,
  now,
  onChoose,
}: {
  readonly id: string;
  /** The id of the report to compare with; null for the one that is suggested. */
  readonly wanted: string | null;
  readonly history: readonly HistoryItem[];
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly onChoose: (id: string) => void;
}) {
  const { opened, open, close } = useOpening();
  const [swapped, setSwapped] = useState(false);
  const own = useReport(id);
  const choices = compareChoices(history, id);
  const at = history.find((item) => item.id === id)?.at ?? Number.MAX_SAFE_INTEGER;
  const chosen = opened === null ? (wanted ?? suggestedIn(choices, at)) : null;
  const other = useReport(chosen);
  if (own === 'loading') return <p className="text-soft">{say('Reading what is kept…')}</p>;
  if (own === null) return <Notice />;
  return (
    <CompareView
      model={{
        own,
        choices,
        chosen,
        opened,
        other: opened === null ? (other === 'loading' ? null : other) : opened.kind === 'report' ? opened.report : null,
        isGone: chosen !== null && other === null,
        swapped,
        now,
      }}
      actions={{
        choose: (next) => {
          close();
          setSwapped(false);
          onChoose(next);
        },
        open,
        close,
        swap: () => {
          setSwapped(!swapped);
        },
      }}
    />
  );
}

function Notice() {
  return <p>{say('This check is not kept any more, so it cannot be compared.')}</p>;
}

/** A kept report; null when it is not there (any more), or none is wanted. */
function useReport(id: string | null): Report | 'loading' | null {
  const [read, setRead] = useState<{ readonly id: string; readonly report: Report | null } | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    void readReport(id)
      .catch(() => null)
      .then((report) => {
        if (isWanted) setRead({ id, report });
      });
    return () => {
      isWanted = false;
    };
  }, [id]);
  if (id === null) return null;
  return read?.id === id ? read.report : 'loading';
}
