import { createRoot } from 'react-dom/client';
import { OpenGuide } from '../../components/findings/open-guide.ts';
import { goInPanel } from '../../components/sidepanel/use-panel-route.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { PanelApp } from '../../components/sidepanel/PanelApp.tsx';
import { mirrorAccount } from '../../components/state/account-store.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorGuides } from '../../components/state/guide-store.ts';
import { mirrorOwnServers } from '../../components/state/mirror-own-servers.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';
import { besideTabs } from './beside-tabs.ts';

// All at once, and drawn when all are there: none of it leaves this machine.
const [place] = await Promise.all([
  besideTabs(),
  mirrorRuns(),
  mirrorSettings(),
  mirrorBrowser(),
  mirrorGuides(),
  mirrorAccount(),
  mirrorOwnServers(),
  speakReadersLanguage(),
]);
createRoot(document.getElementById('root') ?? document.body).render(
  <OpenGuide value={openGuide}>
    <PanelApp place={place} />
  </OpenGuide>,
);

function openGuide(id: GuideId): void {
  goInPanel({ kind: 'guide', id });
}
