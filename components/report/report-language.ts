import { inEnglish } from '../../lib/i18n/in-english.ts';

/** The language in which a report leaves: the reader’s own, or English for people who are not the reader. */
export type ReportLanguage = 'own' | 'english';

/** What is told in that language. */
export function tellIn<T>(language: ReportLanguage, tell: () => T): T {
  return language === 'english' ? inEnglish(tell) : tell();
}
