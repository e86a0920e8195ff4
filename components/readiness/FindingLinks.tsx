import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import type { ReadinessRow } from '../../lib/preview/readiness/readiness-shape.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { ReadinessActions, ReadinessModel } from './readiness-model.ts';

/** The findings of the report that show why a requirement is not met: each leads to its place, several of one kind together. */
export function FindingLinks({
  row,
  model: { report },
  actions,
}: {
  readonly row: ReadinessRow;
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}) {
  const all = findingsOf(row, report);
  const codes = [...new Set(all.map(({ code }) => code))];
  const first = codes.flatMap((code) => all.find((finding) => finding.code === code) ?? []);
  if (first.length === 0) return null;
  return (
    <ul className="m-0 grid list-none justify-items-start gap-0.5 p-0">
      {first.slice(0, most).map((finding) => (
        <li key={finding.id} className="min-w-0">
          <button
            type="button"
            className="min-h-6 rounded-sm text-start text-accent underline decoration-1 underline-offset-2 wrap-anywhere hover:text-accent-strong hover:decoration-2"
            onClick={() => {
              actions.showFinding(finding.id);
            }}
          >
            {first.length === 1
              ? sayCount(all.length, { one: 'Show the finding', other: 'Show the {count} findings' })
              : say('Show the finding: {title}', { title: plainLine(saidFinding(finding, report).title, 200) })}
          </button>
        </li>
      ))}
    </ul>
  );
}

const most = 5;

/** Several requirements share one code: its finding names the one that it is about. */
function findingsOf({ id, codes }: ReadinessRow, { findings }: Report): readonly WordedFinding[] {
  return findings.filter(
    ({ code, values }) => codes.includes(code) && (code !== 'listing.requirement-unmet' || values['row'] === id),
  );
}
