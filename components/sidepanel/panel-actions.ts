import { say } from '../../lib/i18n/say.ts';
import { send } from '../../lib/messaging/commands.ts';
import { placeUrl } from '../../lib/help/guide-steps.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { defaultChoices, noSecrets } from '../../lib/runs/run-choices.ts';
import { resumeGuide } from '../guide/player-actions.ts';
import { consentOf } from '../run/run-needs.ts';
import { forgetGuide } from '../state/guide-store.ts';
import { allowRun, noAnswerWords, runAgain, startRun, type Started } from '../state/start-run.ts';
import type { PanelActions } from './panel-model.ts';
import type { PanelPlace } from './panel-place.ts';
import { goBackInPanel, goInPanel } from './use-panel-route.ts';

/** What the panel remembers as long as it is open. */
export interface PanelMemory {
  /** The id of the run for which the person has just said no. */
  readonly declined: string | null;
  readonly problem: string | null;
}

interface Hands {
  readonly place: PanelPlace;
  /** The DNS-over-HTTPS endpoint of the settings. */
  readonly resolver: string;
  readonly connector: GuideConnector;
  remember(patch: Partial<PanelMemory>): void;
}

/** What each click in the panel does. Where a permission is needed, asking for it is the first thing. */
export function panelActions(hands: Hands): Omit<PanelActions, 'browser'> {
  const { place, resolver, remember } = hands;
  const from = { resolver, isPopup: true };
  const tell = (command: Promise<{ readonly ok: boolean; readonly problem?: string }>): void =>
    void command
      .catch(() => null)
      .then((answer) => {
        remember({ problem: answer?.ok ? null : (answer?.problem ?? say(noAnswerWords)) });
      });
  return {
    ...waysOn(hands),
    cancel: (run) => {
      tell(send('cancelRun', { runId: run.id }));
    },
    goOnWithout: (run) => {
      tell(send('goOnWithout', { runId: run.id }));
    },
    again: (run) => {
      // What takes a word is listed where there is room for the list.
      if (consentOf(run) !== null) place.openPage(`doctor.html#run=${encodeURIComponent(run.id)}`);
      else
        void runAgain(run, from).then((outcome) => {
          follow(outcome, hands);
        });
    },
    allow: (run) => {
      // A sidebar of Firefox cannot ask.
      if (browserFamily() === 'firefox') askInTab(run.id, place);
      else
        void allowRun(run, from).then((allowed) => {
          remember({ declined: allowed ? null : run.id });
        });
    },
    check: (address, shown = null) => {
      const request = { text: address, choices: defaultChoices, secrets: noSecrets, claude: shown };
      void startRun({ ...request, tabId: place.beside().tabId }, from).then((outcome) => {
        follow(outcome, hands);
        if (outcome.kind !== 'problem') goInPanel({ kind: 'home' });
      });
    },
  };
}

/** To other parts of the panel, and to what opens beside it. */
function waysOn({
  place,
  connector,
}: Hands): Pick<PanelActions, 'go' | 'back' | 'goOn' | 'forgetGuide' | 'openPlace' | 'openBrowser' | 'openDoctor'> {
  return {
    go: goInPanel,
    back: goBackInPanel,
    goOn: (id) => {
      resumeGuide(id);
      goInPanel({ kind: 'guide', id });
    },
    forgetGuide: (id) => void forgetGuide(id),
    openPlace: (wanted) => {
      place.openBeside(placeUrl(wanted, connector));
    },
    openBrowser: () => {
      place.openPage('doctor.html#browser');
    },
    openDoctor: (run, tab) => {
      const part = tab === undefined ? '' : `&tab=${tab}`;
      place.openPage(run === null ? 'doctor.html' : `doctor.html#run=${encodeURIComponent(run.id)}${part}`);
    },
  };
}

function follow(outcome: Started, { place, remember }: Hands): void {
  remember({
    problem: outcome.kind === 'problem' ? outcome.words : null,
    declined: outcome.kind === 'declined' ? outcome.runId : null,
  });
  if (outcome.kind === 'ask-elsewhere') askInTab(outcome.runId, place);
}

function askInTab(runId: string, place: PanelPlace): void {
  place.openPage(`doctor.html#allow=${encodeURIComponent(runId)}`);
}
