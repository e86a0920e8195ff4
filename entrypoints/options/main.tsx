import { createRoot } from 'react-dom/client';
import { OptionsApp } from '../../components/options/OptionsApp.tsx';
import { mirrorBrowser } from '../../components/state/browser-store.ts';
import { mirrorRuns } from '../../components/state/runs-store.ts';
import { mirrorSettings } from '../../components/state/settings-store.ts';
import { speakReadersLanguage } from '../language/readers-language.ts';

await Promise.all([mirrorBrowser(), mirrorRuns(), mirrorSettings(), speakReadersLanguage()]);
createRoot(document.getElementById('root') ?? document.body).render(<OptionsApp />);
// The page was empty when the browser looked for the part that the address names.
requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
