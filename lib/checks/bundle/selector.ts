/** A kind as messages can choose by it: they know no hyphens there. */
export function selector(kind: string): string {
  return kind.replace(/-(.)/g, (_hyphen, letter: string) => letter.toUpperCase());
}
