import { browser } from 'wxt/browser';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { readInstalled } from '../extensions/installed-extensions.ts';

/** What bringing extensions to what is wanted came to. */
export type Brought =
  | { readonly kind: 'as-wanted'; readonly switchedOn: boolean }
  /** The person has to switch these. */
  | { readonly kind: 'by-hand'; readonly off: readonly string[]; readonly on: readonly string[] }
  /** This one is not there, and did not come back within a moment. */
  | { readonly kind: 'vanished'; readonly id: string }
  /** The browser did not switch this one. */
  | { readonly kind: 'refused'; readonly id: string };

/** Where extensions are switched off and on. */
export interface Switchboard {
  /** Switches those that are not as wanted (id, enabled), and no other. */
  bring(wanted: ReadonlyMap<string, boolean>): Promise<Brought>;
  /**
   * What this extension is now when it is not as we have set it (where we have not: not like `before`); null when it is, or is gone.
   * Looked at while nothing is being switched.
   */
  strayed(id: string, before: boolean): Promise<boolean | null>;
}

/** The board on which a search switches. */
export type Boards = (search: Pick<BisectState, 'id' | 'mode'>) => Switchboard;

/** Makes the boards: what one search has set says nothing to the next. */
export function createBoards(): Boards {
  const guided = createGuidedSwitchboard();
  let last: { readonly id: string; readonly board: Switchboard } | null = null;
  return ({ id, mode }) => {
    if (mode === 'guided') return guided;
    if (last?.id !== id) last = { id, board: createSwitchboard() };
    return last.board;
  };
}

/** Chromium: we switch ourselves, in 7 to 30 ms each and without a question. */
function createSwitchboard(): Switchboard {
  const ours = new Map<string, boolean>();
  let last: Promise<unknown> = Promise.resolve();
  const bring = async (wanted: ReadonlyMap<string, boolean>): Promise<Brought> => {
    const differing = await differences(wanted);
    if ('vanished' in differing) return { kind: 'vanished', id: differing.vanished };
    const changes = [
      ...differing.off.map((id) => [id, false] as const),
      ...differing.on.map((id) => [id, true] as const),
    ];
    const refused = await Promise.all(
      changes.map(async ([id, enabled]) => {
        ours.set(id, enabled);
        return (await setEnabled(id, enabled)) ? null : id;
      }),
    );
    const [id] = refused.filter((each) => each !== null);
    if (id === undefined) return { kind: 'as-wanted', switchedOn: differing.on.length > 0 };
    return (await enabledNow()).has(id) ? { kind: 'refused', id } : { kind: 'vanished', id };
  };
  const inTurn = <T>(deed: () => Promise<T>): Promise<T> => {
    const mine = last.then(deed);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    bring: (wanted) => inTurn(() => bring(wanted)),
    strayed: (id, before) =>
      inTurn(async () => {
        const now = (await enabledNow()).get(id);
        return now === undefined || now === (ours.get(id) ?? before) ? null : now;
      }),
  };
}

/** Firefox lets no extension switch another: the person does. */
function createGuidedSwitchboard(): Switchboard {
  return {
    async bring(wanted) {
      const differing = await differences(wanted);
      if ('vanished' in differing) return { kind: 'vanished', id: differing.vanished };
      const { off, on } = differing;
      // What was just switched on may still be starting: who looks waits for it in any case.
      return off.length + on.length === 0 ? { kind: 'as-wanted', switchedOn: true } : { kind: 'by-hand', off, on };
    },
    strayed: () => Promise.resolve(null),
  };
}

/** Every installed extension, and whether it is switched on. Rejects without the permission. */
export async function enabledNow(): Promise<ReadonlyMap<string, boolean>> {
  return new Map((await readInstalled()).map(({ id, enabled }) => [id, enabled]));
}

const tries = 10;
const pauseMs = 200;

/** As `enabledNow`; where one of these is absent, which may be bringing itself up to date, it is waited for a moment. */
export async function enabledSoon(ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  for (let left = tries; ; left -= 1) {
    const now = await enabledNow();
    if (left <= 1 || ids.every((id) => now.has(id))) return now;
    await new Promise((settle) => setTimeout(settle, pauseMs));
  }
}

/** Whether it worked. Never rejects. */
export async function setEnabled(id: string, enabled: boolean): Promise<boolean> {
  try {
    await browser.management.setEnabled(id, enabled);
    return true;
  } catch {
    return false;
  }
}

type Differences = { readonly off: readonly string[]; readonly on: readonly string[] } | { readonly vanished: string };

async function differences(wanted: ReadonlyMap<string, boolean>): Promise<Differences> {
  const now = await enabledSoon([...wanted.keys()]);
  const vanished = [...wanted.keys()].find((id) => !now.has(id));
  if (vanished !== undefined) return { vanished };
  const differing = [...wanted].filter(([id, enabled]) => now.get(id) !== enabled);
  return {
    off: differing.flatMap(([id, enabled]) => (enabled ? [] : [id])),
    on: differing.flatMap(([id, enabled]) => (enabled ? [id] : [])),
  };
}
