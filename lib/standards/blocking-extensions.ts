/** An extension that blocks, filters or runs scripts on pages, and how to let claude.ai through it. */
export interface BlockingExtension {
  /** Stands in reports: never changes its meaning. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'blocker' | 'privacy' | 'scripts' | 'user-scripts' | 'security';
  /** Ids in the stores of Chrome, Edge and Firefox. */
  readonly ids: readonly string[];
  /** What to do in it, one step each, as sentences. */
  readonly steps: readonly string[];
  /** Where that is described, and when it was read there (`YYYY-MM-DD`). */
  readonly source: string;
  readonly readAt: string;
}

/** Blockers and privacy tools that many people use. */
export const blockingExtensions: readonly BlockingExtension[] = [];

/** The row of an extension by its id; null for others. */
export function knownBlocker(extensionId: string): BlockingExtension | null {
  return blockingExtensions.find(({ ids }) => ids.includes(extensionId)) ?? null;
}
