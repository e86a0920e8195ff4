import words from '../../lib/i18n/german/messages/background.json' with { type: 'json' };
import { speak, spokenLanguage, type Catalogue } from '../../lib/i18n/say.ts';
import { readSettings, watchSettings, type Settings } from '../../lib/storage/settings.ts';
import { chosenLanguage } from '../language/chosen-language.ts';

/** What the background itself says: it cannot load more later, and what reports say is said where they are shown. */
const german: Catalogue = {
  language: 'de',
  messages: words,
  wordsOfCode: () => null,
  wordsOfValue: (_name, text) => text,
};

const listeners = new Set<() => void>();
let known: Promise<void> = Promise.resolve();

/** Speaks the reader’s language from now on, whichever is chosen. To be called synchronously when the background starts. */
export function followLanguage(): void {
  known = readSettings().then(take, () => undefined);
  watchSettings((settings) => {
    const before = spokenLanguage();
    take(settings);
    if (spokenLanguage() !== before) for (const listener of listeners) listener();
  });
}

/** Ends when the language is known in which to speak. Never rejects. */
export function languageKnown(): Promise<void> {
  return known;
}

/** Calls back when another language was chosen: what the browser keeps of our words is to be said anew. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

function take({ language }: Settings): void {
  speak(chosenLanguage(language) === 'de' ? german : null);
}
