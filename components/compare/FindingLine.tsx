import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { WordedFinding } from '../../lib/kernel/report.ts';
import { saidOtherwise } from '../../lib/report/compare/cause-words.ts';
import type { ChangedFinding, ComparedReport, Comparison } from '../../lib/report/compare/comparison.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { confidenceNames, severityNames } from '../../lib/report/words/finding-groups.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { severityLooks } from '../findings/severity-looks.ts';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { toneText } from '../ui/tone.ts';
import { BeforeAfter } from './BeforeAfter.tsx';

/** A finding of one of the two reports: its title, which opens to what it says, and below it what it is. */
export function FindingLine({
  finding,
  own,
  words,
  children,
}: {
  readonly finding: WordedFinding;
  readonly own: ComparedReport;
  /** What became of it in the other report, in a few words; null where nothing is known. */
  readonly words: string | null;
  /** What belongs to it. */
  readonly children?: ReactNode;
}) {
  const said = saidFinding(finding, own);
  return (
    <Line
      finding={finding}
      title={said.title}
      marks={[say(severityNames[finding.severity]), ...(words === null ? [] : [words])]}
      detail={
        <p className="max-w-prose">
          <Foreign text={plainLine(said.detail, 1_000)} />
        </p>
      }
    >
      {children}
    </Line>
  );
}

/** A finding of both reports: as it is now, with what is different. */
export function ChangedLine({
  changed,
  comparison,
  children,
}: {
  readonly changed: Pick<ChangedFinding, 'before' | 'after'> & Partial<ChangedFinding>;
  readonly comparison: Comparison;
  /** What belongs to it. */
  readonly children?: ReactNode;
}) {
  const { after, severity, confidence } = changed;
  const said = saidFinding(after, comparison.after);
  const otherwise = saidOtherwise(changed, comparison);
  return (
    <Line
      finding={after}
      title={said.title}
      marks={[
        severity
          ? `${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`
          : say(severityNames[after.severity]),
        ...(confidence
          ? [`${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`]
          : []),
      ]}
      detail={
        otherwise ? (
          <BeforeAfter before={plainLine(otherwise.before, 1_000)} after={plainLine(otherwise.after, 1_000)} />
        ) : (
          <p className="max-w-prose">
            <Foreign text={plainLine(said.detail, 1_000)} />
          </p>
        )
      }
    >
      {children}
    </Line>
  );
}

function Line({
  finding: { severity, code },
  title,
  marks,
  detail,
  children,
}: {
  readonly finding: WordedFinding;
  readonly title: string;
  readonly marks: readonly string[];
  readonly detail: ReactNode;
  readonly children: ReactNode;
}) {
  const { icon: Icon, tone } = severityLooks[severity];
  return (
    <li className="flex min-w-0 gap-2">
      <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <Disclosure summary={<Foreign text={plainLine(title, 300)} />}>{detail}</Disclosure>
        <p className="ms-5 text-xs text-soft">
          <span className="font-mono">{plainLine(code, 100)}</span> · {marks.join(' · ')}
        </p>
        {children}
      </div>
    </li>
  );
}
