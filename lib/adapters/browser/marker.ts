/**
 * The mark that tells our requests apart: the fragment of their URL, which the browser keeps to itself. A session rule finds its
 * request by it, and so does the watch.
 */
export function markerOf(number: number): string {
  return `cd-${number}`;
}

/** Makes markers that no other document of ours made before: it starts anywhere, and counts on. */
export function createMarkers(): () => string {
  let number = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  number = 1 + (number % lastStart);
  return () => {
    number += 1;
    return markerOf(number);
  };
}

/** The number of a marker, which is its session rule's as well; null for anything else. */
export function numberOf(marker: string): number | null {
  const [, digits] = /^cd-([1-9]\d{0,9})$/.exec(marker) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The marker that a URL carries; null when it carries none. */
export function markerIn(url: string): string | null {
  const at = url.lastIndexOf('#');
  const fragment = url.slice(at + 1);
  return at >= 0 && numberOf(fragment) !== null ? fragment : null;
}

/** Rule numbers are signed 32-bit integers; this leaves a billion of them to count. */
const lastStart = 1_000_000_000;
