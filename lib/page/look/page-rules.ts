import { markedAsOurs } from './own-mark.ts';
import type { PageWindow } from './page-window.ts';

/** How something is hidden. */
export type Hiding = 'display' | 'visibility' | 'opacity';

/** The page's own style rules. */
export interface PageRules {
  /** False when there are some that cannot be read. */
  readonly areWhole: boolean;
  /** Whether one of them may be what hides this element, whatever the conditions under which it holds. */
  mayHide(element: Element, how: Hiding): boolean;
}

interface Rule {
  readonly selector: string;
  readonly style: CSSStyleDeclaration;
}

/** Reads the page's rules; those of a sheet from another host are asked for once more, as a copy that is applied to nothing. */
export async function readPageRules(view: PageWindow): Promise<PageRules> {
  const { document } = view;
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].filter(isOfPage);
  const read = await Promise.all(sheets.map((sheet) => rulesOf(sheet, view)));
  const rules = read.flatMap((each) => each ?? []);
  return {
    areWhole: !read.includes(null),
    mayHide: (element, how) => rules.some(({ selector, style }) => hides(style, how) && matches(element, selector)),
  };
}

/** A sheet that an extension has linked explains nothing. */
function isOfPage({ href }: CSSStyleSheet): boolean {
  return href === null || !/^[a-z-]+-extension:/i.test(href);
}

async function rulesOf(sheet: CSSStyleSheet, view: PageWindow): Promise<readonly Rule[] | null> {
  const readable = readRules(sheet);
  if (readable !== null || sheet.href === null) return readable;
  try {
    const answer = await view.fetch(markedAsOurs(sheet.href), { cache: 'force-cache', credentials: 'omit' });
    if (!answer.ok) return null;
    const copy = new view.CSSStyleSheet();
    copy.replaceSync(await answer.text());
    return readRules(copy);
  } catch {
    return null;
  }
}

/** Null where the browser does not let them be read. */
function readRules(sheet: CSSStyleSheet): readonly Rule[] | null {
  try {
    return [...sheet.cssRules].flatMap((rule) => rulesIn(rule, null));
  } catch {
    return null;
  }
}

/** Every rule, however deep; one that is nested is written out with what it is nested in. */
function rulesIn(rule: CSSRule, parent: string | null): readonly Rule[] {
  const { selectorText, style, cssRules, styleSheet } = rule as Partial<CSSStyleRule & CSSImportRule>;
  if (styleSheet) return [...styleSheet.cssRules].flatMap((each) => rulesIn(each, null));
  const selector = selectorText === undefined ? parent : writtenOut(selectorText, parent);
  const own = style && selector !== null ? [{ selector, style }] : [];
  return [...own, ...[...(cssRules ?? [])].flatMap((each) => rulesIn(each, selector))];
}

function writtenOut(selector: string, parent: string | null): string {
  // Where its scope begins is not looked at: a rule rather explains too much than too little.
  const free = selector.replaceAll(':scope', '*');
  if (parent === null) return free.replaceAll('&', '*');
  return free.includes('&') ? free.replaceAll('&', `:is(${parent})`) : `:is(${parent}) :is(${free})`;
}

const hidingValues: Readonly<Record<Hiding, RegExp>> = {
  display: /^none$|\(/,
  visibility: /^(hidden|collapse)$|\(/,
  opacity: /^0*\.?0+%?$|\(/,
};

/** What is worked out elsewhere (variables, functions) may come to anything. */
function hides(style: CSSStyleDeclaration, how: Hiding): boolean {
  return hidingValues[how].test(style.getPropertyValue(how)) || style.getPropertyValue('all') !== '';
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
