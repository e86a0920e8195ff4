/**
 * As much of a document as is read, so that reading needs no browser to be tested; a real `Document` fits.
 */
export interface PageView {
  readonly address: string;
  readonly root: {
    querySelector(selectors: string): unknown;
    querySelectorAll(selectors: string): ArrayLike<ViewElement>;
  };
}

export interface ViewNode {
  /** 1 for elements, 3 for text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: ViewNode | null;
  readonly nextSibling: ViewNode | null;
  readonly parentNode: ViewNode | null;
}

export interface ViewElement extends ViewNode {
  readonly localName: string;
  matches(selectors: string): boolean;
  closest(selectors: string): unknown;
  /** Of input fields. */
  readonly value?: unknown;
}

/** How much of one region is looked at, whatever the page holds. */
export interface Budget {
  readonly nodes: number;
  readonly characters: number;
}
