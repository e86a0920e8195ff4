import { useMemo } from 'react';
import type { Report } from '../../lib/kernel/report.ts';
import { findingGroups, groupTitles, type FindingGroup } from '../../lib/report/finding-groups.ts';
import { summarize } from '../../lib/report/summary.ts';
import { useMore } from '../exchanges/use-more.ts';
import { Button } from '../ui/Button.tsx';
import { FindingCard } from './FindingCard.tsx';
import { PassedList } from './PassedList.tsx';
import { SkippedList } from './SkippedList.tsx';

/** All findings by what the reader does about them; then what could not be checked, and what was fine. */
export function FindingsTab({ report, wanted }: { readonly report: Report; readonly wanted: string | null }) {
  const summary = useMemo(() => summarize(report), [report]);
  const groups = useMemo(() => findingGroups(summary), [summary]);
  return (
    <div className="grid gap-8">
      {groups.length === 0 && <p>Nothing was found that is worth a word.</p>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} report={report} wanted={wanted} />
      ))}
      <SkippedList report={report} notSeen={summary.notSeen} />
      <PassedList codes={report.passed} />
    </div>
  );
}

function Group({
  group,
  report,
  wanted,
}: {
  readonly group: FindingGroup;
  readonly report: Report;
  readonly wanted: string | null;
}) {
  const { shown, left, showMore } = useMore(group.told, 60);
  return (
    <section aria-label={groupTitles[group.kind]} className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {groupTitles[group.kind]} <span className="font-normal text-soft">{group.told.length}</span>
      </h2>
      {shown.map((told) => (
        <FindingCard
          key={told.finding.id}
          told={told}
          report={report}
          isCause={told.finding.id === report.primary?.id}
          wanted={wanted}
        />
      ))}
      {left > 0 && <Button onClick={showMore}>Show more of {left} further findings</Button>}
    </section>
  );
}
