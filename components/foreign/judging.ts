import { useEffect, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { Replay } from '../../lib/report/compare/replay.ts';

/** Judges a report again without asking anybody. Handed in by the page, as one function that stays the same: screens know no checks. */
export type Judge = (report: Report) => Promise<Replay>;

/** The judgement of this report, made once when it is wanted; null until then. */
export function useJudgement(report: Report, judge: Judge | null, isWanted: boolean): Replay | null {
  const [made, setMade] = useState<{ readonly of: Report; readonly judgement: Replay } | null>(null);
  const known = made?.of === report ? made.judgement : null;
  useEffect(() => {
    if (!isWanted || judge === null || known !== null) return undefined;
    let isAwaited = true;
    // A damaged report can make a check fail, and a page that lost its parts cannot load them.
    void judge(report)
      .catch((): Replay => ({ kind: 'cannot', words: say('Its evidence is damaged, so it cannot be judged.') }))
      .then((judgement) => {
        if (isAwaited) setMade({ of: report, judgement });
      });
    return () => {
      isAwaited = false;
    };
  }, [report, judge, isWanted, known]);
  return known;
}
