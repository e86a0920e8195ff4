import { languageOf, languages, type Language } from '../i18n/language.ts';

/** The option that names it; it may stand before the command, too. */
export const languageName = '--language';

/**
 * The language to speak: what `--language` names, else what the environment asks for. It is read before all other words, since what is
 * said about those is said in it; that a value names no language of ours is told later, like any other bad usage.
 */
export function readersLanguage(words: readonly string[], env: NodeJS.ProcessEnv): Language {
  return namedLanguage(words) ?? languageOf(localeOf(env));
}

/** The language of texts within JSON: what `--language` names, else English, so that a script gets the same on every machine. */
export function languageForPrograms(words: readonly string[]): Language {
  return namedLanguage(words) ?? 'en';
}

/** The locale of the environment as POSIX has it: the first of the three that is not empty, else an empty text. */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  return LC_ALL || LC_MESSAGES || LANG || '';
}

/** Of several the last one counts, as with any other option. */
function namedLanguage(words: readonly string[]): Language | undefined {
  const end = words.indexOf('--');
  const named = words.slice(0, end === -1 ? words.length : end).flatMap((word, index, all) => {
    if (word === languageName) return all[index + 1] ?? [];
    return word.startsWith(`${languageName}=`) ? word.slice(languageName.length + 1) : [];
  });
  return languages.find((language) => language === named.at(-1));
}

/** The person's language as a tag such as `en-US`. The environment says so; Intl would need 10 ms of every run to find out. */
export function languageTag(env: NodeJS.ProcessEnv): string | null {
  return /^[a-z]{2,3}(?:_[A-Z]{2})?(?=[.@]|$)/.exec(localeOf(env))?.[0].replace('_', '-') ?? null;
}
