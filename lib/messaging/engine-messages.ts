import type { BrowserObservations } from '../kernel/browser-observations.ts';
import type { AccountAnswers } from '../kernel/account.ts';
import type { BundleEvidence } from '../kernel/evidence-bundle.ts';
import type { EvidencePart } from '../kernel/evidence-part.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { Plan } from '../kernel/probe.ts';
import type { Report } from '../kernel/report.ts';
import type { StepMark } from '../kernel/step-mark.ts';
import type { PageSighting } from '../page/sighting.ts';
import type { RunChoices, RunSecrets } from '../runs/run-choices.ts';
import type { Ending } from '../runs/run-life.ts';

/**
 * The engine lives in a document of its own (Chromium: an offscreen document; Firefox: a frame of the event page): a worker may die at
 * any time and cannot load code later. The background tells it what to run, lends it what only a background has (`BackgroundCalls`),
 * and writes down what it says.
 */
export type ToEngine =
  | { readonly kind: 'start'; readonly run: EngineRun }
  | { readonly kind: 'cancel'; readonly runId: string }
  /** A run of an engine that is gone: a report is to be made of what was saved of it. */
  | { readonly kind: 'assemble'; readonly run: UnfinishedRun }
  /** What a look at this browser brought back is to be judged. */
  | { readonly kind: 'judge'; readonly look: LookToJudge }
  /** A report that is kept is to be judged again, with what the person tells now. */
  | { readonly kind: 'judge-again'; readonly kept: KeptToJudge }
  /** What was read of a bundle is to be judged. */
  | { readonly kind: 'judge-bundle'; readonly bundle: BundleToJudge }
  /** What came of this run or look is saved: the engine may forget it. */
  | { readonly kind: 'settled'; readonly runId: string };

export interface EngineRun {
  readonly runId: string;
  readonly text: string;
  readonly choices: RunChoices;
  readonly secrets: RunSecrets;
  readonly settings: EngineSettings;
  readonly claude: PageSighting | null;
  /** What the person told; null where nothing was. */
  readonly account: AccountAnswers | null;
  readonly environment: Report['environment'];
  /** The reader’s: its few words that lists show are written in it. A tag such as `de`. */
  readonly language: string;
}

/** A report in the store of reports, and what is told to it. `runId` is of this judging alone. */
export interface KeptToJudge {
  readonly runId: string;
  readonly reportId: string;
  /** `as-kept`: nothing is told, and the report stays as it is; its few words are wanted in another language. */
  readonly account: AccountAnswers | null | 'as-kept';
  /** What the author tells of the listing now; null where nothing is told of it. */
  readonly listing: ListingToJudge | null;
  /** Our language in which what lists show of it is written. */
  readonly language: string;
}

/** A listing that is told of a report that is kept. */
export interface ListingToJudge {
  readonly draft: ListingDraft;
  /** Ask for the pages that it names. */
  readonly lookAtLinks: boolean;
}

/** A bundle as a screen has read it; nothing of it is run. */
export interface BundleToJudge {
  readonly runId: string;
  readonly evidence: BundleEvidence;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly environment: Report['environment'];
  /** Our language in which what lists show of it is written. */
  readonly language: string;
}

/** What is known of a run whose engine is gone; its parts stand in the store of reports. */
export interface UnfinishedRun {
  readonly runId: string;
  readonly plans: readonly Plan[];
  readonly consents: readonly string[];
  readonly claude: PageSighting | null;
  /** What the person told; null where nothing was. */
  readonly account: AccountAnswers | null;
  readonly environment: Report['environment'];
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'interrupted' | 'cancelled';
  /** The reader’s, as a tag such as `de`. */
  readonly language: string;
}

/** A look at this browser, as the background gathered it. */
export interface LookToJudge {
  readonly runId: string;
  readonly observations: BrowserObservations;
  readonly about: AboutLook;
}

/** What the report of a look says beside what was seen. */
export interface AboutLook {
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** What the person agreed to, in words for the report. */
  readonly consents: readonly string[];
  readonly environment: Report['environment'];
  /** What Claude showed. */
  readonly claude: PageSighting | null;
}

/** What the person set for all runs. */
export interface EngineSettings {
  /** DNS-over-HTTPS endpoint that is asked where a run may ask public DNS. */
  readonly resolver: string;
  /**
   * False: this browser reaches servers through a proxy or a test set-up, so the addresses that it dials say nothing about the server
   * (like `--connect-to` of the command line).
   */
  readonly addressesAreEvidence: boolean;
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly stepTimeoutMs: number;
  readonly maxBodyBytes: number;
}

export type FromEngine =
  /** First thing after each connection: the runs that are still under way there (none after a fresh start). */
  | { readonly kind: 'hello'; readonly runIds: readonly string[] }
  | { readonly kind: 'progress'; readonly runId: string; readonly progress: EngineProgress }
  /** What one probe brought back: saved at once, so that nothing seen is lost. */
  | { readonly kind: 'part'; readonly runId: string; readonly part: EvidencePart }
  /** The pictures that a run saw, at its end and before its report. */
  | { readonly kind: 'pictures'; readonly runId: string; readonly pictures: readonly SeenPicture[] }
  /** Also in answer to `assemble`. `ending` is worded there: a worker holds nothing that could. */
  | { readonly kind: 'finished'; readonly runId: string; readonly report: Report; readonly ending: Ending }
  /** In answer to `judge-again` and `judge-bundle`. */
  | { readonly kind: 'judged-again'; readonly runId: string; readonly report: Report; readonly ending: Ending }
  /** In answer to `judge`. */
  | { readonly kind: 'judged'; readonly runId: string; readonly report: Report }
  /** A defect of ours; a sentence for people. */
  | { readonly kind: 'failed'; readonly runId: string; readonly problem: string };

export interface EngineProgress {
  readonly asking: string | null;
  readonly marks: readonly StepMark[];
}
