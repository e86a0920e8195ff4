import { loadLanguage } from '../../lib/i18n/load-language.ts';
import { readSettings, watchSettings } from '../../lib/storage/settings.ts';
import { chosenLanguage } from './chosen-language.ts';

/** Speaks the reader’s language on this page from its first word, and draws the page anew when the person chooses another one. */
export async function speakReadersLanguage(): Promise<void> {
  const language = chosenLanguage((await readSettings()).language);
  document.documentElement.lang = language;
  await loadLanguage(language);
  watchSettings((settings) => {
    if (chosenLanguage(settings.language) !== language) location.reload();
  });
}
