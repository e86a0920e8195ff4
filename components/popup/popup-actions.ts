import { say } from '../../lib/i18n/say.ts';
import { send } from '../../lib/messaging/commands.ts';
import type { TabSight } from '../../lib/page/sighting.ts';
import { askFor, claudeNeeds } from '../../lib/permissions/ask.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { defaultChoices, noSecrets, type RunChoices } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { wishForPanel } from '../../lib/storage/panel-wish.ts';
import type { Settings } from '../../lib/storage/settings.ts';
import { allowRun, noAnswerWords, runAgain, startRun, type Started } from '../state/start-run.ts';
import { browserActions, type BrowserMemory } from '../interference/browser-actions.ts';
import type { BrowserStore } from '../state/browser-store.ts';
import type { PopupActions } from './popup-model.ts';

/** Where the popup was opened, and the pages that it can open; components know no browser. */
export interface PopupPlace {
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly onClaude: boolean;
  readonly redirectUrl: string;
  /** Opens one of our own pages in a tab, such as `doctor.html#run=…`, and closes the popup. */
  openPage(path: string): void;
  /** Opens the side panel of this window, in the click itself; false where that did not work. */
  openPanel(): Promise<boolean>;
  close(): void;
}

/** What a popup knows as long as it is open. */
export interface PopupMemory {
  readonly sight: TabSight | null;
  readonly picked: string | null;
  readonly dismissed: string | null;
  readonly declined: string | null;
  readonly problem: string | null;
  readonly browser: BrowserMemory;
  readonly choices: RunChoices;
}

interface Hands {
  readonly place: PopupPlace;
  readonly settings: Settings;
  readonly memory: PopupMemory;
  readonly latest: RunState | null;
  readonly browser: BrowserStore;
  remember(patch: Partial<PopupMemory>): void;
  rememberBrowser(patch: Partial<BrowserMemory>): void;
}

/** What each click does. Where a permission is needed, asking for it is the first thing. */
export function popupActions(hands: Hands): PopupActions {
  const { place, settings, memory, remember, latest } = hands;
  const from = { resolver: settings.resolver, isPopup: true };
  const follow = (started: Promise<Started>): void => void started.then((outcome) => follows(outcome, hands));
  const tell = (command: Promise<{ readonly ok: boolean; readonly problem?: string }>): void =>
    void command.then(
      (answer) => {
        remember({ problem: answer.ok ? null : (answer.problem ?? say(noAnswerWords)) });
      },
      () => {
        remember({ problem: say(noAnswerWords) });
      },
    );
  const openBrowser = (find = false): void => {
    place.openPage(find ? 'doctor.html#browser=find' : 'doctor.html#browser');
  };
  return {
    check: (text, claude) => {
      follow(startRun({ text, choices: memory.choices, secrets: noSecrets, claude, tabId: place.tabId }, from));
    },
    checkFurther: (run, kind, { clientId, clientSecret }) => {
      const plans = [...defaultChoices.plans, kind];
      const choices = { ...run.choices, plans, clientId: clientId ?? run.choices.clientId };
      const secrets = { ...noSecrets, clientSecret };
      follow(startRun({ text: run.url ?? run.typed, choices, secrets, claude: run.claude, tabId: place.tabId }, from));
    },
    choose: (choices) => {
      remember({ choices });
    },
    cancel: (run) => {
      tell(send('cancelRun', { runId: run.id }));
    },
    again: (run) => {
      follow(runAgain(run, from));
    },
    allow: (run) => {
      if (browserFamily() === 'firefox') place.openPage(`doctor.html#allow=${encodeURIComponent(run.id)}`);
      else
        void allowRun(run, from).then((allowed) => {
          remember({ declined: allowed ? null : run.id });
        });
    },
    goOnWithout: (run) => {
      tell(send('goOnWithout', { runId: run.id }));
    },
    pick: (run) => {
      remember({ picked: run.id, dismissed: null });
    },
    dismiss: (run) => {
      remember({ picked: null, dismissed: run.id });
    },
    browser: browserActions({
      ...hands.browser,
      family: browserFamily(),
      tabId: place.onClaude ? place.tabId : null,
      settings,
      remember: hands.rememberBrowser,
      askElsewhere: browserFamily() === 'firefox' ? openBrowser : null,
    }),
    openBrowser,
    readClaude: ({ reload }) => {
      if (browserFamily() === 'firefox') place.openPage('options.html#claude');
      else void readClaude(reload, hands);
    },
    showFix: (run) => {
      const details = `${pageOf(run)}&finding=${encodeURIComponent(run.outcome?.cause?.code ?? '')}`;
      // The panel shows the latest run.
      if (run.id !== latest?.id) place.openPage(details);
      else
        void place.openPanel().then((opened) => {
          if (opened) place.close();
          else place.openPage(details);
        });
    },
    openDetails: (run) => {
      place.openPage(pageOf(run));
    },
    openDoctor: () => {
      place.openPage('doctor.html');
    },
    openHelp: (target) => {
      const opening = place.openPanel();
      void Promise.all([opening, wishForPanel(target, place.windowId)]).then(([opened]) => {
        // The page takes the wish as the panel would.
        if (opened) place.close();
        else place.openPage('sidepanel.html');
      });
    },
    openOptions: () => {
      place.openPage('options.html');
    },
  };
}

function follows(outcome: Started, { place, remember }: Hands): void {
  if (outcome.kind === 'problem') {
    remember({ problem: outcome.words });
    return;
  }
  const { runId } = outcome;
  remember({ problem: null, picked: runId, declined: outcome.kind === 'declined' ? runId : null });
  if (outcome.kind === 'ask-elsewhere') place.openPage(`doctor.html#allow=${encodeURIComponent(runId)}`);
}

async function readClaude(reload: boolean, { place: { tabId }, remember }: Hands): Promise<void> {
  // The wish first: the popup may close over the question, and the background then fulfils it.
  const wish = send('watchClaude', { reload, tabId }).catch(() => null);
  if (!(await askFor(claudeNeeds))) return;
  const watched = await wish;
  if (!watched?.ok) {
    remember({ problem: watched?.problem ?? say(noAnswerWords) });
    return;
  }
  const looked = await send('lookAtTab', { tabId }).catch(() => null);
  remember({ problem: null, sight: looked?.ok ? looked.value : { kind: 'quiet' } });
}

function pageOf({ id }: RunState): string {
  return `doctor.html#run=${encodeURIComponent(id)}`;
}
