import type { FindingCode } from './finding-code.ts';
import type { StepNumber } from './step.ts';

export type Severity = 'blocker' | 'problem' | 'warning' | 'note';
export type Confidence = 'certain' | 'likely' | 'possible';
/** Who can change it. */
export type Who = 'you' | 'owner' | 'author' | 'network' | 'anthropic';

export interface Subject {
  readonly kind: 'connector' | 'authorization-server' | 'browser' | 'account' | 'bundle';
  readonly url?: string;
}

/** What fills the words of a finding. */
export type Values = Readonly<Record<string, string | number>>;

/** A finding without words: data only, so that a report opens in the reader's language. */
export interface Finding<C extends FindingCode = FindingCode> {
  /** The code, with `#2`, `#3` … when it was found more than once. */
  readonly id: string;
  readonly code: C;
  readonly subject: Subject;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly step: StepNumber | null;
  /** Who can change it, where that is not who usually can. */
  readonly who?: Who;
  readonly values: Values;
  /** Ids of the exchanges that prove it. */
  readonly evidence: readonly string[];
  /** Id of the finding that this one follows from. */
  readonly explainedBy?: string;
}

export type SkipReason =
  | 'vantage'
  | 'permission'
  | 'consent'
  | 'prerequisite'
  | 'needs-sign-in'
  | 'not-applicable'
  | 'not-reached'
  | 'not-asked'
  | 'deadline'
  | 'crashed';

export interface Skipped {
  readonly code: FindingCode;
  readonly because: SkipReason;
}
