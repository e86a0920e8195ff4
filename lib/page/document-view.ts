import type { PageView } from './page-view.ts';

/** A real document as it is read. */
export function documentView(document: Document): PageView {
  return { address: document.location.href, root: document };
}
