import { use, useMemo, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report, Stop } from '../../lib/kernel/report.ts';
import { claudeShowed } from '../../lib/report/words/claude-showed.ts';
import { confidenceNames, findingGroups, followWords, groupTitles } from '../../lib/report/words/finding-groups.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { judgedAgainWords } from '../../lib/report/words/run-words.ts';
import { stopName, summarize, type Summary } from '../../lib/report/words/summary.ts';
import { shownVerdict } from '../../lib/report/words/told-stop.ts';
import { isForOthers } from '../../lib/report/words/who-words.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import { sentenceCase } from '../diagnosis/step-words.ts';
import { EvidenceList } from '../findings/EvidenceList.tsx';
import { FixGuides } from '../findings/FixGuides.tsx';
import { OwnServer } from '../findings/OwnServer.tsx';
import { WhoLine } from '../findings/WhoLine.tsx';
import { IsForeign } from '../report/whose-report.ts';
import { useReader } from '../state/own-servers-store.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { QuietSection } from '../ui/QuietSection.tsx';
import { Say } from '../ui/Say.tsx';
import { toneText } from '../ui/tone.ts';
import { Words } from '../findings/Words.tsx';
import { ClaudeSays, ClaudeShowed } from './ClaudeShowed.tsx';

/** The four questions of a reader, in their order: does it work, why not, what do I do, what could not be checked. */
export function OverviewTab({
  report,
  further,
  past,
  onFindings,
  onReport,
}: {
  readonly report: Report;
  /** What else can be done about this connector from here; it stands with what to do. */
  readonly further: ReactNode;
  /** How it was before; stands at the end. */
  readonly past: ReactNode;
  readonly onFindings: () => void;
  /** Leads to where the report leaves. */
  readonly onReport: () => void;
}) {
  const reader = useReader(report);
  const summary = useMemo(() => summarize(report, reader), [report, reader]);
  return (
    <div className="grid gap-8">
      <DoesItWork report={report} summary={summary} />
      <div className="@container rounded-md border border-line bg-surface p-5">
        <div className={classes('grid gap-x-10 gap-y-6', summary.cause && '@3xl:grid-cols-[3fr_2fr]')}>
          {summary.cause && <Why report={report} summary={summary} />}
          <WhatToDo report={report} summary={summary} further={further} onReport={onReport} />
        </div>
      </div>
      <Besides report={report} summary={summary} onFindings={onFindings} />
      <NotSeen summary={summary} onFindings={onFindings} />
      {past}
    </div>
  );
}

function DoesItWork({ report, summary }: { readonly report: Report; readonly summary: Summary }) {
  const { stop } = report;
  const { icon: Icon, tone } = verdictLooks[shownVerdict(report)];
  const said = [...summary.asTyped, judgedAgainWords(report), summary.cutShort].filter((words) => words !== null);
  const service = summary.signIn === null ? null : say('Sign-in service: {words}', { words: summary.signIn });
  const hasSentence = claudeShowed(report)?.sentence != null;
  const met = [summary.server, service].filter((words) => words !== null);
  return (
    <QuietSection title={say('Does it work?')}>
      <p className={classes('flex items-start gap-2 text-xl font-semibold', toneText[tone])}>
        <Icon aria-hidden size={24} className="mt-0.5 shrink-0" />
        {summary.headline}
      </p>
      {stop && <p className="text-base font-medium">{stopSentence(stop, report)}</p>}
      <ClaudeShowed report={report} />
      {/* What is to be expected adds nothing to what was seen, and would push the cause down. */}
      {stop && !hasSentence && stop.claudeSays.length > 0 && <ClaudeSays sentences={stop.claudeSays} />}
      {met.map((words) => (
        <p key={words} className="text-soft">
          <Words text={words} limit={400} />
        </p>
      ))}
      {said.map((words) => (
        <p key={words}>
          <Words text={words} limit={600} />
        </p>
      ))}
      {summary.signInOutcome && (
        <p>
          <Say text="Sign-in: {outcome}" with={{ outcome: <Words text={summary.signInOutcome.words} limit={800} /> }} />
        </p>
      )}
      {summary.wrote !== null && (
        <p>
          <Say
            text="Written at the sign-in service: {deeds}"
            with={{ deeds: <Words text={summary.wrote} limit={400} /> }}
          />
        </p>
      )}
    </QuietSection>
  );
}

