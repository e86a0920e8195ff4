import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import type { BisectBook } from './bisect-book.ts';
import type { BisectDrive } from './bisect-drive.ts';
import { beginSession, isThisSession } from './bisect-session.ts';
import { astrayNow, putBack } from './restore.ts';
import { createWakefulness } from './wakefulness.ts';

/** Keeps one search going from its beginning until everything is as it was, and what an earlier background has left likewise. */
export interface BisectKeeper {
  /** Ends when what an earlier background has left is taken up: before, nobody may touch the book. Never rejects. */
  ready(): Promise<void>;
  /** Writes down how everything is, then begins to search. Answers when it is written down, or with the reason why it cannot be. */
  begin(state: BisectState): Promise<Result<null>>;
  /** Something was written down: goes on from there. Ends when it waits for somebody, or is over. Never rejects. */
  goOn(): Promise<void>;
  /** The background has started, or was woken: goes on, and ends what nobody has cared for for long. Never rejects. */
  look(): Promise<void>;
  /** Tries again to bring back what could not be brought back; null: looks only whether it is back by now. */
  putBackAgain(how: 'switch' | 'look'): Promise<void>;
}

interface Parts {
  readonly book: BisectBook;
  readonly drive: BisectDrive;
  readonly watchdog: Watchdog;
  /** A search that this background has seen through is over. */
  onOver(state: BisectState): void;
}

/** While it is set, the background is woken every half minute. */
export interface Watchdog {
  set(): Promise<void>;
  clear(): Promise<void>;
}

/** Whoever has not answered so long after the beginning has gone away, with extensions switched off. Milliseconds. */
const longestMs = 30 * 60_000;

/** Makes the keeper; it knows of no search before it is asked to look. */
export function createBisectKeeper({ book, drive, watchdog, onOver }: Parts): BisectKeeper {
  const awake = createWakefulness();
  /** The search that this background has begun or taken up. */
  let ours: string | null = null;
  const tidy = async (): Promise<void> => {
    const state = await book.current();
    if (state !== null && state.phase !== 'over') return;
    awake.end();
    await watchdog.clear();
    if (state === null || state.id !== ours) return;
    ours = null;
    onOver(state);
  };
  const goOn = (): Promise<void> => drive.goOn().then(tidy);
  const own = async (id: string): Promise<void> => {
    ours = id;
    awake.begin();
    await watchdog.set();
  };
  const takeUp = async (): Promise<void> => {
    const state = await book.current();
    if (state === null || state.phase === 'over') return;
    // With its background the search is lost; what the person switches by hand outlasts it.
    const mayGoOn = state.mode === 'guided' && (await isThisSession(state.id));
    // What cannot be written down is put back all the same.
    if (!mayGoOn) await book.advance({ kind: 'interrupted' }).catch(() => undefined);
    await own(state.id);
  };
  let taken: Promise<void> | null = null;
  const ready = (): Promise<void> => (taken ??= takeUp().catch(() => undefined));
  const putBackAgain: BisectKeeper['putBackAgain'] = async (how) => {
    const state = await book.current();
    if (state?.phase !== 'over' || state.notRestored.length === 0) return;
    const switches = how === 'switch' && state.mode === 'automatic';
    const left = switches ? await putBack(state.original) : await astrayNow(state.original);
    await book.advance({ kind: 'restored', notRestored: left.map(({ name }) => name) });
  };
  return {
    ready,
    goOn,
    putBackAgain,
    async begin(state) {
      await Promise.all([own(state.id), beginSession(state.id)]);
      try {
        await book.write(state);
      } catch {
        await book.write(null).catch(() => undefined);
        await tidy();
        return { ok: false, problem: noRoomWords };
      }
      void drive.begin(state).then(tidy);
      return { ok: true, value: null };
    },
    async look() {
      await ready();
      const state = await book.current();
      if (state === null) return;
      if (state.phase === 'over') return putBackAgain('switch').catch(() => undefined);
      if (state.mode === 'automatic' && Date.now() - state.startedAt > longestMs) {
        await book.advance({ kind: 'failed', problem: lateWords }).catch(() => undefined);
      }
      await goOn();
    },
  };
}

const noRoomWords = 'The browser has no room to write down how your extensions are now, so nothing was switched.';
const lateWords = 'The search waited half an hour for an answer, and has ended.';
