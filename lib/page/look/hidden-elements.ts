import type { HiddenElement } from '../../kernel/evidence-browser.ts';
import { claudePageElements } from '../../standards/claude-page-elements.ts';
import type { PageWindow } from './page-window.ts';
import { readPageRules, type Hiding } from './page-rules.ts';

interface Cause {
  readonly what: string;
  readonly how: Hiding;
  /** The element that hides it: itself, or one around it. */
  readonly element: HTMLElement;
  /** No other element of this kind is shown. */
  readonly isAll: boolean;
}

/**
 * Parts of Claude's page that stand in the document and are not shown, though nothing of the page explains it. Pages hide much by
 * themselves: what the page hides in a way that can be seen is left out, and where it cannot be seen, a part of which any copy is shown.
 */
export async function hiddenElements(view: PageWindow): Promise<readonly HiddenElement[]> {
  const causes = claudePageElements.flatMap(({ id, selector }) => causesOf(id, selector, view));
  const unexplained = causes.filter(isFirst).filter((cause) => !isHiddenByItself(cause));
  if (unexplained.length === 0) return [];
  const rules = await readPageRules(view);
  return unexplained
    .filter(({ element, how }) => element.isConnected && !rules.mayHide(element, how))
    .map((cause) => ({ cause, isInjected: rules.areWhole && isBaitHidden(cause, view) }))
    .filter(({ cause, isInjected }) => isInjected || cause.isAll)
    .map(({ cause: { what, how }, isInjected }): HiddenElement => ({
      what,
      how,
      by: isInjected ? 'injected' : 'unknown',
    }))
    .filter(isFirstOfItsKind);
}

const mostElements = 20;

function causesOf(what: string, selector: string, view: PageWindow): readonly Cause[] {
  const elements = [...view.document.querySelectorAll<HTMLElement>(selector)].filter(hasContent);
  const hidings = elements.slice(0, mostElements).map((element) => hidingOf(element, view));
  const isAll = !hidings.includes(null);
  return hidings.filter((hiding) => hiding !== null).map((hiding) => ({ what, ...hiding, isAll }));
}

/** What hides one part hides all within it: it is told once, by its outermost part. */
function isFirst({ element }: Cause, at: number, all: readonly Cause[]): boolean {
  return all.findIndex((other) => other.element === element) === at;
}

function isFirstOfItsKind(found: HiddenElement, at: number, all: readonly HiddenElement[]): boolean {
  return all.findIndex(({ what, by }) => what === found.what && by === found.by) === at;
}

function hasContent(element: Element): boolean {
  return element.textContent.trim() !== '' || element.querySelector('img, svg, input, button, canvas') !== null;
}

/** The outermost element that hides this one; null when it is shown. */
function hidingOf(element: HTMLElement, view: PageWindow): Pick<Cause, 'how' | 'element'> | null {
  const chain = chainOf(element);
  const styles = chain.map((each) => view.getComputedStyle(each));
  const none = chain[styles.findIndex(({ display }) => display === 'none')];
  if (none) return { how: 'display', element: none };
  const clear = chain[styles.findIndex(({ opacity }) => opacity === '0')];
  if (clear) return { how: 'opacity', element: clear };
  // It is inherited, and those within may take it back.
  const hidden = chain[styles.findLastIndex(({ visibility }) => visibility === 'visible') + 1];
  return hidden ? { how: 'visibility', element: hidden } : null;
}

/** From the root to the element. */
function chainOf(element: HTMLElement): readonly HTMLElement[] {
  const chain: HTMLElement[] = [];
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement) chain.unshift(each);
  return chain;
}

/** Hidden by their nature, until something opens them. */
const closedSelector = '[hidden], [popover], dialog:not([open]), details:not([open]) *, noscript, template';
/** What the page itself has taken away from everybody, as it does with all that lies behind an open window. */
const withdrawnSelector = '[aria-hidden="true"], [inert]';

/** The element says by itself why it is not shown: by its kind, its attributes, its inline style, or because it is moving. */
function isHiddenByItself({ element, how }: Cause): boolean {
  if (element.matches(closedSelector) || element.closest(withdrawnSelector) !== null) return true;
  if (element.style.getPropertyValue(how) !== '' || element.style.getPropertyValue('all') !== '') return true;
  return element.getAnimations().length > 0;
}

/** A copy of these would load, run or play something. */
const livelySelector =
  'html, script, link, style, iframe, frame, img, picture, source, video, audio, object, embed, form';

/** An injected rule goes by what an element is called: it hides an empty copy that bears the same name for a moment as well. */
function isBaitHidden({ element, how }: Cause, view: PageWindow): boolean {
  if (element.matches(livelySelector) || element.localName.includes('-')) return false;
  const bait = element.cloneNode(false) as HTMLElement;
  element.after(bait);
  try {
    const style = view.getComputedStyle(bait);
    return { display: 'none', visibility: 'hidden', opacity: '0' }[how] === style[how];
  } finally {
    bait.remove();
  }
}
