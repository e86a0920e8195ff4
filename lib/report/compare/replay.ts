import type { Report } from '../../kernel/report.ts';
import type { Comparison } from './comparison.ts';

/** A saved report, judged again with today’s checks. */
export type Replay =
  /** `comparison` is between what was written and what is said of the same evidence today. */
  | { readonly kind: 'judged'; readonly report: Report; readonly comparison: Comparison }
  /** Why it can only be shown as it was written, in one or two sentences. */
  | { readonly kind: 'cannot'; readonly words: string };
