import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { pseudo } from './pseudo.ts';

// ?language=de or pseudo; English else. Loaded before the states: what a run has said stands in them.
const language = new URLSearchParams(location.search).get('language');
speak(language === 'de' ? german : language === 'pseudo' ? pseudo : null);
