import type { Place } from './needles.ts';
import { readEscapes } from './read-escapes.ts';

/** A page in JSON in JSON, with a URL in it. More layers would cost a hostile text too much time. */
const mostLayers = 5;

/** What `find` finds in a text as it is and behind its escapes, layer by layer; as places of the text as it is. */
export function placesInAllReadings<T>(
  text: string,
  find: (reading: string) => readonly Place<T>[],
): readonly Place<T>[] {
  const places: Place<T>[] = [...find(text)];
  const ways: ((index: number) => number)[] = [];
  const back = (index: number): number => ways.reduceRight((at, way) => way(at), index);
  let reading = readEscapes(text);
  while (reading !== null && ways.length < mostLayers) {
    ways.push(reading.before);
    for (const { from, to, meaning } of find(reading.text)) places.push({ from: back(from), to: back(to), meaning });
    reading = ways.length < mostLayers ? readEscapes(reading.text) : null;
  }
  return places;
}

/** Puts one text in the place of each place; where some overlap, that of the first in place of all of them. */
export function replacePlaces<T>(text: string, places: readonly Place<T>[], put: (meaning: T) => string): string {
  if (places.length === 0) return text;
  const marks = [...text.matchAll(/redacted-[a-z]+-\d+/g)].map(({ index, 0: mark }) => [index, index + mark.length]);
  let out = '';
  let copied = 0;
  let nextMark = 0;
  for (const { from, to, meaning } of inOrder(places)) {
    while ((marks[nextMark]?.[1] ?? Infinity) <= from) nextMark += 1;
    const [markFrom = Infinity, markTo = 0] = marks[nextMark] ?? [];
    if (to <= copied || (markFrom <= from && to <= markTo)) continue;
    if (from >= copied) out += text.slice(copied, from) + put(meaning);
    copied = to;
  }
  return out + text.slice(copied);
}

function inOrder<T>(places: readonly Place<T>[]): readonly Place<T>[] {
  return [...places].sort((a, b) => a.from - b.from || b.to - a.to);
}
