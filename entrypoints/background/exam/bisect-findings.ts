import { browser } from 'wxt/browser';
import type { BisectFindings } from '../../../lib/kernel/evidence-browser.ts';
import { bisectState } from '../../../lib/storage/bisect-state.ts';

const key = 'session-began';

/** Remembers when the browser's session began, as far as this extension was there. To be called when the background starts. */
export async function noteSession(): Promise<void> {
  if ((await sessionBegan()) === null) await browser.storage.session.set({ [key]: Date.now() });
}

/** What the last search for an extension has found, if that was in this session of the browser: much may have changed since an earlier one. */
export async function lastFindings(): Promise<BisectFindings | null> {
  const [state, began] = await Promise.all([bisectState.read(), sessionBegan()]);
  if (state?.phase !== 'over' || state.endedAt === null || began === null) return null;
  return state.endedAt >= began ? state.findings : null;
}

async function sessionBegan(): Promise<number | null> {
  const { [key]: began } = await browser.storage.session.get(key);
  return typeof began === 'number' ? began : null;
}
