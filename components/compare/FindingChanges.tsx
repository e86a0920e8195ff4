import { say } from '../../lib/i18n/say.ts';
import type { WordedFinding } from '../../lib/kernel/report.ts';
import { elsewhereWords } from '../../lib/report/compare/compare-words.ts';
import type { ChangedFinding, ComparedReport, Comparison, LoneFinding } from '../../lib/report/compare/comparison.ts';
import { goneFindings, unseenFindings } from '../../lib/report/compare/lone-findings.ts';
import { confidenceNames, severityNames } from '../../lib/report/words/finding-groups.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { severityLooks } from '../findings/severity-looks.ts';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { toneText } from '../ui/tone.ts';
import { BeforeAfter } from './BeforeAfter.tsx';

/** Findings that came, went, or say something else now. */
export function FindingChanges({ comparison }: { readonly comparison: Comparison }) {
  const { findings, before, after } = comparison;
  const [gone, unseen] = [goneFindings(findings), unseenFindings(findings)];
  return (
    <>
      <Group title={say('New findings')} count={findings.added.length}>
        {findings.added.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={after} other="before" />
        ))}
      </Group>
      <Group title={say('Findings that are gone')} count={gone.length}>
        {gone.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={before} other="after" />
        ))}
      </Group>
      <Group title={say('Earlier findings that could not be looked at this time')} count={unseen.length}>
        {unseen.slice(0, mostShown).map((lone) => (
          <Lone key={lone.finding.id} lone={lone} own={before} other="after" />
        ))}
      </Group>
      <Group title={say('Findings with other details')} count={findings.changed.length}>
        {findings.changed.slice(0, mostShown).map((changed) => (
          <Changed key={changed.after.id} changed={changed} own={after} />
        ))}
      </Group>
    </>
  );
}

/** A file can hold any number. */
const mostShown = 200;

function Group({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: React.ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section aria-label={title} className="grid min-w-0 gap-2">
      <h2 className="font-semibold">
        {title} <span className="font-normal text-soft">{count}</span>
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">{children}</ul>
    </section>
  );
}

function Lone({
  lone,
  own,
  other,
}: {
  readonly lone: LoneFinding;
  readonly own: ComparedReport;
  readonly other: 'before' | 'after';
}) {
  const { finding } = lone;
  const words = elsewhereWords(lone, other);
  const said = saidFinding(finding, own);
  return (
    <li className="flex min-w-0 gap-2">
      <Sign finding={finding} />
      <div className="grid min-w-0 gap-0.5">
        <Disclosure summary={<Foreign text={plainLine(said.title, 300)} />}>
          <p className="max-w-prose">
            <Foreign text={plainLine(said.detail, 1_000)} />
          </p>
        </Disclosure>
        <p className="ms-5 text-xs text-soft">
          <span className="font-mono">{plainLine(finding.code, 100)}</span> · {say(severityNames[finding.severity])}
          {words !== null && ` · ${words}`}
        </p>
      </div>
    </li>
  );
}

function Sign({ finding: { severity } }: { readonly finding: WordedFinding }) {
  const { icon: Icon, tone } = severityLooks[severity];
  return <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />;
}

function Changed({ changed, own }: { readonly changed: ChangedFinding; readonly own: ComparedReport }) {
  const { before, after, severity, confidence } = changed;
  const [earlier, later] = [saidFinding(before, own), saidFinding(after, own)];
  const isSaidOtherwise = earlier.detail !== later.detail || earlier.title !== later.title;
  return (
    <li className="flex min-w-0 gap-2">
      <Sign finding={after} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <Disclosure summary={<Foreign text={plainLine(later.title, 300)} />}>
          {isSaidOtherwise ? (
            <BeforeAfter before={plainLine(earlier.detail, 1_000)} after={plainLine(later.detail, 1_000)} />
          ) : (
            <p className="max-w-prose">
              <Foreign text={plainLine(later.detail, 1_000)} />
            </p>
          )}
        </Disclosure>
        <p className="ms-5 text-xs text-soft">
          <span className="font-mono">{plainLine(after.code, 100)}</span>
          {severity && ` · ${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`}
          {confidence && ` · ${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`}
        </p>
      </div>
    </li>
  );
}
