import { useState, useSyncExternalStore } from 'react';
import { send } from '../../lib/messaging/commands.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { useShown } from '../run/use-shown.ts';
import { browserActions } from '../interference/browser-actions.ts';
import { isUnderWay } from '../interference/bisect-words.ts';
import { useRuns } from '../state/runs-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { consentOf } from '../run/run-needs.ts';
import { allowRun, noAnswerWords, runAgain } from '../state/start-run.ts';
import { useBrowserState } from '../state/browser-store.ts';
import { useOnline } from '../state/use-online.ts';
import { panelRun, type PanelActions } from './panel-model.ts';
import { PanelView } from './PanelView.tsx';

/** Beside what the panel stands, and the pages that it can open; components know no browser. */
export interface PanelPlace {
  /** The active tab of this window; null when it is not known. */
  tabId(): number | null;
  /** Told when another tab becomes active, until the function that it returns is called. */
  onTabChange(listener: () => void): () => void;
  /** Opens one of our own pages in a tab, such as `doctor.html#run=…`. */
  openPage(path: string): void;
}

interface Memory {
  readonly declined: string | null;
  readonly problem: string | null;
}

/** The side panel at work: mirrors what the background has written down and gives it commands. */
export function PanelApp({ place }: { readonly place: PanelPlace }) {
  const runs = useRuns();
  const settings = useSettings();
  const online = useOnline();
  const browser = useBrowserState();
  const tabId = useSyncExternalStore(place.onTabChange, place.tabId);
  const [{ declined, problem }, setMemory] = useState<Memory>({ declined: null, problem: null });
  const remember = (patch: Partial<Memory>): void => {
    setMemory((before) => ({ ...before, ...patch }));
  };
  const run = panelRun(runs ?? [], tabId);
  const shown = useShown(run?.id ?? null, runs);
  return (
    <PanelView
      model={{
        run,
        report: shown.kind === 'run' ? shown.report : null,
        online,
        declined: run !== null && run.id === declined,
        problem,
        bisect: browser.bisect !== null && isUnderWay(browser.bisect) ? browser.bisect : null,
      }}
      actions={{
        ...panelActions(place, settings.resolver, remember),
        browser: browserActions({
          ...browser,
          family: browserFamily(),
          tabId,
          settings,
          remember: (patch) => {
            if (patch.problem !== undefined) remember({ problem: patch.problem });
          },
          askElsewhere: () => {
            place.openPage('doctor.html#browser');
          },
        }),
      }}
    />
  );
}

function panelActions(
  place: PanelPlace,
  resolver: string,
  remember: (patch: Partial<Memory>) => void,
): Omit<PanelActions, 'browser'> {
  const from = { resolver, isPopup: true };
  const tell = (command: Promise<{ readonly ok: boolean; readonly problem?: string }>): void =>
    void command
      .catch(() => null)
      .then((answer) => {
        remember({ problem: answer?.ok ? null : (answer?.problem ?? noAnswerWords) });
      });
  const askInTab = (runId: string): void => {
    place.openPage(`doctor.html#allow=${encodeURIComponent(runId)}`);
  };
  return {
    cancel: (run) => {
      tell(send('cancelRun', { runId: run.id }));
    },
    goOnWithout: (run) => {
      tell(send('goOnWithout', { runId: run.id }));
    },
    again: (run) => {
      // What takes a word is listed where there is room for the list.
      if (consentOf(run) !== null) return place.openPage(`doctor.html#run=${encodeURIComponent(run.id)}`);
      void runAgain(run, from).then((outcome) => {
        remember({ problem: outcome.kind === 'problem' ? outcome.words : null });
        if (outcome.kind === 'ask-elsewhere') askInTab(outcome.runId);
      });
    },
    allow: (run) => {
      // A sidebar of Firefox cannot ask.
      if (browserFamily() === 'firefox') askInTab(run.id);
      else
        void allowRun(run, from).then((allowed) => {
          remember({ declined: allowed ? null : run.id });
        });
    },
    openBrowser: () => {
      place.openPage('doctor.html#browser');
    },
    openDoctor: (run) => {
      place.openPage(run === null ? 'doctor.html' : `doctor.html#run=${encodeURIComponent(run.id)}`);
    },
  };
}
