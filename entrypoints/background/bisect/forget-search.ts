import { msg, say } from '../../../lib/i18n/say.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import type { BisectBook } from './bisect-book.ts';

/** Forgets the last search, where it is over and nothing has to be put back by it any more. Otherwise says why it does not. */
export async function forgetSearch(book: BisectBook): Promise<Result<null>> {
  const state = await book.current();
  if (state !== null) {
    if (state.phase !== 'over') return { ok: false, problem: say('The search is still under way. Stop it first.') };
    // Nobody else knows any more how they were.
    if (state.notRestored.length > 0) return { ok: false, problem: say(leftWords) };
    await book.write(null);
  }
  return { ok: true, value: null };
}

/** To be said: why the last search is still needed. */
export const leftWords = msg(
  'Some extensions are not yet as they were before the last search. Put them back, or leave them as they are, first.',
);
