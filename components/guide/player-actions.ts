import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import {
  advanceGuide,
  beginGuide,
  fittedGuide,
  type GuideConnector,
  type GuideEvent,
  type GuideProgress,
} from '../../lib/help/guide-life.ts';
import { placeUrl, stepsFor } from '../../lib/help/guide-steps.ts';
import { askFor, claudeNeeds } from '../../lib/permissions/ask.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { defaultChoices, noSecrets } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { Settings } from '../../lib/storage/settings.ts';
import { browserActions } from '../interference/browser-actions.ts';
import type { RunActions } from '../run/run-model.ts';
import type { Beside, PanelPlace } from '../sidepanel/panel-place.ts';
import type { BrowserStore } from '../state/browser-store.ts';
import { guideNow, keepGuide } from '../state/guide-store.ts';
import { startRun } from '../state/start-run.ts';
import type { Look, PlayerActions } from './player-model.ts';

/** What the panel knows, and gives to the guide that is open. */
export interface PlayerSurroundings {
  readonly place: PanelPlace;
  readonly beside: Beside;
  readonly runs: readonly RunState[];
  readonly settings: Settings;
  readonly browser: BrowserStore;
  readonly online: boolean;
  /** For whom a guide that is begun now would be. */
  readonly connector: GuideConnector;
  readonly runActions: RunActions;
  /** Checks the connector at this address, and shows what is found. */
  check(address: string): void;
  /** Leads away when the guide is left. */
  leave(): void;
}

/** What the player remembers of the last clicks, as long as it is open. */
export interface PlayerMemory {
  /** The id of the check that was started here. */
  readonly started: string | null;
  /** The person has just said no to Claude’s pages, or to the hosts of the run with this id. */
  readonly declinedClaude: boolean;
  readonly declinedRun: string | null;
  readonly problem: string | null;
}

export const freshPlayerMemory: PlayerMemory = {
  started: null,
  declinedClaude: false,
  declinedRun: null,
  problem: null,
};

interface Hands extends PlayerSurroundings {
  readonly id: GuideId;
  /** Reads the page beside. */
  readPage(): void;
  remember(patch: Partial<PlayerMemory>): void;
}

/** What each click in a guide does. Where a permission is needed, asking for it is the first thing. */
export function playerActions(hands: Hands): PlayerActions {
  const { id, place, connector, remember, runActions } = hands;
  const isFirefox = browserFamily() === 'firefox';
  return {
    ...runActions,
    begin: (reader) => {
      const steps = stepIds(id, reader);
      void keepGuide(beginGuide({ guide: id, reader, steps, connector, now: Date.now() }));
    },
    act: (event) => {
      act(id, event);
      if (event.kind === 'leave') hands.leave();
    },
    openPlace: (wanted) => {
      place.openBeside(placeUrl(wanted, shownProgress(id)?.connector ?? connector));
    },
    allowClaude: () => {
      // A sidebar of Firefox cannot ask.
      if (isFirefox) place.openPage('options.html#claude');
      else
        void askFor(claudeNeeds).then((allowed) => {
          remember({ declinedClaude: !allowed });
        });
    },
    look: (what) => {
      look(what, hands);
    },
    checkConnector: () => {
      const { url } = shownProgress(id)?.connector ?? connector;
      if (url !== null) hands.check(url);
    },
    finish: hands.leave,
    openRun: (runId) => {
      place.openPage(`doctor.html#run=${encodeURIComponent(runId)}`);
    },
  };
}

/** How far this guide is, with its steps as they are now; null when it was not begun. */
export function shownProgress(id: GuideId): GuideProgress | null {
  const kept = guideNow(id);
  return kept === null ? null : fittedGuide(kept, stepIds(id, kept.reader));
}

/** Takes up a guide that was left; one that was not stays as it is. */
export function resumeGuide(id: GuideId): void {
  act(id, { kind: 'resume' });
}

function act(id: GuideId, event: GuideEvent): void {
  const before = shownProgress(id);
  if (before === null) return;
  const reader = event.kind === 'reader' ? event.reader : before.reader;
  const after = advanceGuide(before, event, { steps: stepIds(id, reader), now: Date.now() });
  if (after !== before) void keepGuide(after);
}

function stepIds(id: GuideId, reader: GuideProgress['reader']): readonly string[] {
  return stepsFor(guides[id], reader).map((step) => step.id);
}

function look(what: Look, hands: Hands): void {
  if (what === 'page') hands.readPage();
  else if (what === 'check') check(hands);
  else lookAtBrowser(what === 'status-page', hands);
}

function check({ id, beside, settings, place, remember }: Hands): void {
  const url = shownProgress(id)?.connector.url ?? null;
  if (url === null) return;
  const request = { text: url, choices: defaultChoices, secrets: noSecrets, claude: null, tabId: beside.tabId };
  void startRun(request, { resolver: settings.resolver, isPopup: true }).then((outcome) => {
    if (outcome.kind === 'problem') {
      remember({ problem: outcome.words });
      return;
    }
    const { runId } = outcome;
    remember({ problem: null, started: runId, declinedRun: outcome.kind === 'declined' ? runId : null });
    if (outcome.kind === 'ask-elsewhere') place.openPage(`doctor.html#allow=${encodeURIComponent(runId)}`);
  });
}

function lookAtBrowser(statusPage: boolean, { browser, beside, settings, place, remember }: Hands): void {
  const family = browserFamily();
  browserActions({
    ...browser,
    family,
    tabId: beside.tabId,
    settings,
    remember: ({ problem }) => {
      if (problem !== undefined) remember({ problem });
    },
    askElsewhere:
      family === 'firefox'
        ? () => {
            place.openPage('doctor.html#browser');
          }
        : null,
  }).examine(statusPage ? { statusPage } : {});
}
