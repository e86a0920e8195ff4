import { createRoot } from 'react-dom/client';
import { DoctorApp } from '../../components/doctor/DoctorApp.tsx';
import { OpenGuide } from '../../components/findings/open-guide.ts';
import { authenticationReturn } from '../../lib/adapters/browser/authentication-window.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorOwnServers } from '../../components/state/own-servers-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';
import { panelOpener } from '../panel/panel-opener.ts';

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
      openHelp={() => {
        openPanelOn({ kind: 'home' });
      }}
    />
  </OpenGuide>,
);
