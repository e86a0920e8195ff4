import { createRoot } from 'react-dom/client';
import { DoctorApp } from '../../components/doctor/DoctorApp.tsx';
import { OpenGuide } from '../../components/findings/open-guide.ts';
import type { Judge } from '../../components/foreign/judging.ts';
import { authenticationReturn } from '../../lib/adapters/browser/authentication-window.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorOwnServers } from '../../components/state/mirror-own-servers.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';
import { panelOpener } from '../panel/panel-opener.ts';

const judge: Judge = async (report) => (await import('../../lib/judge-again.ts')).replay(report, new Date());

// All at once, and drawn when all is there: none of it leaves this machine.
const [openPanelOn] = await Promise.all([
  panelOpener(),
  mirrorRuns(),
  mirrorSettings(),
  mirrorBrowser(),
  mirrorOwnServers(),
  speakReadersLanguage(),
]);
createRoot(document.getElementById('root') ?? document.body).render(
  <OpenGuide
    value={(id) => {
      openPanelOn({ kind: 'guide', id });
    }}
  >
    <DoctorApp
      redirectUrl={authenticationReturn()}
      optionsUrl={new URL('options.html', location.origin).href}
      judge={judge}
      openHelp={() => {
        openPanelOn({ kind: 'home' });
      }}
    />
  </OpenGuide>,
);
