import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { accountMember, readAccountAnswers, watchAccountAnswers } from '../../lib/storage/account-answers.ts';
import { readReport } from '../../lib/storage/reports.ts';
import type { Judging } from './judging.ts';
import { keepReport } from './report-keeping.ts';
import type { RunBook } from './run-book.ts';

interface Room {
  readonly book: RunBook;
  readonly judging: Pick<Judging, 'again'>;
  readonly language: () => Promise<string>;
}

/** More tabs than these with a report on show are not usual. */
const mostRuns = 8;

/**
 * Judges the reports that screens show again whenever the person tells something else of their account, without any request. To be called
 * synchronously when the background starts.
 */
export function followAnswers(room: Room): void {
  // One after the other: of two judgements of a report the later one must win.
  let last: Promise<void> = Promise.resolve();
  watchAccountAnswers(() => {
    last = last.then(() => judgeShown(room)).catch(() => undefined);
  });
}

async function judgeShown({ book, judging, language }: Room): Promise<void> {
  const account = accountMember(await readAccountAnswers());
  for (const { id } of shownRuns(await book.all())) {
    const before = await readReport(id).catch(() => null);
    if (before === null || before.subject !== 'connector') continue;
    const { report, ending } = await judging.again(id, account, await language());
    if ((await keepReport(id, report, ending.outcome.headline)) === 'kept') {
      await book.advance(id, { kind: 'judged-again', ending });
    }
  }
}

/** Of each tab the newest run that is over, and the newest of all. `runs`: the newest first. */
export function shownRuns(runs: readonly RunState[]): readonly RunState[] {
  const over = runs.filter((run) => isOver(run) && run.outcome !== null);
  const newest = over.filter(
    ({ tabId }, index) => index === 0 || (tabId !== null && over.findIndex((each) => each.tabId === tabId) === index),
  );
  return newest.slice(0, mostRuns);
}
