import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { groupTitles, type FindingGroup } from '../../lib/report/words/finding-groups.ts';
import { causeIn } from '../../lib/report/words/told-stop.ts';
import { useMore } from '../exchanges/use-more.ts';
import { Button } from '../ui/Button.tsx';
import { FindingCard } from './FindingCard.tsx';

/** One group of findings, each as a card. */
export function FindingGroupSection({
  group,
  report,
  wanted,
}: {
  readonly group: FindingGroup;
  readonly report: Report;
  readonly wanted: string | null;
}) {
  const { shown, left, showMore } = useMore(group.told, 60);
  const cause = causeIn(report);
  return (
    <section aria-label={say(groupTitles[group.kind])} className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {say(groupTitles[group.kind])} <span className="font-normal text-soft">{group.told.length}</span>
      </h2>
      {shown.map((told) => (
        <FindingCard
          key={told.finding.id}
          told={told}
          report={report}
          isCause={told.finding.id === cause?.id}
          wanted={wanted}
        />
      ))}
      {left > 0 && <Button onClick={showMore}>{say('Show more of {count} further findings', { count: left })}</Button>}
    </section>
  );
}
