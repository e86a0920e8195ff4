import { useEffect, useState } from 'react';
import { msg, say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { Replay } from '../../lib/report/compare/replay.ts';

/** Judges a report again without asking anybody. Handed in by the page, as one function that stays the same: screens know no checks. */
export type Judge = (report: Report) => Promise<Replay>;

/**
 * The judgement of this report, made once when it is wanted; null until then. Where what judges cannot be loaded, that is said, and it is
 * asked for again the next time that it is wanted.
 */
export function useJudgement(report: Report, judge: Judge | null, isWanted: boolean): Replay | null {
  const [made, setMade] = useState<{ readonly of: Report; readonly judgement: Replay } | null>(null);
  const [unloaded, setUnloaded] = useState<Report | null>(null);
  const known = made?.of === report ? made.judgement : null;
  useEffect(() => {
    if (!isWanted || judge === null || known !== null) return undefined;
    let isAwaited = true;
    // It says itself of a damaged report that it cannot be judged: only what it is made of can be missing.
    void judge(report).then(
      (judgement) => {
        if (isAwaited) setMade({ of: report, judgement });
      },
      () => {
        if (isAwaited) setUnloaded(report);
      },
    );
    return () => {
      isAwaited = false;
      setUnloaded(null);
    };
  }, [report, judge, isWanted, known]);
  return known ?? (unloaded === report ? { kind: 'cannot', words: say(notLoadedWords) } : null);
}

const notLoadedWords = msg(
  'The part of this page that judges could not be loaded: see that the network is there, and choose it once more.',
);
