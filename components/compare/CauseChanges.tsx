import { say } from '../../lib/i18n/say.ts';
import type { WordedFinding } from '../../lib/kernel/report.ts';
import { causeTitles, followTitles, titleIn } from '../../lib/report/compare/cause-words.ts';
import { elsewhereWords } from '../../lib/report/compare/compare-words.ts';
import type { CauseChange, ComparedReport, Comparison, StayedCause } from '../../lib/report/compare/comparison.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { ChangedLine, FindingLine } from './FindingLine.tsx';
import { FindingGroup } from './FindingGroup.tsx';

/** What changed, cause by cause: what follows from a cause stands under it, and goes and comes with it. */
export function CauseChanges({ comparison }: { readonly comparison: Comparison }) {
  const { causes } = comparison;
  const { counts } = causes;
  if (counts.gone + counts.added + counts.stayed === 0) return null;
  return (
    <section aria-label={say('What changed, cause by cause')} className="grid min-w-0 gap-4">
      <h2 className="text-lg font-semibold">{say('What changed, cause by cause')}</h2>
      <FindingGroup title={say(causeTitles.gone)} count={counts.gone} level={3}>
        {causes.gone.map((cause) => (
          <Gone key={cause.finding.id} cause={cause} own={comparison.before} />
        ))}
      </FindingGroup>
      <FindingGroup title={say(causeTitles.added)} count={counts.added} level={3}>
        {causes.added.map((cause) => (
          <Added key={cause.finding.id} cause={cause} own={comparison.after} />
        ))}
      </FindingGroup>
      <FindingGroup title={say(causeTitles.stayed)} count={counts.stayed} level={3}>
        {causes.stayed.map((cause) => (
          <Stayed key={cause.after.id} cause={cause} comparison={comparison} />
        ))}
      </FindingGroup>
    </section>
  );
}

function Gone({ cause, own }: { readonly cause: CauseChange; readonly own: ComparedReport }) {
  return (
    <FindingLine finding={cause.finding} own={own} words={elsewhereWords(cause, 'after')}>
      <Follow title={followTitles.wentWith} findings={cause.with} own={own} />
      <Follow title={followTitles.isLeft} findings={cause.inBoth} own={own} />
    </FindingLine>
  );
}

function Added({ cause, own }: { readonly cause: CauseChange; readonly own: ComparedReport }) {
  return (
    <FindingLine finding={cause.finding} own={own} words={elsewhereWords(cause, 'before')}>
      <Follow title={followTitles.cameWith} findings={cause.with} own={own} />
      <Follow title={followTitles.wasThere} findings={cause.inBoth} own={own} />
    </FindingLine>
  );
}

function Stayed({ cause, comparison }: { readonly cause: StayedCause; readonly comparison: Comparison }) {
  const changed = comparison.findings.changed.find(({ after }) => after === cause.after) ?? cause;
  return (
    <ChangedLine changed={changed} comparison={comparison}>
      <Follow title={followTitles.noLonger} findings={cause.gone} own={comparison.before} />
      <Follow title={followTitles.newly} findings={cause.added} own={comparison.after} />
    </ChangedLine>
  );
}

function Follow({
  title,
  findings,
  own,
}: {
  readonly title: string;
  readonly findings: readonly WordedFinding[];
  readonly own: ComparedReport;
}) {
  if (findings.length === 0) return null;
  return (
    <div className="ms-5 mt-1 border-s border-line ps-3">
      <p className="text-xs text-soft">{say(title)}</p>
      <ul className="m-0 grid list-disc gap-0.5 ps-4">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Foreign text={plainLine(titleIn(finding, own), 300)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
