import type { EvidenceKey, EvidenceMap } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { FindingCode } from './finding-code.ts';
import type { Confidence, Severity, SkipReason, Subject, Values, Who } from './finding.ts';
import type { Observation } from './observation.ts';
import type { StepNumber } from './step.ts';

/** Words of a code in English, as ICU messages over the finding's values. */
export interface CodeWords {
  /** What happened, in the reader's world; no full stop. */
  readonly title: string;
  /** What it means and what was seen, in one to three sentences. */
  readonly detail: string;
  /** What to do. */
  readonly fix: string;
}

export interface CodeDefinition extends CodeWords {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly step: StepNumber | null;
  readonly who: Who;
  /** Who can see it, where that is not everyone: `command-line` alone where browsers do not show what it rests on. */
  readonly seenBy?: 'command-line';
  /** Addresses of the specification sections, documentation pages or reports that it rests on; at least one. */
  readonly sources: readonly string[];
}

/** A finding as a check states it; the engine fills in the defaults of its code. */
export interface Found<C extends FindingCode> {
  readonly kind: 'found';
  readonly code: C;
  readonly values?: Values;
  readonly evidence?: readonly (Exchange | null | undefined)[];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly step?: StepNumber | null;
  /** Where somebody else than the code's usual ones can change it this time. */
  readonly who?: Who;
  readonly subject?: Subject;
}

/** Codes that could not be judged. */
export interface CannotTell<C extends FindingCode> {
  readonly kind: 'skip';
  readonly codes: readonly C[];
  readonly because: SkipReason;
}

export type Outcome<C extends FindingCode> = Found<C> | CannotTell<C>;

/** What a check may know besides its evidence. */
export interface About {
  /** Unix time in milliseconds at which the run was made (a replay's clock stands still there). */
  readonly now: number;
}

/** Everything needed is there; what may be used is there or says why not. */
export type Seen<N extends EvidenceKey, U extends EvidenceKey> = { readonly [K in N]: EvidenceMap[K] } & {
  readonly [K in U]: Observation<EvidenceMap[K]>;
};

/**
 * Pure and synchronous. Owns a family of codes and judges them from declared evidence.
 * Codes that it neither finds nor skips are reported as passed, so it must skip whatever it could not judge.
 */
export interface Check<
  C extends FindingCode = FindingCode,
  N extends EvidenceKey = EvidenceKey,
  U extends EvidenceKey = EvidenceKey,
> {
  /** Same as the file's name. */
  readonly topic: string;
  /** Without these the check does not run, and the engine skips its codes for the reason that the observation gives. */
  readonly needs: readonly N[];
  /** Observations that it can do without. */
  readonly uses: readonly U[];
  readonly codes: Readonly<Record<C, CodeDefinition>>;
  /**
   * It judges what lies behind the sign-in wherever the run signed in: then it sees, in place of the opening and the listing, those
   * that carried the token, and its findings stand at step 10 or later.
   */
  readonly afterSignIn: boolean;
  evaluate(seen: Seen<N, U>, about: About): readonly Outcome<C>[];
}

/** A check whose parameters nobody needs to know: what a catalog holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- method parameters are bivariant only through any; the engine hands over exactly what `needs` and `uses` declare
export type AnyCheck = Check<any, any, any>;

/** Keeps the literal types, so that undeclared evidence and foreign codes are compile errors. */
export function defineCheck<
  const C extends FindingCode,
  const N extends EvidenceKey = never,
  const U extends EvidenceKey = never,
>(check: {
  readonly topic: string;
  readonly needs: readonly N[];
  readonly uses?: readonly U[];
  readonly afterSignIn?: boolean;
  readonly codes: Readonly<Record<C, CodeDefinition>>;
  evaluate(seen: Seen<N, U>, about: About): readonly Outcome<NoInfer<C>>[];
}): Check<C, N, U> {
  return { ...check, uses: check.uses ?? [], afterSignIn: check.afterSignIn ?? false };
}

/** States a finding. */
export function found<const C extends FindingCode>(code: C, rest: Omit<Found<C>, 'kind' | 'code'> = {}): Found<C> {
  return { kind: 'found', code, ...rest };
}

/** States that codes could not be judged. */
export function skip<const C extends FindingCode>(because: SkipReason, ...codes: readonly C[]): CannotTell<C> {
  return { kind: 'skip', codes, because };
}
