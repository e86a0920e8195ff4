import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { examState } from '../../../lib/storage/exam-state.ts';
import type { ExamHands } from '../exam/exam-hands.ts';
import { reloadClaude } from '../tabs/reload-claude.ts';
import { isThisSession } from './bisect-session.ts';

/** Everything is as it was again: looks once more at this browser where there is an answer, so that its report says so. Never rejects. */
export async function lookAfterwards(state: BisectState, look: ExamHands['look']): Promise<void> {
  const { tabId, findings, symptom } = state;
  // Another session has other tabs by the same numbers.
  if (tabId === null || !(await isThisSession(state.id).catch(() => false))) return;
  // The page may have been loaded while extensions were off, and is then not what it is with them.
  const reload = symptom.kind !== 'request';
  if (findings === null) {
    if (reload) await reloadClaude(tabId).catch(() => false);
    return;
  }
  const wishes = {
    statusPage: false,
    siteSettings: false,
    ...(await examState.read())?.wishes,
    extensions: true,
    reload,
  };
  await look({ tabId, wishes, before: null }).catch(() => undefined);
}
