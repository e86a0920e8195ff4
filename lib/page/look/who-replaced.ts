import type { ReplacedFunction } from '../../kernel/evidence-browser.ts';
import type { ReplacedSighting } from './page-answer.ts';

type Replacer = ReplacedFunction['by'];

const unknown: Replacer = { kind: 'unknown' };

/**
 * Who put what in place of the browser's functions, from the scripts that were met on the way through them; one entry for each of several
 * that stand one behind the other. `shown` makes an address fit for a report.
 */
export function whoReplaced(
  sightings: readonly ReplacedSighting[],
  shown: (url: string) => string,
): readonly ReplacedFunction[] {
  return sightings.flatMap(({ name, places }) => {
    const all = places.map((place) => replacerAt(place, shown));
    const known = all.filter(({ kind }) => kind !== 'unknown');
    // An extension's helpers made from text have no address of their own.
    const isTold = known.some(({ kind }) => kind === 'extension') || all.length === known.length;
    const each = all.length === 0 ? [unknown] : isTold ? known : [...known, unknown];
    return distinct(each).map((by) => ({ name, by }));
  });
}

function replacerAt(place: string, shown: (url: string) => string): Replacer {
  const [, id] = /^(?:chrome|moz)-extension:\/\/([a-z0-9-]{1,64})(?:\/|$)/i.exec(place) ?? [];
  if (id !== undefined) return { kind: 'extension', id: id.toLowerCase() };
  return /^https?:\/\//i.test(place) ? { kind: 'page', url: shown(place) } : unknown;
}

function distinct(all: readonly Replacer[]): readonly Replacer[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
