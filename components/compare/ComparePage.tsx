import { useEffect, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { readReport } from '../../lib/storage/reports.ts';
import type { HistoryItem } from '../history/history-items.ts';
import { openReport, type Opened } from '../report/open-report.ts';
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
  const [file, setFile] = useState<Opened | null>(null);
  const [swapped, setSwapped] = useState(false);
  const own = useReport(id);
  const choices = compareChoices(history, id);
  const at = history.find((item) => item.id === id)?.at ?? Number.MAX_SAFE_INTEGER;
  const chosen = file === null ? (wanted ?? suggestedIn(choices, at)) : null;
  const other = useReport(chosen);
  if (own === 'loading') return <p className="text-soft">{say('Reading what is kept…')}</p>;
  if (own === null) return <Notice />;
  return (
    <CompareView
      model={{
        own,
        choices,
        chosen,
        file: file?.name ?? null,
        other: file === null ? (other === 'loading' ? null : other) : file.kind === 'report' ? file.report : null,
        problem: problemOf(file, chosen, other),
        swapped,
        now,
      }}
      actions={{
        choose: (next) => {
          setFile(null);
          setSwapped(false);
          onChoose(next);
        },
        openFile: (next) => void openReport(next).then(setFile),
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

function problemOf(file: Opened | null, chosen: string | null, other: Report | 'loading' | null): string | null {
  if (file !== null) return file.kind === 'problem' ? file.words : null;
  return chosen !== null && other === null ? say('The other check is not kept any more: choose another one.') : null;
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
