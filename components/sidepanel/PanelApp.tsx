import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import type { PanelTarget } from '../../lib/storage/panel-wish.ts';
import { takePanelWishes } from '../../lib/storage/take-panel-wish.ts';
import { usePageReading } from '../guide/use-page-reading.ts';
import { browserActions } from '../interference/browser-actions.ts';
import { isUnderWay } from '../interference/bisect-words.ts';
import { useShown } from '../run/use-shown.ts';
import { useBrowserState } from '../state/browser-store.ts';
import { useGuides } from '../state/guide-store.ts';
import { useRuns } from '../state/runs-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { useOnline } from '../state/use-online.ts';
import { panelActions, type PanelMemory } from './panel-actions.ts';
import { knownConnector, panelRun, rememberedConnector, type PanelActions, type PanelModel } from './panel-model.ts';
import type { PanelPlace } from './panel-place.ts';
import { PanelPart } from './PanelPart.tsx';
import { PanelShell } from './PanelShell.tsx';
import { goInPanel, usePanelRoute } from './use-panel-route.ts';

/** The side panel at work: mirrors what the background has written down and gives it commands. */
export function PanelApp({ place }: { readonly place: PanelPlace }) {
  const runs = useRuns() ?? [];
  const settings = useSettings();
  const online = useOnline();
  const browser = useBrowserState();
  const { begun } = useGuides();
  const route = usePanelRoute();
  const beside = useSyncExternalStore(place.onChange, place.beside);
  const [{ declined, problem }, setMemory] = useState<PanelMemory>({ declined: null, problem: null });
  const remember = (patch: Partial<PanelMemory>): void => {
    setMemory((before) => ({ ...before, ...patch }));
  };
  const [looked] = usePageReading('panel', beside);
  const run = panelRun(runs, beside.tabId);
  const shown = useShown(run?.id ?? null, runs);
  const connector = rememberedConnector(knownConnector(run, looked?.reading.sighting ?? null), begun);
  useEffect(() => takePanelWishes(place.windowId, goToTarget), [place.windowId]);
  const actions: PanelActions = {
    ...panelActions({ place, resolver: settings.resolver, connector, remember }),
    browser: browserActions({
      ...browser,
      family: browserFamily(),
      tabId: beside.tabId,
      settings,
      remember: (patch) => {
        if (patch.problem !== undefined) remember({ problem: patch.problem });
      },
      askElsewhere: () => {
        place.openPage('doctor.html#browser');
      },
    }),
  };
  const model: PanelModel = {
    route,
    run,
    report: shown.kind === 'run' ? shown.report : null,
    online,
    declined: run !== null && run.id === declined,
    problem,
    bisect: browser.bisect !== null && isUnderWay(browser.bisect) ? browser.bisect : null,
    begun,
  };
  return (
    <PanelShell model={model} actions={actions}>
      <PanelPart
        model={model}
        actions={actions}
        surroundings={{
          place,
          beside,
          runs,
          settings,
          browser,
          online,
          connector,
          runActions: actions,
          check: actions.check,
        }}
      />
    </PanelShell>
  );
}

/** Texts are no part of a wish: the field is empty. */
function goToTarget(target: PanelTarget): void {
  if (target.kind === 'explain') goInPanel({ kind: 'explain', text: '' });
  else goInPanel(target);
}
