import { browser } from 'wxt/browser';

/**
 * Opens the side panel of a window, in the click itself: browsers open it for a gesture alone, so nothing may be awaited before. False
 * where that did not work. Firefox has a sidebar in its place.
 */
export async function openPanel(windowId: number | null): Promise<boolean> {
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
