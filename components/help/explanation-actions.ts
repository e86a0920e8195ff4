import type { GuideId } from '../../lib/guides/guide-id.ts';

/** Where an explanation leads. */
export interface ExplanationActions {
  onGuide(id: GuideId): void;
  /** Fills the text into the field of a check and begins it; empty where the connector's address has to be asked for. */
  onCheck(text: string): void;
  /** Opens the look at this browser. */
  onLook(): void;
}
