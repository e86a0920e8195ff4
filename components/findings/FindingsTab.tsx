import { useMemo } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { findingGroups } from '../../lib/report/words/finding-groups.ts';
import { summarize } from '../../lib/report/words/summary.ts';
import { FindingGroupSection } from './FindingGroupSection.tsx';
import { PassedList } from './PassedList.tsx';
import { SkippedList } from './SkippedList.tsx';

/** All findings by what the reader does about them; then what could not be checked, and what was fine. */
export function FindingsTab({ report, wanted }: { readonly report: Report; readonly wanted: string | null }) {
  const summary = useMemo(() => summarize(report), [report]);
  const groups = useMemo(() => findingGroups(summary), [summary]);
  return (
    <div className="grid gap-8">
      {groups.length === 0 && <p>{say('Nothing was found that is worth a word.')}</p>}
      {groups.map((group) => (
        <FindingGroupSection key={group.kind} group={group} report={report} wanted={wanted} />
      ))}
      <SkippedList report={report} notSeen={summary.notSeen} />
      <PassedList codes={report.passed} />
    </div>
  );
}
