import { msg, say } from '../../../lib/i18n/say.ts';
import { neverBegun } from '../../../lib/interference/bisect-changes.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import type { Commands } from '../../../lib/messaging/protocol.ts';
import { hasNeeds } from '../../../lib/permissions/ask.ts';
import type { ExamHands } from '../exam/exam-hands.ts';
import { openPopupAgain } from '../popup-again.ts';
import { readyBisect, thisMode } from './begin-bisect.ts';
import { createBisectBook, type BisectBook } from './bisect-book.ts';
import { createBisectDrive } from './bisect-drive.ts';
import { createBisectKeeper, type BisectKeeper, type Watchdog } from './bisect-keeper.ts';
import { createSteadyLook } from './bisect-look.ts';
import { bisectNeeds, keepWish, takeWish, type BisectWish } from './bisect-wish.ts';
import { forgetSearch, leftWords } from './forget-search.ts';
import { lookAfterwards } from './look-afterwards.ts';
import { astrayNow } from './restore.ts';
import { heedRemoval, heedStranger } from './strangers.ts';
import type { SwitchEvent } from './switch-watch.ts';
import { createBoards, type Boards } from './switchboard.ts';

/** What screens can ask for. */
export type BisectCommands = {
  readonly [Name in 'startBisect' | 'answerBisect' | 'stopBisect' | 'leaveBisect' | 'dismissBisect']: (
    request: Parameters<Commands[Name]>[0],
  ) => Promise<Result<null>>;
};

/** The commands of screens, and what happens in the browser. */
export interface BisectService {
  readonly commands: BisectCommands;
  /** Ends when a background that has just started may take commands. */
  ready(): Promise<void>;
  /** The background has started, or was woken. */
  look(): Promise<void>;
  switched(event: SwitchEvent): Promise<void>;
  tabClosed(tabId: number): Promise<void>;
  /** A permission was given. */
  allowed(): Promise<void>;
  /** A permission was taken back. */
  taken(): Promise<void>;
  /** Forgets the last search, as far as nothing has to be put back by it any more. */
  forget(): Promise<void>;
}

/** Makes the service; it does nothing before it is asked or told. */
export function createBisectService(exam: ExamHands, watchdog: Watchdog): BisectService {
  const book = createBisectBook();
  const board = createBoards();
  const drive = createBisectDrive({ book, board, look: createSteadyLook(exam.symptomShows) });
  const onOver = (state: BisectState): void => void lookAfterwards(state, exam.look);
  const keeper = createBisectKeeper({ book, drive, watchdog, onOver });
  const beginner = createBeginner(book, keeper, exam.look);
  return {
    look: keeper.look,
    async allowed() {
      await keeper.ready();
      if ((await book.current())?.isNotAllowed) await keeper.putBackAgain('switch');
      await beginner.takeUpWish();
      await keeper.look();
    },
    async forget() {
      await keeper.ready();
      await forgetSearch(book);
    },
    ...createEvents(book, keeper, board),
    commands: { startBisect: beginner.start, ...createCommands(book, keeper) },
    ready: keeper.ready,
  };
}

function createEvents(
  book: BisectBook,
  keeper: BisectKeeper,
  board: Boards,
): Pick<BisectService, 'switched' | 'tabClosed' | 'taken'> {
  return {
    async taken() {
      await keeper.ready();
      if (await hasNeeds(bisectNeeds)) return;
      await book.advance({ kind: 'failed', problem: say(takenWords) });
      await keeper.goOn();
    },
    async switched({ id, enabled }) {
      await keeper.ready();
      const state = await book.current();
      if (state === null) return;
      if (enabled === null) await heedRemoval(id, book);
      else if (state.phase === 'over') return keeper.putBackAgain('look');
      else if (state.mode === 'automatic') await heedStranger(id, book, board(state));
      await keeper.goOn();
    },
    async tabClosed(tabId) {
      await keeper.ready();
      if ((await book.current())?.tabId !== tabId) return;
      await book.advance({ kind: 'failed', problem: say(closedWords) });
      await keeper.goOn();
    },
  };
}

