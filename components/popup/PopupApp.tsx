import { useEffect, useState } from 'react';
import { send } from '../../lib/messaging/commands.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { resolverName } from '../diagnosis/resolver-name.ts';
import { freshBrowserMemory, type BrowserMemory } from '../interference/browser-actions.ts';
import { useBrowserState } from '../state/browser-store.ts';
import { useRuns } from '../state/runs-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { useOnline } from '../state/use-online.ts';
import { PopupView } from './PopupView.tsx';
import { popupActions, type PopupMemory, type PopupPlace } from './popup-actions.ts';
import { recentRuns, shownBrowser, shownRun } from './popup-runs.ts';

const fresh: PopupMemory = {
  sight: null,
  picked: null,
  dismissed: null,
  declined: null,
  problem: null,
  browser: freshBrowserMemory,
  choices: defaultChoices,
};

/** The popup at work: mirrors what the background has written down and gives it commands. */
export function PopupApp({ place }: { readonly place: PopupPlace }) {
  const runs = useRuns() ?? [];
  const settings = useSettings();
  const online = useOnline();
  const browser = useBrowserState();
  const [memory, setMemory] = useState(fresh);
  // When it was opened: a result does not vanish while somebody reads it.
  const [now] = useState(() => Date.now());
  const remember = (patch: Partial<PopupMemory>): void => {
    setMemory((before) => ({ ...before, ...patch }));
  };
  const rememberBrowser = (patch: Partial<BrowserMemory>): void => {
    setMemory((before) => ({ ...before, browser: { ...before.browser, ...patch } }));
  };
  useEffect(() => {
    void send('lookAtTab', { tabId: place.tabId }).then(
      (answer) => {
        // What cannot be read is as good as a quiet page: the popup just does not know.
        remember({ sight: answer.ok ? answer.value : { kind: 'quiet' } });
      },
      () => {
        remember({ sight: { kind: 'quiet' } });
      },
    );
  }, [place.tabId]);
  const sighting = sightingOf(memory);
  const run = shownRun(runs, { now, picked: memory.picked, dismissed: memory.dismissed, sighting });
  return (
    <PopupView
      model={{
        onClaude: place.onClaude,
        sight: memory.sight,
        run,
        recent: recentRuns(runs, run),
        browser: {
          ...memory.browser,
          ...shownBrowser(browser, { now, onClaude: place.onClaude }),
          family: browserFamily(),
        },
        online,
        declined: run !== null && run.id === memory.declined,
        problem: memory.problem,
        choices: memory.choices,
        resolver: resolverName(settings.resolver),
        redirectUrl: place.redirectUrl,
      }}
      actions={popupActions({ place, settings, memory, remember, rememberBrowser, browser, latest: runs[0] ?? null })}
    />
  );
}

function sightingOf({ sight }: PopupMemory): PageSighting | null {
  return sight?.kind === 'seen' ? sight.sighting : null;
}
