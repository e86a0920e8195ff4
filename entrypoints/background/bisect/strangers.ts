import { say } from '../../../lib/i18n/say.ts';
import { leftAsIs, withoutExtension } from '../../../lib/interference/bisect-changes.ts';
import { advance } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { BisectBook } from './bisect-book.ts';
import type { Switchboard } from './switchboard.ts';

/** An extension that brings itself up to date is off for a moment. Milliseconds. */
const momentMs = 300;

/**
 * While we switch extensions, somebody else has switched one of them. That is the person's wish: the search ends, what we have switched is
 * put back, and this one stays as they set it.
 */
export async function heedStranger(id: string, book: BisectBook, board: Switchboard): Promise<void> {
  const extension = touchedBy(await book.current(), id);
  if (extension === null) return;
  await new Promise((settle) => setTimeout(settle, momentMs));
  const strayed = await board.strayed(id, extension.enabled);
  const state = await book.current();
  if (strayed === null || state === null || touchedBy(state, id) === null) return;
  await book.write(
    advance(leftAsIs(state, id, strayed), { kind: 'failed', problem: wordsFor(extension.name, strayed) }, Date.now()),
  );
}

/** The browser told that one was removed: it is left out, and a search begins anew; nothing of it is to be put back any more. */
export async function heedRemoval(id: string, book: BisectBook): Promise<void> {
  const state = await book.current();
  const name = state?.original.find((each) => each.id === id)?.name;
  if (state === null || name === undefined) return;
  const next = withoutExtension(state, id);
  if (next !== null) return book.write(next);
  const problem = say('“{name}” was removed from the browser meanwhile, and no other extension is left to search.', {
    name,
  });
  await book.write(advance({ ...state, original: [] }, { kind: 'failed', problem }, Date.now()));
}

/** What is known of it where the search may have it switched at this moment; else null. */
function touchedBy(state: BisectState | null, id: string): BisectState['original'][number] | null {
  if (state?.phase !== 'searching' && state?.phase !== 'asking') return null;
  return state.original.find((each) => each.id === id) ?? null;
}

function wordsFor(name: string, isOn: boolean): string {
  return isOn
    ? say('“{name}” was switched on by somebody else meanwhile, so the search has ended. It stays as it is now.', {
        name,
      })
    : say('“{name}” was switched off by somebody else meanwhile, so the search has ended. It stays as it is now.', {
        name,
      });
}
