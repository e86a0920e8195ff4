/** Where a fact comes from. */
export interface Source {
  /** As the page calls itself; a name, not translated. */
  readonly title: string;
  readonly url: string;
  /** What the source says of its own age: `2026-08-21`, or as much of it as is known (`2026-08`); null when it tells nothing. */
  readonly date: string | null;
  /** `date` was inferred from what the source says, not stated by it. */
  readonly dateInferred: boolean;
  /** Anthropic’s own page, another’s, or reports of users. */
  readonly kind: 'official' | 'third-party' | 'reports';
  /** The page is gone or replaced. */
  readonly retired: boolean;
}
