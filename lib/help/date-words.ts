import { spokenLanguage } from '../i18n/say.ts';

/** A day, month or year (`2026-08-21`, `2026-09`, `2026`) in the reader’s language: “21 Aug 2026”, “Sep 2026”, “2026”. */
export function dateWords(date: string): string {
  const parts = date.split('-').length;
  const tag = spokenLanguage() === 'en' ? 'en-GB' : spokenLanguage();
  return new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    ...(parts > 1 && { month: 'short' as const }),
    ...(parts > 2 && { day: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(Date.parse(date));
}
