import { browser } from 'wxt/browser';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { wishForPanel } from '../../lib/storage/panel-wish.ts';

/** What opens a guide beside this page; where the browser does not open its panel, the guide gets a tab of its own. */
export async function guideOpener(): Promise<(id: GuideId) => void> {
  const windowId = (await browser.tabs.getCurrent())?.windowId ?? null;
  return (id) => {
    // Nothing may be awaited before: browsers open their panel only within the click.
    const opening = openPanel(windowId);
    void Promise.all([opening, wishForPanel({ kind: 'guide', id }, windowId)]).then(([isOpen]) => {
      if (!isOpen) void browser.tabs.create({ url: new URL(`sidepanel.html#guide=${id}`, location.origin).href });
    });
  };
}

/** Firefox has a sidebar in the panel's place. */
async function openPanel(windowId: number | null): Promise<boolean> {
  const { sidePanel, sidebarAction } = browser as Partial<typeof browser> & {
    sidebarAction?: { open(): Promise<void> };
  };
  try {
    if (sidebarAction) await sidebarAction.open();
    else if (sidePanel && windowId !== null) await sidePanel.open({ windowId });
    else return false;
    return true;
  } catch {
    return false;
  }
}
