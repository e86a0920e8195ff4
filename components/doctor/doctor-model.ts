import type { LogAnswer } from '../../lib/kernel/account.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunChoices, RunSecrets } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { BundleReading } from '../bundle/read-bundle.ts';
import type { GivenClient } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import type { HistoryItem } from '../history/history-items.ts';
import type { BrowserActions, BrowserModel } from '../interference/browser-model.ts';
import type { Judge } from '../foreign/judging.ts';
import type { Opened } from '../foreign/opening.ts';
import type { Handed } from '../report/open-report.ts';
import type { RunActions, Shown } from '../run/run-model.ts';
import type { Route } from './route.ts';

/** Everything that the doctor page shows. */
export interface DoctorModel {
  readonly route: Route;
  readonly history: readonly HistoryItem[];
  /** The run or report that the route names; `start` and `allow` have none. */
  readonly shown: Shown;
  /** Somebody’s report that was opened; it stands in front of everything else until it is put aside. */
  readonly opened: Opened | null;
  /** What was handed over with it, to be compared. */
  readonly against: Handed | null;
  /** What was pasted beside the field for a connector, and stands in it now; null where nothing was. */
  readonly pasted: string | null;
  /** A bundle that is being read, or could not be. */
  readonly reading: BundleReading | null;
  readonly online: boolean;
  /** The person has just said no to what the shown run waits for. */
  readonly declined: boolean;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
  /** The name or host of the public resolver that the settings name. */
  readonly resolver: string;
  /** Where a sign-in comes back to. */
  readonly redirectUrl: string;
  readonly optionsUrl: string;
  readonly browser: BrowserModel;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** What the page knows as long as it is open. */
export interface DoctorMemory {
  readonly opened: Opened | null;
  readonly against: Handed | null;
  readonly pasted: string | null;
  readonly reading: BundleReading | null;
  /** The id of the run for which the person has just said no. */
  readonly declined: string | null;
  readonly problem: string | null;
  /** Counts what was deleted, or came by without a run. */
  readonly changes: number;
}

/** Everything that can be done on the doctor page. Each is called in the click itself. */
export interface DoctorActions extends RunActions {
  check(text: string, choices: RunChoices, secrets: RunSecrets): void;
  checkFurther(run: RunState, kind: ConsentKind, client: GivenClient): void;
  /** The same check once more, with Google’s favicon service asked; ends at the preview. */
  checkWithGoogle(run: RunState): void;
  /** The person looked into the server’s log. */
  tellServerLog(run: RunState, serverLog: LogAnswer): void;
  remove(item: HistoryItem): void;
  go(route: Route): void;
  /** A saved report or a bundle, told apart by what is in it; or what was pasted. `against` is compared with it. */
  open(handed: Handed, against?: Handed): void;
  /** A kept report; null when it is not there (any more). */
  readKept(id: string): Promise<Report | null>;
  /** Judges a report with today’s checks; the same function as long as the page is open. */
  readonly judge: Judge;
  /** Puts the bundle aside that could not be read. */
  closeReading(): void;
  readonly browser: BrowserActions;
  /** Puts the opened report aside. */
  close(): void;
  /** Opens the help in the side panel. */
  openHelp(): void;
}
