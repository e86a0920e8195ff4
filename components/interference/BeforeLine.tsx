import type { ExamBefore } from '../../lib/interference/exam-state.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { BrowserVerdict } from './BrowserVerdict.tsx';

/** What was found before the last fix, in one or two lines. */
export function BeforeLine({ before: { fix, faults, verdict } }: { readonly before: ExamBefore }) {
  const [first] = faults;
  const more = faults.length - 1;
  return (
    <p className="border-s-2 border-line ps-2 text-xs text-soft">
      {plainLine(fix, 200).replace(/\.$/, '')}. Before:{' '}
      {first === undefined ? (
        <BrowserVerdict verdict={verdict} />
      ) : (
        <bdi dir="ltr" className="wrap-anywhere">
          {plainLine(first, 200)}
          {more > 0 && ` (and ${more} more)`}
        </bdi>
      )}
    </p>
  );
}
