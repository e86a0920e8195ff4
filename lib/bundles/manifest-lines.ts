import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

/** Members and places in lists, from the outermost. */
export type JsonPath = readonly (string | number)[];

/** The line, counted from 1, on which a member stands. */
export type LineFinder = (path: JsonPath) => number | null;

/** Finds lines in a JSON text: of what is not there, that of what would hold it. Null where the text has no tree at all. */
export function createLineFinder(text: string): LineFinder {
  const root = parseTree(text);
  const starts = lineStarts(text);
  return (path) => {
    if (root === undefined) return null;
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(root, path.slice(0, length));
      if (node !== undefined) return lineOfOffset(starts, node.offset);
    }
    return null;
  };
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return lineOfOffset(lineStarts(text), offset);
}

/** Of a member, where its name begins. */
function nodeAt(root: Node, path: JsonPath): Node | undefined {
  const node = findNodeAtLocation(root, [...path]);
  return node?.parent?.type === 'property' ? node.parent : node;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|[\r\n]/g)].map(({ index, 0: end }) => index + end.length)];
}

function lineOfOffset(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
