import type { TrackerAnswers } from '../../lib/report/handoff/tracker-issue.ts';

export type AnswerName = keyof TrackerAnswers;

/** What the person typed, by field: one store for the issue and all letters. */
export type TypedAnswers = Readonly<Partial<Record<AnswerName, TypedAnswer>>>;

export interface TypedAnswer {
  readonly text: string;
  /** What stood there from the report when they began. */
  readonly before: string;
}

export interface AnswerStore {
  readonly typed: TypedAnswers;
  /** `known` is what the report says there now. */
  readonly answer: (name: AnswerName, text: string, known: string) => void;
  /** Takes the report’s own text again. */
  readonly forget: (name: AnswerName) => void;
}

/** The texts alone. */
export function answersOf(typed: TypedAnswers): TrackerAnswers {
  return Object.fromEntries(Object.entries(typed).map(([name, { text }]) => [name, text]));
}

/** The report says something else there than when the person typed over it. */
export function isOvertaken(answer: TypedAnswer | undefined, known: string): boolean {
  return answer !== undefined && answer.before !== known && answer.text !== known;
}
