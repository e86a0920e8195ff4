import type { Language } from './language.ts';
import { speak } from './say.ts';

/** Speaks this language from now on; its words are loaded when they are not English. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') {
    speak(null);
    return;
  }
  const { german } = await import('./german/catalogue.ts');
  speak(german);
}
