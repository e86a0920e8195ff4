/** Headers whose values are read; of all others it only matters whether they are the same afterwards. */
const readable: ReadonlySet<string> = new Set([
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'date',
  'location',
  'non-authoritative-reason',
]);

/** What is kept in place of a header's value. `name` is in lower case. */
export type HeaderMark = (name: string, value: string) => string;

/**
 * Makes marks that are the same for the same value, and from which nobody reads it: cookies, tokens and whatever else pages send are not
 * held. `salt`: two random 32-bit integers, kept to oneself.
 */
export function createHeaderMark([first, second]: readonly [number, number]): HeaderMark {
  return (name, value) => {
    const trimmed = value.trim();
    return readable.has(name) ? trimmed : `${mixed(trimmed, first, 0x01000193)}-${mixed(trimmed, second, 0x5bd1e995)}`;
  };
}

function mixed(text: string, salt: number, factor: number): string {
  let sum = salt | 0;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), factor);
    sum = (sum << 13) | (sum >>> 19);
  }
  // So that the last character reaches every bit.
  sum = Math.imul(sum ^ (sum >>> 15), factor);
  return ((sum ^ (sum >>> 13)) >>> 0).toString(36);
}