function stopSentence(stop: Stop, report: Report): string {
  return stop.step === 0
    ? say('Claude’s own dialog refuses this address.')
    : say('Claude stops at step {step} of 12: {name}.', { step: stop.step, name: stopName(stop, report) });
}

function Why({ report, summary: { cause } }: { readonly report: Report; readonly summary: Summary }) {
  if (!cause) return null;
  const { finding, consequences } = cause;
  const { title, detail } = saidFinding(finding, report);
  return (
    <QuietSection title={say('Why not?')}>
      <h3 className="text-lg font-semibold">
        <Words text={title} limit={600} />
      </h3>
      <p className="max-w-prose text-base">
        <Words text={detail} limit={3_000} />
      </p>
      <EvidenceList finding={finding} exchanges={report.exchanges} />
      <p className="text-xs text-soft">
        <code className="font-mono wrap-anywhere">{plainLine(finding.code, 120)}</code> ·{' '}
        {say(confidenceNames[finding.confidence])}
        {consequences.length > 0 && ` · ${followWords(consequences.length)}`}
      </p>
    </QuietSection>
  );
}

function WhatToDo({
  report,
  summary,
  further,
  onReport,
}: {
  readonly report: Report;
  readonly summary: Summary;
  readonly further: ReactNode;
  readonly onReport: () => void;
}) {
  const reader = useReader(report);
  const isForeign = use(IsForeign);
  const finding = summary.cause?.finding;
  const causes = summary.cause ? [summary.cause.finding, ...summary.cause.alike] : [];
  const fixes = [...new Set(causes.map((cause) => saidFinding(cause, report).fix))].filter((words) => words !== '');
  // Who cannot change it reads first whom to ask; what those have to change stands below, for them.
  const isTheirs = finding !== undefined && isForOthers(finding, report, reader);
  return (
    <QuietSection title={say('What do I do?')}>
      {isTheirs && <WhoLine finding={finding} report={report} />}
      {isTheirs && fixes.length > 0 && <p className="text-xs text-soft">{say('What they have to change')}</p>}
      {fixes.slice(0, 5).map((words) => (
        <p key={words} className="max-w-prose text-base font-medium">
          <Words text={words} limit={3_000} />
        </p>
      ))}
      {finding && <FixGuides finding={finding} />}
      {finding && !isTheirs && <WhoLine finding={finding} report={report} />}
      {!isForeign && <OwnServer report={report} />}
      <p className={classes('max-w-prose', finding ? 'text-soft' : 'text-base')}>{plainLine(summary.next, 800)}</p>
      <div>
        <Button size="small" onClick={onReport}>
          {say('Send this report…')}
        </Button>
      </div>
      {further}
    </QuietSection>
  );
}

/** What else was found, counted: the cause is not to be hidden by it. */
function Besides({
  report,
  summary,
  onFindings,
}: {
  readonly report: Report;
  readonly summary: Summary;
  readonly onFindings: () => void;
}) {
  const groups = findingGroups({ ...summary, cause: null });
  if (groups.length === 0) return null;
  return (
    <QuietSection title={say('What else was found?')}>
      <ul className="m-0 grid list-none gap-1 p-0">
        {groups.map(({ kind, told }) => (
          <li key={kind} className="flex min-w-0 flex-wrap gap-x-2">
            <span className="font-medium">
              {say(groupTitles[kind])}: {told.length}
            </span>
            <span className="min-w-0 text-soft">
              {told
                .slice(0, 3)
                .map(({ finding }) => plainLine(saidFinding(finding, report).title, 160))
                .join(' · ')}
              {told.length > 3 && ' · …'}
            </span>
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

function NotSeen({ summary: { notSeen }, onFindings }: { readonly summary: Summary; readonly onFindings: () => void }) {
  if (notSeen.length === 0) return null;
  return (
    <QuietSection title={say('What could not be checked?')}>
      <ul className="m-0 grid max-w-prose list-disc gap-0.5 ps-4 text-soft">
        {notSeen.map((words) => (
          <li key={words}>{sentenceCase(words)}</li>
        ))}
      </ul>
      <div>
        <Button size="small" variant="quiet" className="-ms-2" onClick={onFindings}>
          {say('Why, and what can be done about it')}
        </Button>
      </div>
    </QuietSection>
  );
}
