import type { ReactNode } from 'react';

/** One screen in one state. */
export interface GalleryState {
  /** `screen/state`, such as `popup/broken`. */
  readonly name: string;
  /** The screen's usual width in pixels. */
  readonly width: number;
  show(): ReactNode;
}
