import type { HoldsFor } from '../kernel/account.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { Confidence } from '../kernel/finding.ts';
import type { GuideId } from '../guides/guide-id.ts';
import type { FactId } from './facts.ts';
import type { PlaceId } from './places.ts';

/** One line of the table of plans: the first line that fits is the answer. */
export interface PlanRule extends HoldsFor {
  /** `not-stated`: no page that could be read says so or otherwise. */
  readonly possible: 'yes' | 'with-help' | 'limited' | 'no' | 'not-stated';
  /** What is possible, one or two sentences. English, translated. */
  readonly answer: string;
  /** What to do, in order. English, translated. */
  readonly steps: readonly string[];
  /** Who must do it. */
  readonly who: 'you' | 'owner' | 'anthropic';
  readonly places: readonly PlaceId[];
  readonly guide: GuideId | null;
  /** What a report says of it when this stands in the way; null when nothing does. */
  readonly code: FindingCode | null;
  /** How sure it is, by the answers alone, that this stands in the way; null where `code` is. */
  readonly confidence: Confidence | null;
  readonly facts: readonly [FactId, ...FactId[]];
}
