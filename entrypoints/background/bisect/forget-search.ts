import { bisectState } from '../../../lib/storage/bisect-state.ts';

/** Forgets the last search, as far as nothing has to be put back by it any more. */
export async function forgetSearch(): Promise<void> {
  const state = await bisectState.read();
  if (state?.phase === 'over' && state.notRestored.length === 0) await bisectState.write(null);
}
