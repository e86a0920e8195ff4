import { say } from '../../lib/i18n/say.ts';
import type { ExamBefore } from '../../lib/interference/exam-state.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Say } from '../ui/Say.tsx';
import { BrowserVerdict } from './BrowserVerdict.tsx';

/** What was found before the last fix, in one or two lines. */
export function BeforeLine({ before: { fix, faults, verdict } }: { readonly before: ExamBefore }) {
  const [first] = faults;
  const more = faults.length - 1;
  return (
    <p className="border-s-2 border-line ps-2 text-xs text-soft">
      <Say
        text="{done}. Before: {found}"
        with={{
          done: plainLine(fix, 200).replace(/\.$/, ''),
          found:
            first === undefined ? (
              <BrowserVerdict verdict={verdict} />
            ) : (
              <bdi dir="ltr" className="wrap-anywhere">
                {more > 0
                  ? say('{first} (and {count} more)', { first: plainLine(first, 200), count: more })
                  : plainLine(first, 200)}
              </bdi>
            ),
        }}
      />
    </p>
  );
}
