import { say } from '../../lib/i18n/say.ts';
import { noAnswers, type AccountAnswers } from '../../lib/kernel/account.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { Result } from '../../lib/kernel/result.ts';
import type { Commands } from '../../lib/messaging/protocol.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { accountMember, readAccountAnswers, watchAccountAnswers } from '../../lib/storage/account-answers.ts';
import { listReports, readReport } from '../../lib/storage/reports.ts';
import type { Judging } from './judging.ts';
import { onLanguageChosen } from './language-chosen.ts';
import { keepReport } from './report-keeping.ts';
import type { RunBook } from './run-book.ts';

interface Room {
  readonly book: RunBook;
  readonly judging: Pick<Judging, 'again'>;
  readonly language: () => Promise<string>;
}

/** More tabs than these with a report on show are not usual. */
const mostRuns = 8;

/** Takes what the person tells of a report, when all of it was seen already. */
export interface ToldAnswers {
  tellServerLog: (request: Parameters<Commands['tellServerLog']>[0]) => Promise<Result<null>>;
  tellListing: (request: Parameters<Commands['tellListing']>[0]) => Promise<Result<null>>;
}

/**
 * Judges the reports that screens show again whenever the person tells something else of their account, without any request; and puts
 * all that are kept into the words of another language when one is chosen. To be called synchronously when the background starts.
 */
export function followAnswers(room: Room): ToldAnswers {
  // One after the other: of two judgements of a report the later one must win.
  let last: Promise<unknown> = Promise.resolve();
  const next = (deed: () => Promise<void>): Promise<void> => {
    const done = last.then(deed);
    last = done.catch(() => undefined);
    return done;
  };
  watchAccountAnswers((answers, before) => {
    void next(() => judgeShown(room, hasNewWish(answers, before))).catch(() => undefined);
  });
  onLanguageChosen(() => {
    void next(() => sayAgain(room)).catch(() => undefined);
  });
  return {
    async tellServerLog({ runId, serverLog }) {
      await next(() => judgeOne(room, runId, (before) => ({ ...noAnswers, ...before, serverLog })));
      return { ok: true, value: null };
    },
    async tellListing({ runId, draft, lookAtLinks }) {
      let isThere = false;
      await next(async () => {
        isThere = await judgeListing(room, runId, { draft, lookAtLinks });
      });
      return isThere ? { ok: true, value: null } : { ok: false, problem: say('This check is not known any more.') };
    },
  };
}

/** False where there is no such report (any more). */
async function judgeListing(
  { book, judging, language }: Room,
  id: string,
  listing: Omit<Parameters<Commands['tellListing']>[0], 'runId'>,
): Promise<boolean> {
  const before = await readReport(id).catch(() => null);
  if (before === null || before.subject !== 'connector') return false;
  const judged = await judging.again(id, 'as-kept', await language(), listing).catch(async (error: unknown) => {
    // Nothing is wrong with the part that judges when what it was to judge was forgotten.
    if ((await readReport(id).catch(() => null)) === null) return null;
    throw error;
  });
  if (judged === null) return false;
  const { report, ending } = judged;
  if ((await keepReport(id, report, ending.outcome.headline, { kind: 'again' })) !== 'kept') return false;
  await book.advance(id, { kind: 'judged-again', ending });
  return true;
}

/** A corrected plan or role brings no wish along that was told with another report in view. */
export function hasNewWish(answers: AccountAnswers, before: AccountAnswers): boolean {
  return answers.goal !== before.goal || answers.hasCustom !== before.hasCustom;
}

async function judgeShown(room: Room, isWished: boolean): Promise<void> {
  const answers = await readAccountAnswers();
  for (const [index, { id }] of shownRuns(await room.book.all()).entries()) {
    await judgeOne(room, id, (before) => answersFor(answers, before, isWished && index === 0));
  }
}

/**
 * What a report that is shown has of the answers: plan and role in any case; what is wished for only the newest one, when it was just
 * told with that one in view. A wish that another report has stays with it, until everything is taken back.
 */
export function answersFor(answers: AccountAnswers, before: Report['account'], isMeant: boolean): AccountAnswers {
  const serverLog = before?.serverLog ?? null;
  if (isMeant || accountMember(answers) === null) return { ...answers, serverLog };
  return { ...answers, goal: before?.goal ?? null, hasCustom: before?.hasCustom ?? null, serverLog };
}

/**
 * What lists and small screens show of every report that is kept, also of bundles, which have no run, in the language that was chosen. A
 * run whose report is gone keeps its words.
 */
async function sayAgain({ book, judging, language }: Room): Promise<void> {
  const tag = await language();
  for (const { id } of await listReports().catch(() => [])) {
    const said = await judging.again(id, 'as-kept', tag).catch(() => null);
    if (said === null) continue;
    if ((await keepReport(id, said.report, said.ending.outcome.headline, { kind: 'again' })) === 'gone') continue;
    await book.advance(id, { kind: 'judged-again', ending: said.ending });
  }
}

async function judgeOne(
  { book, judging, language }: Room,
  id: string,
  answersAfter: (before: Report['account']) => AccountAnswers,
): Promise<void> {
  const before = await readReport(id).catch(() => null);
  if (before === null || before.subject !== 'connector') return;
  const account = accountMember(answersAfter(before.account));
  const { report, ending } = await judging.again(id, account, await language());
  if ((await keepReport(id, report, ending.outcome.headline, { kind: 'again' })) === 'kept') {
    await book.advance(id, { kind: 'judged-again', ending });
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
