/** Languages in which everything is written; English is the one of the sources. */
export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** Our language for a tag such as `de-AT` or `de_DE.UTF-8`; English where we do not speak the one that is asked for. */
export function languageOf(tag: string | null | undefined): Language {
  const wanted = /^[a-z]+/i.exec(tag ?? '')?.[0].toLowerCase();
  return languages.find((language) => language === wanted) ?? 'en';
}
