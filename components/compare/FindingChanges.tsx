import { say } from '../../lib/i18n/say.ts';
import { elsewhereWords } from '../../lib/report/compare/compare-words.ts';
import type { ComparedReport, Comparison, LoneFinding } from '../../lib/report/compare/comparison.ts';
import { besideCauses, besideTitles, changedBeside, unseenFindings } from '../../lib/report/compare/lone-findings.ts';
import { FindingGroup } from './FindingGroup.tsx';
import { ChangedLine, FindingLine } from './FindingLine.tsx';

/** Findings beside the causes that came, went, or say something else now. */
export function FindingChanges({ comparison }: { readonly comparison: Comparison }) {
  const { findings, causes, before, after } = comparison;
  const beside = besideCauses(comparison);
  const unseen = unseenFindings(findings);
  const changed = changedBeside(comparison);
  return (
    <>
      <FindingGroup
        title={causes.counts.added > 0 ? say(besideTitles.added) : say('New findings')}
        count={beside.added.length}
      >
        {beside.added.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={after} other="before" />
        ))}
      </FindingGroup>
      <FindingGroup
        title={causes.counts.gone > 0 ? say(besideTitles.gone) : say('Findings that are gone')}
        count={beside.gone.length}
      >
        {beside.gone.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={before} other="after" />
        ))}
      </FindingGroup>
      <FindingGroup title={say('Earlier findings that could not be looked at this time')} count={unseen.length}>
        {unseen.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={before} other="after" />
        ))}
      </FindingGroup>
      <FindingGroup title={say('Findings with other details')} count={changed.length}>
        {changed.slice(0, mostShown).map((each) => (
          <ChangedLine key={each.after.id} changed={each} comparison={comparison} />
        ))}
      </FindingGroup>
    </>
  );
}

/** A file can hold any number. */
const mostShown = 200;

function Lone({
  lone,
  own,
  other,
}: {
  readonly lone: LoneFinding;
  readonly own: ComparedReport;
  readonly other: 'before' | 'after';
}) {
  return <FindingLine finding={lone.finding} own={own} words={elsewhereWords(lone, other)} />;
}
