import { SquareArrowOutUpRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import {
  formFor,
  trackerIssue,
  type TrackerAnswers,
  type TrackerIssue,
} from '../../lib/report/handoff/tracker-issue.ts';
import { formWords, publicWords, trackerRemarks } from '../../lib/report/handoff/tracker-words.ts';
import { redactionWords } from '../../lib/report/redaction/redaction-words.ts';
import type { ReportReader } from '../../lib/report/words/who-words.ts';
import { tracker, trackerFormNames, type TrackerFormName } from '../../lib/standards/tracker-forms.ts';
import { Segments } from '../preview/Segments.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ActionLink } from './ActionLink.tsx';
import { TrackerFieldInput } from './TrackerFieldInput.tsx';

/** The issue form of the public tracker, filled in and open to changes, before anything of it leaves. */
export function TrackerPart({
  report,
  reader,
  now,
}: {
  readonly report: Report;
  readonly reader: ReportReader;
  readonly now: number;
}) {
  const [form, setForm] = useState<TrackerFormName>(() => formFor(reader));
  const [answers, setAnswers] = useState<TrackerAnswers>({});
  const issue = useMemo(() => trackerIssue(report, { form, answers, now }), [report, form, answers, now]);
  const answer = (name: keyof TrackerAnswers, text: string): void => {
    setAnswers((before) => ({ ...before, [name]: text }));
  };
  return (
    <div className="grid min-w-0 gap-4">
      <div className="justify-self-start">
        <Segments
          legend={say('Who writes?')}
          answers={trackerFormNames.toReversed().map((key) => ({ key, label: say(formWords[key]) }))}
          chosen={form}
          onChoose={setForm}
        />
      </div>
      <SearchFirst issue={issue} />
      <div className="grid max-w-3xl min-w-0 gap-4">
        <TrackerFieldInput
          field={{ id: 'title', kind: 'input', required: true, value: issue.title }}
          typed={answers.title}
          report={report}
          onChange={answer}
        />
        {issue.fields.map((field) => (
          <TrackerFieldInput key={field.id} field={field} typed={answers[field.id]} report={report} onChange={answer} />
        ))}
      </div>
      <BeforeSending issue={issue} />
      <div className="flex flex-wrap items-center gap-2">
        <ActionLink href={issue.url as `https://${string}`} copies={issue.left?.text ?? null}>
          <SquareArrowOutUpRight aria-hidden size={16} /> {say('Open the filled-in form on GitHub')}
        </ActionLink>
        <span className="text-soft">{say('You send it there, with a button of GitHub’s.')}</span>
      </div>
    </div>
  );
}

/** Both forms ask for it. */
function SearchFirst({ issue: { search } }: { readonly issue: TrackerIssue }) {
  return (
    <p className="max-w-prose">
      {say('Look first whether somebody has written about it: then add your reference there.')}{' '}
      <ExternalLink href={search?.url ?? tracker.issues}>
        {search === null ? say('Open the list of issues') : say('Search the tracker for {host}', { host: search.host })}
      </ExternalLink>
      {search !== null && ` ${say('The search tells GitHub this name.')}`}
    </p>
  );
}

function BeforeSending({ issue }: { readonly issue: TrackerIssue }) {
  const { left, removed } = issue;
  return (
    <Notice tone="degraded" title={say('Everybody can read it')}>
      <p>{publicWords(issue)}</p>
      <div role="status">
        <ul className="m-0 grid list-disc gap-1 ps-4 empty:hidden">
          {trackerRemarks(issue).map((remark) => (
            <li key={remark} className="wrap-anywhere">
              {remark}
            </li>
          ))}
          {removed.length > 0 && (
            <li className="font-medium">
              {say('Taken out of what you typed: {what}.', {
                what: removed.map((each) => plainLine(redactionWords(each), 200)).join('; '),
              })}
            </li>
          )}
        </ul>
      </div>
      {left !== null && (
        <Disclosure summary={say('See what has to be pasted')}>
          <div className="grid justify-items-start gap-2">
            <pre
              lang="en"
              className="m-0 max-h-64 w-full overflow-auto rounded-md bg-well p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
              tabIndex={0}
            >
              {left.text}
            </pre>
            <CopyButton text={left.text} what={say('what has to be pasted')} />
          </div>
        </Disclosure>
      )}
    </Notice>
  );
}
