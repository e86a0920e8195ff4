import type { PlaceId } from '../../lib/knowledge/places.ts';
import type { ExplanationActions } from './explanation-actions.ts';

/** Where a search leads. */
export interface SearchActions extends ExplanationActions {
  /** Explains a text where there is room for all of it. */
  onExplain(text: string): void;
  /** Opens a page beside the panel. */
  onPlace(id: PlaceId): void;
}
