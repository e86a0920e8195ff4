import { facts, type FactId } from '../knowledge/facts.ts';
import type { SourceId } from '../knowledge/sources.ts';

/** A page that statements rest on, and the day on which it was last read for one of them. */
export interface FactPage {
  readonly id: SourceId;
  /** RFC 3339 full-date. */
  readonly checkedOn: string;
}

/** The pages that these facts rest on first of all, each once, in the order of the facts, with the earliest of its days. */
export function factPages(ids: readonly FactId[]): readonly FactPage[] {
  const days = new Map<SourceId, string>();
  for (const id of ids) {
    const { sources, checkedOn } = facts[id];
    const known = days.get(sources[0]);
    if (known === undefined || checkedOn < known) days.set(sources[0], checkedOn);
  }
  return [...days].map(([id, checkedOn]) => ({ id, checkedOn }));
}
