import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { DoctorApp } from '../../components/doctor/DoctorApp.tsx';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';

// All at once, and drawn when both are there: none of it leaves this machine.
await Promise.all([mirrorRuns(), mirrorSettings()]);
createRoot(document.getElementById('root') ?? document.body).render(
  <DoctorApp redirectUrl={redirectUrl()} optionsUrl={new URL('options.html', location.origin).href} />,
);

/** Where the browser's own sign-in window comes back to. In Chromium it follows from the id, also while `identity` is not allowed yet. */
function redirectUrl(): string {
  const { identity } = browser as Partial<typeof browser>;
  return identity?.getRedirectURL() ?? `https://${browser.runtime.id}.chromiumapp.org/`;
}
