import { SquareArrowOutUpRight } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { formFor, trackerIssue, type TrackerIssue } from '../../lib/report/handoff/tracker-issue.ts';
import { fieldWords, formWords, publicWords, trackerRemarks } from '../../lib/report/handoff/tracker-words.ts';
import { redactionWords } from '../../lib/report/redaction/redaction-words.ts';
import { namesInNote } from '../../lib/report/sharing/names-in-note.ts';
import type { ReportReader } from '../../lib/report/words/who-words.ts';
import { tracker, trackerFormNames, type TrackerFormName } from '../../lib/standards/tracker-forms.ts';
import { Segments } from '../preview/Segments.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ActionLink } from './ActionLink.tsx';
import { TrackerFieldInput } from './TrackerFieldInput.tsx';
import { answersOf, isOvertaken, type AnswerName, type AnswerStore, type TypedAnswers } from './typed-answers.ts';

/** The issue form of the public tracker, filled in and open to changes, before anything of it leaves. */
export function TrackerPart({
  report,
  original,
  reader,
  store,
  now,
}: {
  readonly report: Report;
  readonly original: Report;
  readonly reader: ReportReader;
  readonly store: AnswerStore;
  readonly now: number;
}) {
  const [form, setForm] = useState<TrackerFormName>(() => formFor(reader));
  const [isPressed, press] = useState(false);
  const { typed } = store;
  const plain = useMemo(() => trackerIssue(report, { form, now }), [report, form, now]);
  const issue = useMemo(
    () => trackerIssue(report, { form, answers: answersOf(typed), now }),
    [report, form, typed, now],
  );
  const known = knownIn(plain);
  const isOld = (id: AnswerName): boolean => isOvertaken(typed[id], known(id));
  const inputFor = (field: TrackerIssue['fields'][number] | TitleField): ReactNode => (
    <TrackerFieldInput
      key={field.id}
      field={field}
      typed={typed[field.id]?.text}
      report={report}
      isPressed={isPressed}
      isOvertaken={field.kind !== 'dropdown' && isOld(field.id)}
      onChange={(name, text) => {
        store.answer(name, text, known(name));
      }}
      onForget={store.forget}
    />
  );
  const asked = issue.fields.filter(({ id }) => plain.missing.includes(id));
  const others = issue.fields.filter(({ id }) => !plain.missing.includes(id));
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
        {asked.map(inputFor)}
        {asked.length > 0 && <p className="text-soft">{say('From the report; you can change it:')}</p>}
        {inputFor({ id: 'title', kind: 'input', required: true, value: issue.title })}
        {others.map(inputFor)}
      </div>
      <BeforeSending
        issue={isPressed ? issue : { ...issue, missing: [] }}
        named={namesIn(report, original, typed)}
        overtaken={[
          ...(isOld('title') ? (['title'] as const) : []),
          ...others.filter(({ id, kind }) => kind !== 'dropdown' && isOld(id)).map(({ id }) => id),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <ActionLink
          href={issue.url as `https://${string}`}
          copies={issue.left?.text ?? null}
          onPress={() => {
            press(true);
          }}
        >
          <SquareArrowOutUpRight aria-hidden size={16} /> {say('Open the filled-in form on GitHub')}
        </ActionLink>
        <span className="text-soft">{say('You send it there, with a button of GitHub’s.')}</span>
      </div>
    </div>
  );
}

interface TitleField {
  readonly id: 'title';
  readonly kind: 'input';
  readonly required: true;
  readonly value: string;
}

function knownIn({ title, fields }: TrackerIssue): (name: AnswerName) => string {
  return (name) => (name === 'title' ? title : (fields.find(({ id }) => id === name)?.value ?? ''));
}

/** Names that were left out and stand in the note or in what was typed; the server’s own field says it by itself. */
function namesIn({ note, withheld = [] }: Report, original: Report, typed: TypedAnswers): readonly string[] {
  const { 'server-url': _server, ...others } = answersOf(typed);
  return namesInNote([note ?? '', ...Object.values(others)].join('\n'), original, withheld);
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

function BeforeSending({
  issue,
  named,
  overtaken,
}: {
  readonly issue: TrackerIssue;
  readonly named: readonly string[];
  readonly overtaken: readonly (keyof typeof fieldWords)[];
}) {
  const { left, removed } = issue;
  return (
    <Notice tone="degraded" title={say('Everybody can read it')}>
      <p>{publicWords(issue)}</p>
      <div role="status">
        {named.length > 0 && (
          <p className="mb-1 font-semibold wrap-anywhere">
            {say('What you wrote still names what you left out: {names}.', {
              names: named.map((name) => plainLine(name, 100)).join(', '),
            })}
          </p>
        )}
        {overtaken.length > 0 && (
          <p className="mb-1 font-semibold">
            {say('You wrote this before the report was changed: {fields}.', {
              fields: overtaken.map((name) => say(fieldWords[name].label)).join(', '),
            })}
          </p>
        )}
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
