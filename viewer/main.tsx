import { createRoot } from 'react-dom/client';
import type { Judge } from '../components/foreign/judging.ts';
import { FramedNotice } from '../components/viewer/FramedNotice.tsx';
import { ViewerApp } from '../components/viewer/ViewerApp.tsx';
import { alsoOnDemand } from '../components/ui/on-demand.ts';
import { languageOf } from '../lib/i18n/language.ts';
import { loadLanguage } from '../lib/i18n/load-language.ts';

const judging = alsoOnDemand(() => import('../lib/judge-again.ts'));
const judge: Judge = async (report) => (await judging()).replay(report, new Date());

const language = languageOf(navigator.language);
document.documentElement.lang = language;
await loadLanguage(language);
// Around a report in a frame another site could write what it likes, and a policy in the page itself cannot forbid frames.
const isFramed = window.top !== window;
createRoot(document.getElementById('root') ?? document.body).render(
  isFramed ? <FramedNotice /> : <ViewerApp judge={judge} />,
);
