import { privateSelectors } from '../standards/claude-page-selectors.ts';
import type { Budget, ViewElement, ViewNode } from './page-view.ts';
import { plainText } from './plain-text.ts';

/** Elements that stand within a line; all others begin a new one. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'u',
  'var',
  'wbr',
]);

const privateSelector = privateSelectors.join(',');
const longestLine = 2_048;

/** Whether the element stands in, or is, something that is never read. */
export function isPrivate(element: ViewElement): boolean {
  return element.closest(privateSelector) !== null;
}

/**
 * The text below an element, line by line, as a reader sees it and without what is never read. Stops where the budget ends, however
 * large, deep or crowded the page is. `leftOut` names more that is skipped here.
 */
export function textLines(region: ViewElement, budget: Budget, leftOut: readonly string[] = []): readonly string[] {
  const skipped = [...privateSelectors, ...leftOut].join(',');
  const lines: string[] = [];
  let line = '';
  let characters = budget.characters;
  const endLine = () => {
    const plain = plainText(line, longestLine);
    if (plain !== '') lines.push(plain);
    line = '';
  };
  let nodes = budget.nodes;
  let node: ViewNode | null = region.firstChild;
  while (node !== null && nodes > 0 && characters > 0) {
    nodes -= 1;
    if (isElement(node)) {
      if (!inline.has(node.localName)) endLine();
      if (node.firstChild !== null && !node.matches(skipped)) {
        node = node.firstChild;
        continue;
      }
    } else if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').slice(0, characters);
      characters -= text.length;
      line += text;
    }
    node = following(node, region, endLine);
  }
  endLine();
  return lines;
}

/** The next node in document order that is no child of this one; lines end where the elements that are left end. */
function following(from: ViewNode, region: ViewNode, endLine: () => void): ViewNode | null {
  let node: ViewNode | null = from;
  while (node !== null && node !== region) {
    if (isElement(node) && !inline.has(node.localName)) endLine();
    if (node.nextSibling !== null) return node.nextSibling;
    node = node.parentNode;
  }
  return null;
}

function isElement(node: ViewNode): node is ViewElement {
  return node.nodeType === 1;
}
