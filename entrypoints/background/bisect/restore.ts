import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { enabledNow, setEnabled } from './switchboard.ts';

const attempts = 4;
/** After the first attempt; twice as long after each further one. Milliseconds. */
const pauseMs = 150;

/**
 * Brings every extension back to what it was, and looks whether the browser shows it so. Answers with those that are not.
 * One that the person removed meanwhile is as they want it. May be called any number of times, and never rejects.
 */
export async function putBack(original: BisectState['original']): Promise<BisectState['original']> {
  for (let attempt = 1; ; attempt += 1) {
    const astray = await astrayNow(original);
    if (astray.length === 0 || attempt > attempts) return astray;
    if (attempt > 1) await new Promise((settle) => setTimeout(settle, pauseMs * 2 ** (attempt - 2)));
    await Promise.all(astray.map(({ id, enabled }) => setEnabled(id, enabled)));
  }
}

/** Those that are not as they were. Without the permission to look, all count that were on: any of them may have been switched off. */
export async function astrayNow(original: BisectState['original']): Promise<BisectState['original']> {
  const now = await enabledNow().catch(() => null);
  if (now === null) return original.filter(({ enabled }) => enabled);
  return original.filter(({ id, enabled }) => now.has(id) && now.get(id) !== enabled);
}
