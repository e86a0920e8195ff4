/** What an author can start from a report of their own. */
export interface AuthorActions {
  /** Makes the check once more, with Google’s favicon service asked. */
  askGoogle(): void;
  /** Makes the check once more, with a sign-in; null where there is none to make. */
  readonly signIn: (() => void) | null;
}

/** Other tabs of the same report to which the preview leads. */
export type PreviewLead = 'overview' | 'findings' | 'readiness';
