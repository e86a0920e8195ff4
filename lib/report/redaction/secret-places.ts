import type { Place } from './needles.ts';
import { hiddenReadings } from './hidden-readings.ts';
import { readEscapes } from './read-escapes.ts';

/** A page in JSON in JSON, with a URL in it. More layers would cost a hostile text too much time. */
const mostLayers = 5;

/** A place; `isOfNumbers` where only numbers can stand. */
export interface FoundPlace<T> extends Place<T> {
  readonly isOfNumbers?: true;
}

type Find<T> = (reading: string) => readonly Place<T>[];

/**
 * What `find` finds in a text as it is and behind its escapes, layer by layer; `findHidden` also looks where it is written as bytes, in
 * lines, or with something invisible in it. As places of the text as it is.
 */
export function placesInAllReadings<T>(text: string, find: Find<T>, findHidden?: Find<T>): readonly FoundPlace<T>[] {
  const places: FoundPlace<T>[] = [...find(text)];
  const ways: ((index: number) => number)[] = [];
  const back = (index: number): number => ways.reduceRight((at, way) => way(at), index);
  let last = text;
  let reading = readEscapes(text);
  while (reading !== null && ways.length < mostLayers) {
    ways.push(reading.before);
    last = reading.text;
    for (const { from, to, meaning } of find(last)) places.push({ from: back(from), to: back(to), meaning });
    reading = ways.length < mostLayers ? readEscapes(last) : null;
  }
  if (findHidden === undefined) return places;
  for (const hidden of hiddenReadings(last)) {
    for (const { from, to, meaning } of findHidden(hidden.text)) {
      const place = { from: back(hidden.before(from)), to: back(hidden.endBefore(to)), meaning };
      places.push(hidden.isOfNumbers ? { ...place, isOfNumbers: true } : place);
    }
  }
  return places;
}

/** Puts one text in the place of each place, zeros among numbers; where some overlap, that of the first in place of all of them. */
export function replacePlaces<T>(text: string, places: readonly FoundPlace<T>[], put: (meaning: T) => string): string {
  if (places.length === 0) return text;
  const marks = [...text.matchAll(/redacted-[a-z]+-\d+/g)].map(({ index, 0: mark }) => [index, index + mark.length]);
  let out = '';
  let copied = 0;
  let nextMark = 0;
  for (const { from, to, meaning, isOfNumbers } of inOrder(places)) {
    while ((marks[nextMark]?.[1] ?? Infinity) <= from) nextMark += 1;
    const [markFrom = Infinity, markTo = 0] = marks[nextMark] ?? [];
    if (to <= copied || (markFrom <= from && to <= markTo)) continue;
    const mark = put(meaning);
    if (isOfNumbers) out += text.slice(copied, from) + text.slice(Math.max(copied, from), to).replace(/\d+/g, '0');
    else if (from >= copied) out += text.slice(copied, from) + mark;
    copied = to;
  }
  return out + text.slice(copied);
}

function inOrder<T>(places: readonly FoundPlace<T>[]): readonly FoundPlace<T>[] {
  return [...places].sort((a, b) => a.from - b.from || b.to - a.to);
}
