/** Texts to look for, each standing for something. */
export interface Needles<T> {
  /** `needle` has at least eight UTF-16 code units; a shorter one is left out. The first of equal ones stays. */
  add(needle: string, meaning: T): void;
  get(needle: string): T | undefined;
  /** Where needles stand in a text, in order; of those that begin at one place the longest. */
  find(text: string): readonly Place<T>[];
}

/** From an index of a text to the one after the last. */
export interface Place<T> {
  readonly from: number;
  readonly to: number;
  readonly meaning: T;
}

/** In UTF-16 code units. */
const shortestNeedle = 8;

/** A needle is compared so far at once; what agrees so far is one, as far as it goes: a text may be cut off within it. */
const certainLength = 256;

/** Three code units decide how far a look can leap. */
const block = 3;

/**
 * Makes a collection that finds all its members in one pass, leaping over what can be none (after Wu and Manber), however many
 * there are.
 */
export function createNeedles<T>(): Needles<T> {
  const meanings = new Map<string, T>();
  const leaps = new Uint8Array(0x1_00_00).fill(shortestNeedle - block + 1);
  const buckets = new Map<number, string[]>();
  return {
    get: (needle) => meanings.get(needle),
    add(needle, meaning) {
      if (needle.length < shortestNeedle || meanings.has(needle)) return;
      meanings.set(needle, meaning);
      for (let end = block - 1; end < shortestNeedle; end += 1) {
        const hash = hashAt(needle, end);
        leaps[hash] = Math.min(leaps[hash] ?? 0, shortestNeedle - 1 - end);
      }
      const last = hashAt(needle, shortestNeedle - 1);
      buckets.set(last, [...(buckets.get(last) ?? []), needle]);
    },
    find(text) {
      const places: Place<T>[] = [];
      if (meanings.size === 0) return places;
      let end = shortestNeedle - 1;
      while (end < text.length) {
        const hash = hashAt(text, end);
        const leap = leaps[hash] ?? 0;
        const from = end - shortestNeedle + 1;
        const longest = leap > 0 ? undefined : longestAt(text, from, buckets.get(hash) ?? []);
        const meaning = longest && meanings.get(longest.needle);
        if (longest && meaning !== undefined) places.push({ from, to: longest.to, meaning });
        // Another may begin within it; within a very long one that would cost too much.
        end += longest && longest.to - from > certainLength ? longest.to - from - certainLength : Math.max(1, leap);
      }
      return places;
    },
  };
}

function hashAt(text: string, end: number): number {
  const mixed =
    Math.imul(text.charCodeAt(end), 0x9e37_79b1) ^
    Math.imul(text.charCodeAt(end - 1), 0x85eb_ca6b) ^
    Math.imul(text.charCodeAt(end - 2), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) & 0xffff;
}

function longestAt(
  text: string,
  from: number,
  candidates: readonly string[],
): { readonly needle: string; readonly to: number } | undefined {
  let best: { readonly needle: string; readonly to: number } | undefined;
  for (const needle of candidates) {
    if (!text.startsWith(needle.slice(0, certainLength), from)) continue;
    let length = Math.min(needle.length, certainLength);
    while (length < needle.length && text.charCodeAt(from + length) === needle.charCodeAt(length)) length += 1;
    if (!best || from + length > best.to) best = { needle, to: from + length };
  }
  return best;
}
