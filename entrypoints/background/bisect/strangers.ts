import { leftAsIs } from '../../../lib/interference/bisect-changes.ts';
import { advance } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { BisectBook } from './bisect-book.ts';
import { goOnWithout } from './bisect-drive.ts';
import type { SwitchEvent } from './switch-watch.ts';
import type { Switchboard } from './switchboard.ts';

/** An extension that brings itself up to date is off for a moment. Milliseconds. */
const momentMs = 300;

/**
 * While we switch extensions, somebody else has switched or removed one of them. That is the person's wish: the search ends, what we have
 * switched is put back, and this one stays as they set it. (A removed one is left out, and the search begins anew.)
 */
export async function heedStranger({ id, enabled }: SwitchEvent, book: BisectBook, board: Switchboard): Promise<void> {
  const extension = touchedBy(await book.current(), id);
  if (extension === null) return;
  if (enabled !== null) {
    await new Promise((settle) => setTimeout(settle, momentMs));
    const strayed = await board.strayed(id, extension.enabled);
    const state = await book.current();
    if (strayed === null || state === null || touchedBy(state, id) === null) return;
    await book.write(
      advance(leftAsIs(state, id, strayed), { kind: 'failed', problem: wordsFor(extension.name, strayed) }, Date.now()),
    );
    return;
  }
  const state = await book.current();
  if (state !== null) await goOnWithout(state, id, book);
}

/** What is known of it where the search may have it switched at this moment; else null. */
function touchedBy(state: BisectState | null, id: string): BisectState['original'][number] | null {
  if (state?.phase !== 'searching' && state?.phase !== 'asking') return null;
  return state.original.find((each) => each.id === id) ?? null;
}

function wordsFor(name: string, isOn: boolean): string {
  return `“${name}” was switched ${isOn ? 'on' : 'off'} by somebody else meanwhile, so the search has ended. It stays as it is now.`;
}
