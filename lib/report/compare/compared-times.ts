import { spokenLanguage } from '../../i18n/say.ts';
import { minuteOf } from '../words/run-words.ts';
import { whenWords } from '../words/when-words.ts';
import type { Comparison, Pair } from './comparison.ts';

/** When each of the two was made, in the reader’s zone; to the second where both are of one day. `now`: Unix time in milliseconds. */
export function comparedTimes({ before, after }: Comparison, now: number): Pair<string> {
  const [from, to] = [Date.parse(before.createdAt), Date.parse(after.createdAt)];
  if (Number.isNaN(from) || Number.isNaN(to)) return { before: timeOr(from, now), after: timeOr(to, now) };
  if (dayOf(from) !== dayOf(to)) return { before: whenWords(from, now), after: whenWords(to, now) };
  return { before: toTheSecond(from), after: toTheSecond(to) };
}

/** The same for text that leaves this machine: in UTC. */
export function comparedStamps({ before, after }: Comparison): Pair<string> {
  const isOneDay = before.createdAt.slice(0, 10) === after.createdAt.slice(0, 10);
  const stamp = (time: string): string => (isOneDay ? secondOf(time) : minuteOf(time));
  return { before: stamp(before.createdAt), after: stamp(after.createdAt) };
}

function timeOr(at: number, now: number): string {
  return Number.isNaN(at) ? '' : whenWords(at, now);
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function secondOf(timestamp: string): string {
  const at = Date.parse(timestamp);
  return Number.isNaN(at) ? minuteOf(timestamp) : `${toTheSecond(at, 'UTC')} UTC`;
}

function toTheSecond(at: number, timeZone?: string): string {
  const tag = spokenLanguage() === 'en' ? 'en-GB' : spokenLanguage();
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, timeZone === undefined ? options : { ...options, timeZone }).format(at);
  const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}`;
}
