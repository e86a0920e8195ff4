import type { PageWindow } from './page-window.ts';

/** A window in which no script has run yet; null where the page allows none. */
export interface Pristine {
  readonly view: PageWindow | null;
  /** Takes it out of the document. */
  close(): void;
}

/** Opens an empty frame of the page's own origin, which shows nothing and loads nothing. To be closed within the same task. */
export function openPristine({ document }: PageWindow): Pristine {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  return {
    view: viewOf(frame),
    close: () => {
      frame.remove();
    },
  };
}

function viewOf(frame: HTMLIFrameElement): PageWindow | null {
  try {
    const view = frame.contentWindow as PageWindow | null;
    return typeof view?.Function === 'function' ? view : null;
  } catch {
    // A policy (`sandbox`) may make it a stranger's.
    return null;
  }
}

/** How a function prints, by the `toString` of a window that nobody has touched; '' for what is no function. */
export function textOf(value: unknown, { view }: Pristine): string {
  if (typeof value !== 'function') return '';
  const { toString } = (view ?? globalThis).Function.prototype;
  // Browsers break these lines differently.
  return Reflect.apply(toString, value, []).replace(/\s+/g, ' ');
}
