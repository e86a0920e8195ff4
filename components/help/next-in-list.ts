/** What follows or stands before the current one; null when the current one is not among them or the last of that way. */
export function nextInList<Item>(items: readonly Item[], current: unknown, step: 1 | -1): Item | null {
  const at = items.findIndex((item) => item === current);
  return at === -1 ? null : (items[at + step] ?? null);
}
