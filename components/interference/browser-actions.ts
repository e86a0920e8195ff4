import { say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState, ExamWishes, FixDone, FixRequest } from '../../lib/interference/exam-state.ts';
import { send } from '../../lib/messaging/commands.ts';
import { askFor, hasNeeds, type PermissionNeeds } from '../../lib/permissions/ask.ts';
import type { HeldPermission } from '../../lib/permissions/held.ts';
import type { BrowserFamily } from '../../lib/permissions/permission-sets.ts';
import { noAnswerWords } from '../state/start-run.ts';
import type { BrowserActions } from './browser-model.ts';
import { clearNeeds, needsOfLook, searchNeeds, standingWishes } from '../../lib/permissions/exam-needs.ts';

/** What a screen remembers of its last click here. */
export interface BrowserMemory {
  readonly declined: boolean;
  readonly fixed: FixDone | null;
  readonly byHand: string | null;
  readonly problem: string | null;
}

/** Nothing was clicked yet. */
export const freshBrowserMemory: BrowserMemory = {
  declined: false,
  fixed: null,
  byHand: null,
  problem: null,
};

interface Hands {
  readonly family: BrowserFamily;
  /** The tab on which the person looks at Claude; null where that is not known. */
  readonly tabId: number | null;
  readonly exam: ExamState | null;
  readonly bisect: BisectState | null;
  readonly held: readonly HeldPermission[];
  readonly settings: { readonly askStatusPage: boolean };
  remember(patch: Partial<BrowserMemory>): void;
  /** Opens the doctor page on this browser, where this screen cannot ask; null where it can. */
  readonly askElsewhere: (() => void) | null;
}

/** What each click does. Where a permission is needed, asking for it is the first thing. */
export function browserActions(hands: Hands): BrowserActions {
  const { exam, remember } = hands;
  const tabId = hands.tabId ?? exam?.tabId ?? null;
  return {
    examine: (wishes) => void examine({ ...standingWishes(hands.held, hands.settings), ...wishes }, tabId, hands),
    dismissExam: () => void tell(send('dismissExam', {}), remember),
    fix: (request) => void fix({ tabId, extensionId: null, ...request }, hands),
    search: (choice) => void search({ tabId, ...choice }, hands),
    answer: (works) => void tell(send('answerBisect', { works }), remember),
    restore: () => void restore(hands),
    leave: () => void tell(send('leaveBisect', {}), remember),
    dismissBisect: () => void tell(send('dismissBisect', {}), remember),
  };
}

async function examine(wishes: ExamWishes, tabId: number | null, hands: Hands): Promise<void> {
  // The wish first: a popup may close over the question, and the background then begins by itself.
  const begun = send('examineBrowser', { tabId, wishes });
  const allowed = await allow(needsOfLook(wishes, hands.family), hands);
  hands.remember({ declined: allowed === false, fixed: null, byHand: null });
  await tell(begun, hands.remember);
}

async function fix(request: FixRequest, hands: Hands): Promise<void> {
  const { remember } = hands;
  // Firefox clears no single site’s cache, and says how it is done.
  if (request.fix === 'clear-cache' && hands.family === 'chromium') {
    const allowed = await allow(clearNeeds, hands);
    remember({ declined: allowed === false });
    if (allowed !== true) return;
  }
  const answer = await send('applyFix', request).catch(() => null);
  if (answer === null) remember({ fixed: null, byHand: null, problem: say(noAnswerWords) });
  else if (answer.ok) remember({ fixed: answer.value, byHand: null, problem: null });
  else remember({ fixed: null, byHand: answer.problem, problem: null });
}

async function search(
  choice: { readonly tabId: number | null; readonly exempt: readonly string[]; readonly askPerson: boolean },
  hands: Hands,
): Promise<void> {
  const allowed = await allow(searchNeeds, hands);
  hands.remember({ declined: allowed === false, fixed: null, byHand: null });
  if (allowed === true) await tell(send('startBisect', choice), hands.remember);
}

async function restore(hands: Hands): Promise<void> {
  // What is under way ends first: a popup may close over the question, and nothing can be put back without that permission.
  const stopped = hands.bisect?.phase === 'over' ? null : send('stopBisect', {});
  await allow(searchNeeds, hands);
  await tell(stopped ?? send('stopBisect', {}), hands.remember);
}

/** Whether it is allowed; null where it will be asked on another page. */
async function allow(needs: PermissionNeeds, { askElsewhere }: Hands): Promise<boolean | null> {
  if (askElsewhere === null) return askFor(needs);
  if (await hasNeeds(needs)) return true;
  askElsewhere();
  return null;
}

async function tell(
  command: Promise<{ readonly ok: boolean; readonly problem?: string }>,
  remember: Hands['remember'],
): Promise<void> {
  const answer = await command.catch(() => null);
  remember({ problem: answer?.ok ? null : (answer?.problem ?? say(noAnswerWords)) });
}
