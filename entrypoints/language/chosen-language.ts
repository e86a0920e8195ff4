import { browser } from 'wxt/browser';
import { languageOf, type Language } from '../../lib/i18n/language.ts';

/** The language that was chosen, else that of the browser. */
export function chosenLanguage(chosen: string): Language {
  return languageOf(chosen === 'auto' ? browser.i18n.getUILanguage() : chosen);
}
