import type { Fact } from '../knowledge/fact.ts';

/**
 * Facts whose page should be read again by `today` (RFC 3339 full-date), the longest overdue first; a fact is due on its `reviewBy` day.
 */
export function overdueFacts<Id extends string>(
  facts: Readonly<Record<Id, Fact>>,
  today: string,
): readonly { readonly id: Id; readonly fact: Fact }[] {
  return Object.entries<Fact>(facts)
    .filter(([, fact]) => isOverdue(fact, today))
    .sort(([, one], [, other]) => (one.reviewBy < other.reviewBy ? -1 : Number(one.reviewBy > other.reviewBy)))
    .map(([id, fact]) => ({ id: id as Id, fact }));
}

/** Whether a fact’s page should have been read again by `today`, a day or a moment of it (RFC 3339). */
export function isOverdue({ reviewBy }: Fact, today: string): boolean {
  return reviewBy <= today.slice(0, reviewBy.length);
}
