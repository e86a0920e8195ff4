import { msg } from '../../../lib/i18n/say.ts';
import { bisectState } from '../../../lib/storage/bisect-state.ts';

/** To be said: why nothing else may be done to this browser while extensions are off for a search. */
export const searchWords = msg(
  'Extensions are being switched off and on just now: stop the search first, or wait for its end.',
);

/** Whether a search has had extensions off at some time from `since` (Unix time in milliseconds) until now. */
export async function wasSearching(since: number): Promise<boolean> {
  const state = await bisectState.read();
  if (state === null || state.original.length === 0) return false;
  return state.phase !== 'over' || state.endedAt === null || state.endedAt > since;
}
