import type { ExamState } from '../../../lib/interference/exam-state.ts';
import { examState } from '../../../lib/storage/exam-state.ts';

/** Wishes for looks, of which the latest alone counts. */
export interface ExamTurns {
  /** Begins a turn, and ends the one before: what that brings is not written down any more. */
  take(): WriteExam;
  /** Answers, whenever it is asked, whether no turn was taken since. */
  mark(): () => boolean;
}

/** Writes down how the look stands, after everything that was to be written before, and only as long as its turn lasts. */
export type WriteExam = (state: ExamState | null) => Promise<void>;

/** Makes it; nobody's turn has begun. */
export function createExamTurns(): ExamTurns {
  let turn = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    take() {
      const mine = (turn += 1);
      return (state) => {
        const write = async (): Promise<void> => {
          if (mine === turn) await examState.write(state);
        };
        writing = writing.then(write, write);
        return writing;
      };
    },
    mark() {
      const then = turn;
      return () => then === turn;
    },
  };
}
