import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';

/** Where an explanation leads. */
export interface ExplanationActions {
  onGuide(id: GuideId): void;
  /** Begins a check of this connector, as typed or as the text told; what Claude showed goes into its report. */
  onCheck(text: string, shown: PageSighting | null): void;
  /** Searches the help for a text. */
  onSearch(text: string): void;
  /** Opens the look at this browser. */
  onLook(): void;
}
