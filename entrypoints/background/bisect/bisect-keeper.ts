import { msg, say } from '../../../lib/i18n/say.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import type { BisectBook } from './bisect-book.ts';
import type { BisectDrive } from './bisect-drive.ts';
import { beginSession, isThisSession } from './bisect-session.ts';
import { astrayNow, notRestoredIn, putBack } from './restore.ts';
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
  /**
   * Tries again to bring back what could not be brought back, and nothing else; only by the person's word, since they may have switched
   * it themselves meanwhile. `look`: looks only whether it is back by now.
   */
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
/** What was written down longer ago than this says nothing certain any more about what the person wants switched on. Milliseconds. */
const outdatedMs = 24 * 60 * 60_000;

/** Makes the keeper; it knows of no search before it is asked to look. */
export function createBisectKeeper(parts: Parts): BisectKeeper {
  const { book, drive } = parts;
  const hold = createHold(parts);
  let taken: Promise<void> | null = null;
  const ready = (): Promise<void> => (taken ??= takeUp(book, hold).catch(() => undefined));
  const goOn = (): Promise<void> => drive.goOn().then(hold.tidy);
  return {
    ready,
    goOn,
    putBackAgain: (how) => putBackAgain(how, book),
    async begin(state) {
      await ready();
      try {
        await beginSession(state.id);
        await book.write(state);
        await hold.own(state.id);
      } catch {
        await book.write(null).catch(() => undefined);
        await hold.release();
        return { ok: false, problem: say(noRoomWords) };
      }
      void goOn();
      return { ok: true, value: null };
    },
    async look() {
      await ready();
      const state = await book.current();
      if (state === null) return;
      if (state.phase === 'over') return putBackAgain('look', book).catch(() => undefined);
      if (state.mode === 'automatic' && hold.lastsMs() > longestMs) {
        await book.advance({ kind: 'failed', problem: say(lateWords) }).catch(() => undefined);
      }
      await goOn();
    },
  };
}

/** The search that this background has begun or taken up, for which it stays awake. */
interface Hold {
  own(id: string): Promise<void>;
  /** How long it is held, whatever becomes of the clock on the wall. Milliseconds. */
  lastsMs(): number;
  /** Lets go of a search that is over, and tells so. */
  tidy(): Promise<void>;
  release(): Promise<void>;
}

function createHold({ book, watchdog, onOver }: Parts): Hold {
  const awake = createWakefulness();
  let ours: { readonly id: string; readonly since: number } | null = null;
  const release = async (): Promise<void> => {
    ours = null;
    awake.end();
    await watchdog.clear().catch(() => undefined);
  };
  return {
    async own(id) {
      ours = { id, since: performance.now() };
      awake.begin();
      await watchdog.set();
    },
    lastsMs: () => (ours === null ? 0 : performance.now() - ours.since),
    async tidy() {
      const state = await book.current();
      if (state !== null && state.phase !== 'over') return;
      const isOurs = state !== null && state.id === ours?.id;
      await release();
      if (isOurs) onOver(state);
    },
    release,
  };
}

/** What an earlier background has left is ended, and put back; what is long outdated is put back by nobody but the person. */
async function takeUp(book: BisectBook, hold: Hold): Promise<void> {
  const state = await book.current();
  if (state === null || state.phase === 'over') return;
  // With its background the search is lost; what the person switches by hand outlasts it.
  if (state.mode === 'guided' && (await isThisSession(state.id))) return hold.own(state.id);
  // What cannot be written down is put back all the same.
  await book.advance({ kind: 'interrupted' }).catch(() => undefined);
  if (Math.abs(Date.now() - state.startedAt) <= outdatedMs) return hold.own(state.id);
  const astray = await astrayNow(state.original);
  await book.advance({ kind: 'restored', ...notRestoredIn(astray) }).catch(() => undefined);
}

async function putBackAgain(how: 'switch' | 'look', book: BisectBook): Promise<void> {
  const state = await book.current();
  if (state?.phase !== 'over' || state.notRestored.length === 0) return;
  const left = new Set(state.notRestored.map(({ id }) => id));
  const tried = state.original.filter(({ id }) => left.has(id));
  const switches = how === 'switch' && state.mode === 'automatic';
  const astray = switches ? await putBack(tried) : await astrayNow(tried);
  await book.advance({ kind: 'restored', ...notRestoredIn(astray) });
}

const noRoomWords = msg('The browser has no room to write down how your extensions are now, so nothing was switched.');
const lateWords = msg('The search waited half an hour for an answer, and has ended.');
