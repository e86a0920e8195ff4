import { createRoot } from 'react-dom/client';
import { DoctorApp } from '../../components/doctor/DoctorApp.tsx';
import { authenticationReturn } from '../../lib/adapters/browser/authentication-window.ts';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';

// All at once, and drawn when all is there: none of it leaves this machine.
await Promise.all([mirrorRuns(), mirrorSettings(), mirrorBrowser(), speakReadersLanguage()]);
createRoot(document.getElementById('root') ?? document.body).render(
  <DoctorApp redirectUrl={authenticationReturn()} optionsUrl={new URL('options.html', location.origin).href} />,
);
