/** The tab beside the panel. The same object as long as nothing has changed. */
export interface Beside {
  /** Null when it is not known. */
  readonly tabId: number | null;
  /** Its address, where the person has allowed its host; else null. */
  readonly url: string | null;
  /** Counts the pages that were loaded there. */
  readonly loads: number;
}

/** Beside what the panel stands, and what it can open there; components know no browser. */
export interface PanelPlace {
  /** The window whose panel this is; null when it is not known. */
  readonly windowId: number | null;
  /** The active tab of this window. Where the panel is a tab itself, the last other one. */
  beside(): Beside;
  /** Told when another tab becomes active or shows another page, until the function that it returns is called. */
  onChange(listener: () => void): () => void;
  /** Opens a page of the web beside the panel: where it is Claude’s, in a tab that shows Claude already. */
  openBeside(url: string): void;
  /** Opens one of our own pages in a tab, such as `doctor.html#run=…`. */
  openPage(path: string): void;
}