interface Beginner {
  start(wish: BisectWish): Promise<Result<null>>;
  /** A wish that waited for its permission begins when that is there. */
  takeUpWish(): Promise<void>;
}

function createBeginner(book: BisectBook, keeper: BisectKeeper, look: ExamHands['look']): Beginner {
  let isBeginning = false;
  const begin = async (wish: BisectWish): Promise<Result<null>> => {
    if (isBeginning) return { ok: false, problem: say(alreadyWords) };
    isBeginning = true;
    try {
      const hindrance = hindranceIn(await book.current());
      if (hindrance !== null) return { ok: false, problem: hindrance };
      const ready = await readyBisect(wish, look);
      return ready.ok ? await keeper.begin(ready.value) : ready;
    } finally {
      isBeginning = false;
    }
  };
  const takeUpWish = async (): Promise<void> => {
    const wish = await takeWish();
    if (wish === null) return;
    const begun = await begin(wish).catch((error: unknown) => ({ ok: false as const, problem: String(error) }));
    if (!begun.ok && hindranceIn(await book.current()) === null) {
      // Nobody is there any more to be answered: the problem stands where the search would.
      const about = { id: crypto.randomUUID(), mode: thisMode(), tabId: wish.tabId, now: Date.now() };
      await book.write(neverBegun(about, begun.problem));
    }
    // Only a popup knows the tab below it.
    if (wish.tabId !== null) await openPopupAgain();
  };
  return {
    takeUpWish,
    async start(wish) {
      if (await hasNeeds(bisectNeeds)) return begin(wish);
      await keepWish(wish);
      // The permission may have come meanwhile.
      await takeUpWish();
      return { ok: true, value: null };
    },
  };
}

function createCommands(book: BisectBook, keeper: BisectKeeper): Omit<BisectCommands, 'startBisect'> {
  const done: Result<null> = { ok: true, value: null };
  return {
    async answerBisect({ works }) {
      const state = await book.current();
      if (state?.phase !== 'asking') return { ok: false, problem: say('The search is not waiting for an answer now.') };
      await book.advance({ kind: 'saw', saw: works ? 'works' : 'fails' }, state);
      void keeper.goOn();
      return done;
    },
    async stopBisect() {
      const state = await book.current();
      if (state === null) return done;
      if (state.phase === 'over') await keeper.putBackAgain('switch');
      else if (state.phase === 'restoring' && state.mode === 'guided') await leave(state, book);
      else await book.advance({ kind: 'stop' });
      await keeper.goOn();
      return (await book.current())?.isNotAllowed ? { ok: false, problem: say(notAllowedWords) } : done;
    },
    async leaveBisect() {
      const state = await book.current();
      if (state !== null) await leave(state, book);
      await keeper.goOn();
      return done;
    },
    dismissBisect: () => forgetSearch(book),
  };
}

/** The person wants what is still otherwise to stay so: where we do not switch by ourselves, or could not. */
async function leave(state: BisectState, book: BisectBook): Promise<void> {
  if (state.phase === 'over') return book.advance({ kind: 'left', astray: state.notRestored });
  if (state.phase !== 'restoring' || state.mode !== 'guided') return;
  const { switched, absent } = await astrayNow(state.original);
  await book.advance({ kind: 'left', astray: [...switched, ...absent] });
}

/** What stands against a new search; null when nothing does. */
function hindranceIn(state: BisectState | null): string | null {
  if (state === null) return null;
  if (state.phase !== 'over') return say(alreadyWords);
  return state.notRestored.length > 0 ? say(leftWords) : null;
}

const alreadyWords = msg('A search for the extension is under way already.');
const takenWords = msg('The permission to switch extensions was taken back, so the search has ended.');
const notAllowedWords = msg(
  'The permission to switch extensions is missing, so nothing can be put back. Allow it again, and your extensions are switched back.',
);
const closedWords = msg('The tab with Claude was closed, so there is nothing left to look at.');
