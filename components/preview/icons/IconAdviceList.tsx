import { say } from '../../../lib/i18n/say.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { IconAdvice } from '../../../lib/preview/preview.ts';
import { saidFinding } from '../../../lib/report/finding-words.ts';
import { plainLine } from '../../../lib/report/plain.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** What to change, in order, each with the tag or the file that is missing. */
export function IconAdviceList({
  advice,
  report,
}: {
  readonly advice: readonly IconAdvice[];
  readonly report: Pick<Report, 'findings' | 'vantage' | 'subject'>;
}) {
  return (
    <ol className="m-0 grid list-decimal gap-3 ps-5">
      {advice.map(({ finding: id, snippet }) => {
        const finding = report.findings.find((each) => each.id === id);
        if (!finding) return null;
        const { title, fix } = saidFinding(finding, report);
        return (
          <li key={id} className="ps-1">
            <div className="grid min-w-0 gap-1">
              <p className="font-medium wrap-anywhere">{plainLine(title, 300)}</p>
              <p className="wrap-anywhere">{plainLine(fix, 800)}</p>
              {snippet !== null && (
                <div className="flex flex-wrap items-center gap-2">
                  <code
                    dir="ltr"
                    className="min-w-0 rounded-sm border border-line bg-well px-2 py-1 font-mono text-xs wrap-anywhere"
                  >
                    {snippet}
                  </code>
                  <CopyButton text={snippet} what={say('what is to be added')} />
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
