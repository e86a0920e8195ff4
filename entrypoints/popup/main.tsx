import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import type { PopupPlace } from '../../components/popup/popup-actions.ts';
import { authenticationReturn } from '../../lib/adapters/browser/authentication-window.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { claudePageHosts } from '../../lib/standards/claude-page-places.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';
import { openPanel } from '../panel/open-panel.ts';

// All at once, and drawn when the last of them is there: none of it leaves this machine.
const [tab] = await Promise.all([activeTab(), mirrorRuns(), mirrorSettings(), mirrorBrowser(), speakReadersLanguage()]);
createRoot(document.getElementById('root') ?? document.body).render(<PopupApp place={placeOf(tab)} />);

interface Tab {
  readonly id: number | null;
  readonly windowId: number | null;
  readonly url: string | null;
}

async function activeTab(): Promise<Tab> {
  const [found] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: found?.id ?? null, windowId: found?.windowId ?? null, url: found?.url ?? null };
}

function placeOf({ id, windowId, url }: Tab): PopupPlace {
  const close = (): void => {
    window.close();
  };
  return {
    tabId: id,
    windowId,
    onClaude: url !== null && URL.canParse(url) && claudePageHosts.includes(new URL(url).hostname),
    redirectUrl: authenticationReturn(),
    close,
    openPage: (path) => {
      void browser.tabs.create({ url: new URL(path, location.origin).href }).then(close);
    },
    openPanel: () => openPanel(windowId),
  };
}
