import { browser } from 'wxt/browser';
import { languageOf, type Language } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import { readSettings, watchSettings, type Settings } from '../../lib/storage/settings.ts';

/** Speaks the reader’s language on this page from its first word, and draws the page anew when the person chooses another one. */
export async function speakReadersLanguage(): Promise<void> {
  const chosen = (await readSettings()).language;
  const language = readersLanguage(chosen);
  document.documentElement.lang = language;
  await loadLanguage(language);
  watchSettings((settings: Settings) => {
    if (readersLanguage(settings.language) !== language) location.reload();
  });
}

/** The language that was chosen, else that of the browser. */
export function readersLanguage(chosen: string): Language {
  return languageOf(chosen === 'auto' ? browser.i18n.getUILanguage() : chosen);
}
