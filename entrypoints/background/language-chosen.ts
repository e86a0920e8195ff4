import { browser } from 'wxt/browser';
import { defaultSettings, settingsKey } from '../../lib/storage/settings.ts';
import { chosenLanguage } from '../language/chosen-language.ts';

/**
 * Calls back when another language was chosen. By what was stored before, not by what is spoken: a worker that this very choice has
 * woken does not know yet what was.
 */
export function onLanguageChosen(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[settingsKey];
    if (area !== 'local' || !change) return;
    if (languageIn(change.oldValue) !== languageIn(change.newValue)) listener();
  });
}

function languageIn(stored: unknown): string {
  const { language } = (stored ?? {}) as { readonly language?: unknown };
  return chosenLanguage(typeof language === 'string' ? language : defaultSettings.language);
}
