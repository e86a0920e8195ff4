import type { Reader } from '../../lib/guides/guide.ts';

/** The parts that a guide offers: that of whoever runs the server first, where they said that they do. */
export function readersInOrder(readers: readonly Reader[], isOwn: boolean): readonly Reader[] {
  return isOwn ? readers.toSorted((a, b) => Number(b === 'author') - Number(a === 'author')) : readers;
}
