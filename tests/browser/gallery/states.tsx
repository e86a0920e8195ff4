import type { GalleryState } from './gallery-state.ts';
import { popupStates } from './popup-states.tsx';

/** Every state that is looked at: light and dark, narrow and zoomed, with axe. One line a list. */
export const states: readonly GalleryState[] = [...popupStates];
