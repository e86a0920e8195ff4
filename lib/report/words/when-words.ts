import { spokenLanguage } from '../../i18n/say.ts';

/** “10:04” on the same day as `now`, else “21 Nov 2026, 10:04”; both times are Unix milliseconds, the zone is the reader’s. */
export function whenWords(at: number, now: number, timeZone?: string): string {
  const day = (time: number): string => part(time, { day: 'numeric', month: 'short', year: 'numeric' }, timeZone);
  const clock = part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone);
  return day(at) === day(now) ? clock : `${day(at)}, ${clock}`;
}

function part(time: number, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  const tag = spokenLanguage() === 'en' ? 'en-GB' : spokenLanguage();
  return new Intl.DateTimeFormat(tag, timeZone === undefined ? options : { ...options, timeZone }).format(time);
}
