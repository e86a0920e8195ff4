import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { hasNeeds } from '../../../lib/permissions/ask.ts';
import { bisectNeeds } from './bisect-wish.ts';
import { enabledNow, enabledSoon, setEnabled } from './switchboard.ts';

type Original = BisectState['original'];

/** Which extensions are not as they were. */
export interface Astray {
  /** Installed, and switched otherwise than it was. Where that cannot be seen: all that were on, since any of them may have been switched off. */
  readonly switched: Original;
  /** Not there at this moment, although nobody told that it was removed: as one that is bringing itself up to date. */
  readonly absent: Original;
  /** The permission to switch extensions, and to see how they are, is missing. */
  readonly isNotAllowed: boolean;
}

const attempts = 4;
/** After the first attempt; twice as long after each further one. Milliseconds. */
const pauseMs = 150;

/**
 * Brings these extensions back to what they were, and looks whether the browser shows it so. Answers with those that are not.
 * May be called any number of times, and never rejects.
 */
export async function putBack(original: Original): Promise<Astray> {
  for (let attempt = 1; ; attempt += 1) {
    const astray = await compared(original, enabledNow);
    const isBack = astray.switched.length + astray.absent.length === 0;
    if (isBack || astray.isNotAllowed || attempt > attempts) return astray;
    if (attempt > 1) await new Promise((settle) => setTimeout(settle, pauseMs * 2 ** (attempt - 2)));
    await Promise.all(astray.switched.map(({ id, enabled }) => setEnabled(id, enabled)));
  }
}

/** Those that are not as they were; nothing is switched. Never rejects. */
export function astrayNow(original: Original): Promise<Astray> {
  return compared(original, () => enabledSoon(original.map(({ id }) => id)));
}

/** As it is written down. */
export function notRestoredIn({
  switched,
  absent,
  isNotAllowed,
}: Astray): Pick<BisectState, 'notRestored' | 'isNotAllowed'> {
  return { notRestored: [...switched, ...absent], isNotAllowed };
}

async function compared(original: Original, read: () => Promise<ReadonlyMap<string, boolean>>): Promise<Astray> {
  const mayLook = await isAllowed();
  const now = mayLook ? await read().catch(() => null) : null;
  if (now === null) {
    return { switched: original.filter(({ enabled }) => enabled), absent: [], isNotAllowed: !mayLook };
  }
  return {
    switched: original.filter(({ id, enabled }) => now.has(id) && now.get(id) !== enabled),
    absent: original.filter(({ id }) => !now.has(id)),
    isNotAllowed: false,
  };
}

async function isAllowed(): Promise<boolean> {
  try {
    return await hasNeeds(bisectNeeds);
  } catch {
    return true;
  }
}
