import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp, type PanelPlace } from '../../components/sidepanel/PanelApp.tsx';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';

// All at once, and drawn when all are there: none of it leaves this machine.
const [place] = await Promise.all([
  besideTabs(),
  mirrorRuns(),
  mirrorSettings(),
  mirrorBrowser(),
  speakReadersLanguage(),
]);
createRoot(document.getElementById('root') ?? document.body).render(<PanelApp place={place} />);

/** The panel stays while the tabs beside it change. */
async function besideTabs(): Promise<PanelPlace> {
  const [found] = await browser.tabs.query({ active: true, currentWindow: true });
  const windowId = found?.windowId;
  let tabId = found?.id ?? null;
  const listeners = new Set<() => void>();
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId !== windowId) return;
    ({ tabId } = active);
    for (const listener of listeners) listener();
  });
  return {
    tabId: () => tabId,
    onTabChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openPage: (path) => void browser.tabs.create({ url: new URL(path, location.origin).href }),
  };
}
