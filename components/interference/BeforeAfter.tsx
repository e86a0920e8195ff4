import { say } from '../../lib/i18n/say.ts';
import type { ExamBefore } from '../../lib/interference/exam-state.ts';
import type { Report, Verdict } from '../../lib/kernel/report.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { BrowserVerdict } from './BrowserVerdict.tsx';

/** What was found before a fix, and what is found after it. */
export function BeforeAfter({ before, report }: { readonly before: ExamBefore; readonly report: Report }) {
  const faults = report.findings
    .filter(({ severity, explainedBy }) => severity !== 'note' && explainedBy === undefined)
    .map((finding) => saidFinding(finding, report).title);
  return (
    <section aria-labelledby="before-title" className="grid gap-2">
      <h2 id="before-title" className="text-lg font-semibold">
        {plainLine(before.fix, 200).replace(/\.$/, '')}
      </h2>
      <div className="grid gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-2">
        <Side title={say('Before')} verdict={before.verdict} faults={before.faults} />
        <Side title={say('Now')} verdict={report.verdict} faults={faults} />
      </div>
    </section>
  );
}

function Side({
  title,
  verdict,
  faults,
}: {
  readonly title: string;
  readonly verdict: Verdict;
  readonly faults: readonly string[];
}) {
  const unique = [...new Set(faults)];
  return (
    <div className="grid content-start gap-2 bg-surface p-4">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {title} <BrowserVerdict verdict={verdict} />
      </h3>
      {unique.length === 0 ? (
        <p className="text-soft">{say('Nothing was found.')}</p>
      ) : (
        <ul className="m-0 grid list-disc gap-0.5 ps-4">
          {unique.slice(0, 8).map((fault) => (
            <li key={fault}>
              <bdi dir="ltr" className="wrap-anywhere">
                {plainLine(fault, 300)}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
