import { createRoot } from 'react-dom/client';
import type { Judge } from '../components/foreign/judging.ts';
import { ViewerApp } from '../components/viewer/ViewerApp.tsx';
import { languageOf } from '../lib/i18n/language.ts';
import { loadLanguage } from '../lib/i18n/load-language.ts';

const judge: Judge = async (report) => (await import('../lib/judge-again.ts')).replay(report, new Date());

const language = languageOf(navigator.language);
document.documentElement.lang = language;
await loadLanguage(language);
createRoot(document.getElementById('root') ?? document.body).render(<ViewerApp judge={judge} />);
