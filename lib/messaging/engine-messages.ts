import type { EvidenceKey } from '../kernel/evidence.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { Json } from '../kernel/json.ts';
import type { Report } from '../kernel/report.ts';
import type { StepMark } from '../kernel/step-mark.ts';
import type { PageSighting } from '../page/sighting.ts';
import type { RunChoices, RunSecrets } from '../runs/run-choices.ts';

/**
 * The engine lives in a document of its own (Chromium: an offscreen document; Firefox: a frame of the event page): a worker may die at
 * any time and cannot load code later. The background tells it what to run, lends it what only a background has (`BackgroundCalls`),
 * and writes down what it says.
 */
export type ToEngine =
  { readonly kind: 'start'; readonly run: EngineRun } | { readonly kind: 'cancel'; readonly runId: string };

export interface EngineRun {
  readonly runId: string;
  readonly text: string;
  readonly choices: RunChoices;
  readonly secrets: RunSecrets;
  readonly settings: EngineSettings;
  readonly claude: PageSighting | null;
  readonly environment: Report['environment'];
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
  /** Requests wait until the person decides about these origins (match patterns). Empty: it waits no more. */
  | { readonly kind: 'waiting'; readonly runId: string; readonly origins: readonly string[] }
  | { readonly kind: 'finished'; readonly runId: string; readonly report: Report }
  /** A defect of ours; a sentence for people. */
  | { readonly kind: 'failed'; readonly runId: string; readonly problem: string };

export interface EngineProgress {
  /** Redacted; null when what was typed holds no address. */
  readonly url: string | null;
  readonly asking: string | null;
  readonly marks: readonly StepMark[];
}

/** Redacted, small, and free of references: enough to make a report of an unfinished run. */
export interface EvidencePart {
  readonly key: EvidenceKey;
  /** The observation as a report holds it. */
  readonly observation: Json;
  /** Exchanges that were finished since the part before. */
  readonly exchanges: readonly Exchange[];
}
