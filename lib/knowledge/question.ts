import type { FactId } from './facts.ts';
import type { GuideId } from '../guides/guide-id.ts';
import type { PlaceId } from './places.ts';

/** A question that people ask, and its answer. All texts are English and translated in the catalogue. */
export interface Question {
  /** Its number in the inventory of questions, 1 to 56. */
  readonly number: number;
  /** The question as it is asked most. */
  readonly question: string;
  /** Other wordings of it in the sources; they are searched, and not shown. */
  readonly alsoAsked: readonly string[];
  /** One to four sentences. */
  readonly answer: string;
  /** What to do, in order; empty where there is nothing to do. */
  readonly steps: readonly string[];
  readonly places: readonly PlaceId[];
  readonly guides: readonly GuideId[];
  /** What the answer rests on; it says nothing else. */
  readonly facts: readonly [FactId, ...FactId[]];
  /** False where no page that could be read answers it: the answer says so, and `places` holds the page to ask. */
  readonly isAnswered: boolean;
}
