import type { ExamBefore, ExamWishes } from '../../../lib/interference/exam-state.ts';
import type { Symptom } from '../../../lib/interference/bisect-state.ts';

/** Looks once whether the symptom shows in this tab, without waiting until it is steady. Never rejects. */
export type SymptomShows = (symptom: Symptom, tabId: number) => Promise<SymptomSight>;

export type SymptomSight = 'fails' | 'works' | 'unclear';

/** A wish for a look at this browser. `tabId` null: a tab with Claude's page is looked for. */
export interface ExamWish {
  readonly tabId: number | null;
  readonly wishes: ExamWishes;
  readonly before: ExamBefore | null;
}

/** What others in the background can have of the look at this browser. */
export interface ExamHands {
  /** Looks now, in place of a look that is under way; ends when what came of it is written down (`lib/storage/exam-state.ts`). */
  look(wish: ExamWish): Promise<void>;
  readonly symptomShows: SymptomShows;
}
