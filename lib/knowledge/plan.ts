import type { FindingCode } from '../kernel/finding-code.ts';
import type { GuideId } from '../guides/guide-id.ts';
import type { FactId } from './facts.ts';
import type { PlaceId } from './places.ts';

export const plans = ['free', 'pro', 'max', 'team', 'enterprise'] as const;
export type Plan = (typeof plans)[number];

/** `owner`: Owner or Primary Owner. `library-manager`: on Enterprise, a custom role that may manage libraries. */
export const roles = ['alone', 'member', 'owner', 'library-manager'] as const;
export type Role = (typeof roles)[number];

export const goals = [
  'connect-directory',
  'add-custom',
  'add-on-mobile',
  'use-in-chat',
  'allow-tool',
  'share-project',
  'use-in-claude-code',
  'submit-to-directory',
] as const;
export type Goal = (typeof goals)[number];

/** One line of the table of plans: the first line that fits is the answer. */
export interface PlanRule {
  readonly plans: readonly Plan[];
  readonly roles: readonly Role[];
  readonly goals: readonly Goal[];
  readonly possible: 'yes' | 'with-help' | 'limited' | 'no';
  /** What is possible, one or two sentences. English, translated. */
  readonly answer: string;
  /** Who must do it. */
  readonly who: 'you' | 'owner' | 'anthropic';
  readonly places: readonly PlaceId[];
  readonly guide: GuideId | null;
  /** What a report says of it when this stands in the way; null when nothing does. */
  readonly code: FindingCode | null;
  readonly facts: readonly [FactId, ...FactId[]];
}
