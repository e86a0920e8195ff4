import type { FindingCode } from '../kernel/finding-code.ts';
import type { Stop, Verdict } from '../kernel/report.ts';
import type { StepMark } from '../kernel/step-mark.ts';
import type { PageSighting } from '../page/sighting.ts';
import type { RunChoices } from './run-choices.ts';

/**
 * Where a run stands. `needs-permission`: it waits for hosts that only the person can allow, and goes on when they answer.
 * `interrupted`: what ran it is gone (the browser was closed, say); what was seen is kept, and it can be run again.
 */
export type RunPhase = 'starting' | 'running' | 'needs-permission' | 'complete' | 'cancelled' | 'interrupted';

/**
 * A run as all screens see it: small, free of secrets, kept in `storage.local` under `run:<id>` and written by the background alone.
 * The whole report, and what was seen of an unfinished one, stand in the store of reports under the same id.
 */
export interface RunState {
  readonly id: string;
  /** What was asked for, redacted and at most 2,048 characters. */
  readonly typed: string;
  /** The connector's address (redacted) and host; null when what was typed holds none. */
  readonly url: string | null;
  readonly host: string | null;
  readonly choices: RunChoices;
  /** It was given secrets (in what was typed, as headers or for a client), which are not kept: a screen asks for them again. */
  readonly hadSecrets: boolean;
  /** What Claude showed when the person asked. */
  readonly claude: PageSighting | null;
  /** The tab on which the person asked; null elsewhere, and after the browser was closed. */
  readonly tabId: number | null;
  readonly phase: RunPhase;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly updatedAt: number;
  /** What is being asked right now, as a sentence for people; null when nothing is. */
  readonly asking: string | null;
  /** All twelve, in order. */
  readonly marks: readonly StepMark[];
  /** Origins (match patterns such as `https://auth.acme.dev/*`) that the run waits for, or went on without. */
  readonly missingOrigins: readonly string[];
  /** What came of it; null until it has ended. */
  readonly outcome: RunOutcome | null;
}

/** The few words of a report that the popup and the lists show. */
export interface RunOutcome {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly stop: Stop | null;
  readonly cause: {
    readonly code: FindingCode;
    readonly title: string;
    /** At most two sentences. */
    readonly detail: string;
    /** Who can change it, as a sentence. */
    readonly who: string;
  } | null;
  /** How many findings there are besides the cause, by severity. */
  readonly others: {
    readonly blocker: number;
    readonly problem: number;
    readonly warning: number;
    readonly note: number;
  };
  /** What could not be seen, in short sentences. */
  readonly notSeen: readonly string[];
  readonly next: string;
}

/** Nothing further happens to it by itself. */
export function isOver({ phase }: RunState): boolean {
  return phase === 'complete' || phase === 'cancelled' || phase === 'interrupted';
}
