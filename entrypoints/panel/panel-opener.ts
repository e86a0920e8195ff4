import { browser } from 'wxt/browser';
import { wishForPanel, type PanelTarget } from '../../lib/storage/panel-wish.ts';
import { openPanel } from './open-panel.ts';

/** What opens the side panel beside this page on something; where the browser does not open it, the panel gets a tab of its own. */
export async function panelOpener(): Promise<(target: PanelTarget) => void> {
  const windowId = (await browser.tabs.getCurrent())?.windowId ?? null;
  return (target) => {
    // Nothing may be awaited before: browsers open their panel only within the click.
    const opening = openPanel(windowId);
    void Promise.all([opening, wishForPanel(target, windowId)]).then(([isOpen]) => {
      if (!isOpen) void browser.tabs.create({ url: new URL('sidepanel.html', location.origin).href });
    });
  };
}
