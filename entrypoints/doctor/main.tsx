import { createRoot } from 'react-dom/client';
import { DoctorApp } from '../../components/doctor/DoctorApp.tsx';
import { OpenGuide } from '../../components/findings/open-guide.ts';
import { authenticationReturn } from '../../lib/adapters/browser/authentication-window.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';
import { guideOpener } from './open-guide.ts';

// All at once, and drawn when all is there: none of it leaves this machine.
const [openGuide] = await Promise.all([
  guideOpener(),
  mirrorRuns(),
  mirrorSettings(),
  mirrorBrowser(),
  speakReadersLanguage(),
]);
createRoot(document.getElementById('root') ?? document.body).render(
  <OpenGuide value={openGuide}>
    <DoctorApp redirectUrl={authenticationReturn()} optionsUrl={new URL('options.html', location.origin).href} />
  </OpenGuide>,
);
