import { useMemo } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { bundleLine } from '../../lib/report/words/bundle-words.ts';
import { closedListing } from '../../lib/report/words/directory-rules.ts';
import { findingGroups, groupTitles } from '../../lib/report/words/finding-groups.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { summarize, type Summary } from '../../lib/report/words/summary.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import { sentenceCase } from '../diagnosis/step-words.ts';
import { Words } from '../findings/Words.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QuietSection } from '../ui/QuietSection.tsx';
import { toneText } from '../ui/tone.ts';

/** Whether the bundle stands, what is wrong and what to do; then what bundles are for today, and what nobody saw. */
export function BundleOverview({ report, onFindings }: { readonly report: Report; readonly onFindings: () => void }) {
  const summary = useMemo(() => summarize(report), [report]);
  const { icon: Icon, tone } = verdictLooks[report.verdict];
  const line = bundleLine(report);
  return (
    <div className="grid gap-8">
      <QuietSection title={say('Is it sound?')}>
        <p className={classes('flex items-start gap-2 text-xl font-semibold', toneText[tone])}>
          <Icon aria-hidden size={24} className="mt-0.5 shrink-0" />
          {summary.headline}
        </p>
        {line !== null && (
          <p className="text-soft">
            <Foreign text={plainLine(line, 400)} />
          </p>
        )}
        {summary.nameRisk !== null && (
          <p className="max-w-prose text-soft">
            <Foreign text={plainLine(summary.nameRisk, 400)} />
          </p>
        )}
      </QuietSection>
      {summary.cause === null && <ListingClosed report={report} />}
      <Cause report={report} summary={summary} />
      {summary.cause !== null && <ListingClosed report={report} />}
      <Besides report={report} summary={summary} onFindings={onFindings} />
      <QuietSection title={say('What could not be seen?')}>
        <ul className="m-0 grid max-w-prose list-disc gap-0.5 ps-4 text-soft">
          {summary.notSeen.map((words) => (
            <li key={words}>{sentenceCase(words)}</li>
          ))}
        </ul>
      </QuietSection>
    </div>
  );
}

function Cause({ report, summary: { cause, next } }: { readonly report: Report; readonly summary: Summary }) {
  const said = cause && saidFinding(cause.finding, report);
  return (
    <div className="@container rounded-md border border-line bg-surface p-5">
      <div className={classes('grid gap-x-10 gap-y-6', said && '@3xl:grid-cols-[3fr_2fr]')}>
        {said && cause && (
          <QuietSection title={say('What is wrong?')}>
            <h3 className="text-lg font-semibold">
              <Words text={said.title} limit={600} />
            </h3>
            <p className="max-w-prose text-base">
              <Words text={said.detail} limit={3_000} />
            </p>
            <p className="text-xs text-soft">
              <code className="font-mono wrap-anywhere">{plainLine(cause.finding.code, 120)}</code>
            </p>
          </QuietSection>
        )}
        <QuietSection title={say('What do I do?')}>
          {said && said.fix !== '' && (
            <p className="max-w-prose text-base font-medium">
              <Words text={said.fix} limit={3_000} />
            </p>
          )}
          <p className={classes('max-w-prose', said ? 'text-soft' : 'text-base')}>{plainLine(next, 800)}</p>
        </QuietSection>
      </div>
    </div>
  );
}

/** Its author has to know this before anything else is mended. */
function ListingClosed({ report }: { readonly report: Report }) {
  const finding = closedListing(report);
  if (finding === null) return null;
  const { title, detail, fix } = saidFinding(finding, report);
  return (
    <Notice tone="degraded" title={plainLine(title, 300)}>
      <p className="max-w-prose">
        <Words text={detail} limit={1_500} />
      </p>
      <p className="max-w-prose font-medium">
        <Words text={fix} limit={1_500} />
      </p>
    </Notice>
  );
}

function Besides({
  report,
  summary,
  onFindings,
}: {
  readonly report: Report;
  readonly summary: Summary;
  readonly onFindings: () => void;
}) {
  // What stands above is not said again.
  const closed = closedListing(report);
  const others = summary.others.filter(({ finding }) => finding !== closed);
  const groups = findingGroups({ ...summary, cause: null, others });
  if (groups.length === 0) return null;
  return (
    <QuietSection title={say('What else was found?')}>
      <ul className="m-0 grid list-none gap-2 p-0">
        {groups.map(({ kind, told }) => (
          <li key={kind} className="min-w-0">
            <span className="font-medium">
              {say(groupTitles[kind])}: {told.length}
            </span>
            <ul className="m-0 grid list-disc gap-0.5 ps-4 text-soft">
              {told.slice(0, 8).map(({ finding }) => (
                <li key={finding.id}>
                  <Foreign text={plainLine(saidFinding(finding, report).title, 200)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={onFindings}>
          {say('Show all findings')}
        </Button>
      </div>
    </QuietSection>
  );
}
