import type { GivenClient } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import type { BrowserActions, BrowserModel } from '../interference/browser-model.ts';
import type { PanelTarget } from '../../lib/storage/panel-wish.ts';
import type { PageSighting, TabSight } from '../../lib/page/sighting.ts';
import type { RunChoices } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';

/** Everything that the popup shows. */
export interface PopupModel {
  /** Whether the tab below is one of Claude's; known before anything was read there. */
  readonly onClaude: boolean;
  /** Null until the background has told. */
  readonly sight: TabSight | null;
  readonly run: RunState | null;
  readonly recent: readonly RunState[];
  /** The look at this browser, where it belongs to what the person looks at. */
  readonly browser: BrowserModel;
  readonly online: boolean;
  /** The person has just said no to the hosts that the shown run waits for. */
  readonly declined: boolean;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
  readonly choices: RunChoices;
  /** The name or host of the public resolver that the settings name. */
  readonly resolver: string;
  /** Where a sign-in comes back to. */
  readonly redirectUrl: string;
}

/** Everything that can be done in the popup. Each is called in the click itself. */
export interface PopupActions {
  check(text: string, sighting: PageSighting | null): void;
  checkFurther(run: RunState, kind: ConsentKind, client: GivenClient): void;
  choose(choices: RunChoices): void;
  cancel(run: RunState): void;
  again(run: RunState): void;
  allow(run: RunState): void;
  goOnWithout(run: RunState): void;
  pick(run: RunState): void;
  dismiss(run: RunState): void;
  readonly browser: BrowserActions;
  /** Opens the doctor page on this browser; `find`: at the search for an extension. */
  openBrowser(find: boolean): void;
  /** Claude's pages are read from now on; `reload` loads this one anew. */
  readClaude(options: { readonly reload: boolean }): void;
  showFix(run: RunState): void;
  openDetails(run: RunState): void;
  openDoctor(): void;
  /** Opens the side panel on this part of the help. */
  openHelp(target: PanelTarget): void;
  openOptions(): void;
}

/** What the part of the popup that shows one run is given. */
export interface RunSectionProps {
  readonly run: RunState;
  readonly model: PopupModel;
  readonly actions: PopupActions;
  readonly onConsent: (kind: ConsentKind) => void;
}

/** What the body of a run gets besides. */
export interface RunBodyProps extends RunSectionProps {
  /** Checks once more, after asking again where it takes consent; null where the address is not known whole any more. */
  readonly onAgain: (() => void) | null;
}
