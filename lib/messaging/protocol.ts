import type { LogAnswer } from '../kernel/account.ts';
import type { BundleEvidence } from '../kernel/evidence-bundle.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Result } from '../kernel/result.ts';
import type { RunChoices, RunSecrets } from '../runs/run-choices.ts';
import type { PageReading, PageSighting, TabSight } from '../page/sighting.ts';
import type { ExamWishes, FixDone, FixRequest } from '../interference/exam-state.ts';

/** What a run is started with. */
export interface RunRequest {
  /** As typed or pasted. */
  readonly text: string;
  readonly choices: RunChoices;
  readonly secrets: RunSecrets;
  /** What Claude showed when the person asked; it goes into the report. */
  readonly claude: PageSighting | null;
  /** The tab on which the person asked, so that a screen can find its run again; null elsewhere. */
  readonly tabId: number | null;
}

/**
 * Every command that a screen can give to the background. Answers are values: a problem is a sentence for people. Screens learn what
 * became of a run from the mirrored state (`lib/storage/run-states.ts`), not from answers.
 */
export interface Commands {
  /**
   * Starts a run, or, while permissions for it are still missing, keeps it as an intent that starts as soon as they are there.
   * The click that leads here asks the browser for them first (`lib/permissions/ask.ts`).
   */
  startRun(request: RunRequest): Result<{ readonly runId: string }>;
  cancelRun(request: { readonly runId: string }): Result<null>;
  /** An interrupted or cancelled run once more, with the same choices. */
  runAgain(request: { readonly runId: string }): Result<{ readonly runId: string }>;
  /** A click asks the browser once more for what a run waits for: it begins, or goes on, when that is allowed. */
  askedAgain(request: { readonly runId: string }): Result<null>;
  /** The run goes on without the hosts that it waits for. (With them it goes on by itself when they are allowed.) */
  goOnWithout(request: { readonly runId: string }): Result<null>;
  /** What the page of this tab (default: the active one) shows. */
  lookAtTab(request: { readonly tabId: number | null }): Result<TabSight>;
  /** What the page of this tab shows at this moment, and whether it could be read at all. */
  readPage(request: { readonly tabId: number }): Result<PageReading>;
  /** From the content script: what it reads has changed; null when there is nothing any more. */
  pageChanged(sighting: PageSighting | null): void;
  /** Reads Claude's pages from now on (the person has allowed it); `reload` loads the tab anew, so that nothing is missed. */
  watchClaude(request: { readonly reload: boolean; readonly tabId: number | null }): Result<null>;
  /**
   * Looks whether something in this browser stands in Claude's way; what came of it is mirrored (`lib/storage/exam-state.ts`). `tabId`
   * null: a tab with Claude's page is looked for. Where Claude's hosts are still being asked for in this click, it waits for them.
   */
  examineBrowser(request: { readonly tabId: number | null; readonly wishes: ExamWishes }): Result<null>;
  /** Does one thing that may mend it, and looks again where that can show. */
  applyFix(request: FixRequest): Result<FixDone>;
  /** Forgets the look. */
  dismissExam(request: Record<string, never>): Result<null>;
  /** Finds the extension by switching suspects off and on (`lib/storage/bisect-state.ts`); those in `exempt` are never touched. */
  startBisect(request: {
    readonly tabId: number | null;
    readonly exempt: readonly string[];
    readonly askPerson: boolean;
  }): Result<null>;
  /** The person says whether Claude works now. */
  answerBisect(request: { readonly works: boolean }): Result<null>;
  /** Ends it and puts everything back; also what an earlier one has left behind. */
  stopBisect(request: Record<string, never>): Result<null>;
  /** What could not be put back stays as it is now, by the person's word: it is not tried again, and a new search may begin. */
  leaveBisect(request: Record<string, never>): Result<null>;
  /** Forgets a bisect that is over, with nothing left to be put back. */
  dismissBisect(request: Record<string, never>): Result<null>;
  /** The person says what the server’s log shows of Claude’s requests: the report is judged again with it, without any request. */
  tellServerLog(request: { readonly runId: string; readonly serverLog: LogAnswer }): Result<null>;
  /**
   * The author tells what the directory’s listing is to say: the report is judged again with it. With `lookAtLinks` the pages that it
   * names are asked for; those that may not be asked stand in the report as such.
   */
  tellListing(request: {
    readonly runId: string;
    readonly draft: ListingDraft;
    readonly lookAtLinks: boolean;
  }): Result<null>;
  /** What a screen has read of a bundle is judged, and kept with its pictures like the report of a check; its id is the answer. */
  judgeBundle(request: {
    readonly evidence: BundleEvidence;
    readonly pictures: readonly SeenPicture[];
    /** Unix time in milliseconds. */
    readonly startedAt: number;
    readonly durationMs: number;
  }): Result<{ readonly reportId: string }>;
  forgetRun(request: { readonly runId: string }): Result<null>;
  forgetEverything(request: Record<string, never>): Result<null>;
}
