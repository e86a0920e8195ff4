import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState, ExamWishes, FixDone, FixRequest } from '../../lib/interference/exam-state.ts';
import type { BrowserFamily } from '../../lib/permissions/permission-sets.ts';

/** Everything that screens know of the look at this browser and of the search for an extension. */
export interface BrowserModel {
  /** Null when nothing was looked at yet. */
  readonly exam: ExamState | null;
  /** Null when nothing was searched for yet. */
  readonly bisect: BisectState | null;
  readonly family: BrowserFamily;
  /** The person has just said no to what the look, or the search, needs. */
  readonly declined: boolean;
  /** What the last fix did; null when there was none. */
  readonly fixed: FixDone | null;
  /** What the browser leaves to the person after the last click on a fix: how to do it by hand. */
  readonly byHand: string | null;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
}

/** What the look at this browser is read through. */
export type BrowserTabKey = 'answer' | 'seen' | 'report';

export const browserTabKeys: readonly BrowserTabKey[] = ['answer', 'seen', 'report'];

/** Everything that can be done about this browser, on every screen. Each is called in the click itself. */
export interface BrowserActions {
  /** Looks at this browser, once more where that was done; asks besides what is wished. */
  examine(wishes: Partial<ExamWishes>): void;
  dismissExam(): void;
  fix(request: Pick<FixRequest, 'fix'> & Partial<FixRequest>): void;
  /** Begins to switch suspects off and on, all but those with these ids. `askPerson`: no probe can see whether Claude works. */
  search(choice: { readonly exempt: readonly string[]; readonly askPerson: boolean }): void;
  answer(works: boolean): void;
  /** Ends the search and puts everything back; also what an earlier one has left behind. */
  restore(): void;
  /** What is not as it was before the search stays so: it is not tried again. */
  leave(): void;
  dismissBisect(): void;
}
