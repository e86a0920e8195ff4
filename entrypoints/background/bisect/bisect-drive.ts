import { msg, say } from '../../../lib/i18n/say.ts';
import { wantedEnabled } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Saw } from '../../../lib/interference/steady.ts';
import type { BisectBook } from './bisect-book.ts';
import type { SteadyLook } from './bisect-look.ts';
import { astrayNow, notRestoredIn, putBack, type Astray } from './restore.ts';
import type { Switchboard } from './switchboard.ts';

/** Drives a search from one phase to the next, as far as it goes by itself. */
export interface BisectDrive {
  /** Something has happened: goes on from what the book says. Ends when it waits for somebody, or is over. Never rejects. */
  goOn(): Promise<void>;
}

interface Parts {
  readonly book: BisectBook;
  board(search: BisectState): Switchboard;
  readonly look: SteadyLook;
}

/** Makes the drive; of many calls one after the other goes on. */
export function createBisectDrive(parts: Parts): BisectDrive {
  let last: Promise<void> = Promise.resolve();
  const goOn = async (): Promise<void> => {
    for (let before: BisectState | null = null; ;) {
      const state = await parts.book.current();
      if (state === null || state === before) return;
      before = state;
      await takeStep(state, parts).catch((error: unknown) => fail(error, parts.book));
    }
  };
  return {
    goOn() {
      last = last.then(goOn).catch((error: unknown) => fail(error, parts.book));
      return last;
    },
  };
}

/** Leaves the state as it is when somebody else has to do something first. */
async function takeStep(state: BisectState, parts: Parts): Promise<void> {
  switch (state.phase) {
    case 'searching':
      return search(state, parts);
    case 'waiting-for-switches':
      return waitForSwitches(state, parts);
    case 'restoring':
      return restore(state, parts);
    case 'asking':
    case 'over':
      return;
  }
}

/** One round: the state is written down already, and says what shall be on. */
async function search(state: BisectState, { book, board, look }: Parts): Promise<void> {
  const signal = book.whileAt(state);
  const brought = await board(state).bring(wantedEnabled(state));
  if (signal.aborted) return;
  if (brought.kind === 'by-hand') return book.advance({ ...brought, kind: 'needs-switches' }, state);
  if (brought.kind === 'vanished') return endWithout(state, brought.id, book);
  if (brought.kind === 'refused') {
    const problem = say('The browser did not let Connector Doctor switch “{name}”.', {
      name: nameOf(state, brought.id),
    });
    return book.advance({ kind: 'failed', problem }, state);
  }
  const saw = await orAborted(look(state, brought.switchedOn, signal), signal);
  if (saw === 'left') return book.advance({ kind: 'failed', problem: say(leftWords) }, state);
  await book.advance(saw === 'unclear' ? { kind: 'ask-person' } : { kind: 'saw', saw }, state);
}

/** It may be bringing itself up to date, or was removed without a word of the browser's: it stays written down how it has to be. */
async function endWithout(state: BisectState, id: string, book: BisectBook): Promise<void> {
  const problem = say('“{name}” is not to be found in the browser at this moment, so the search has ended.', {
    name: nameOf(state, id),
  });
  await book.advance({ kind: 'failed', problem }, state);
}

async function waitForSwitches(state: BisectState, { book, board }: Parts): Promise<void> {
  const brought = await board(state).bring(wantedEnabled(state));
  if (brought.kind === 'as-wanted') return book.advance({ kind: 'switched' }, state);
  if (brought.kind === 'vanished') return endWithout(state, brought.id, book);
  if (brought.kind === 'by-hand') await tellSwitches(state, brought, book);
}

async function restore(state: BisectState, { book }: Parts): Promise<void> {
  const astray = state.mode === 'automatic' ? await putBack(state.original) : await astrayNow(state.original);
  const { switched, isNotAllowed } = astray;
  if (state.mode === 'automatic' || isNotAllowed || switched.length === 0) return restored(astray, book);
  const idsOf = (wanted: boolean): string[] => switched.flatMap(({ id, enabled }) => (enabled === wanted ? [id] : []));
  await tellSwitches(state, { off: idsOf(false), on: idsOf(true) }, book);
}

async function restored(astray: Astray, book: BisectBook): Promise<void> {
  const left = notRestoredIn(astray);
  try {
    await book.advance({ kind: 'restored', ...left });
  } catch (error) {
    if (left.notRestored.length > 0) throw error;
    // What is still written down would be put back once more, whatever the person switches meanwhile; forgetting takes no room.
    await book.write(null);
  }
}

interface Switches {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** Each switch of the person shortens the lists; what they say already is not written down again. */
async function tellSwitches(state: BisectState, { off, on }: Switches, book: BisectBook): Promise<void> {
  if (JSON.stringify(state.toSwitch) === JSON.stringify({ off, on })) return;
  await book.advance({ kind: 'needs-switches', off, on }, state);
}

/** The browser refused something in the middle, such as the permission that it had: whatever it is, everything is put back. */
async function fail(error: unknown, book: BisectBook): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const problem = say('The browser did not let Connector Doctor go on: {words}', { words: words.slice(0, 200) });
  // What cannot be written down any more is put back all the same.
  await book.advance({ kind: 'failed', problem }).catch(() => undefined);
}

const leftWords = msg('The tab does not show Claude any more, so there is nothing left to look at.');

function nameOf({ original }: BisectState, id: string): string {
  return original.find((each) => each.id === id)?.name ?? id;
}

/** Whoever stops a search does not wait for its look. */
function orAborted(look: ReturnType<SteadyLook>, signal: AbortSignal): ReturnType<SteadyLook> {
  const aborted = new Promise<Saw>((settle) => {
    const end = (): void => {
      settle('unclear');
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([look, aborted]);
}
