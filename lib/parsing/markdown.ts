import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Characters (UTF-16) that are read of a Markdown text; the directory takes 2,000. */
export const longestMarkdown = 6_000;

export interface Markdown {
  readonly root: Root;
  /** Its marks are piled up as nobody writes them: it was taken for plain text. */
  readonly isTangled: boolean;
}

/**
 * Reads Markdown (CommonMark with GitHub’s extensions, without footnotes) into a tree, with positions. What is longer than
 * `longestMarkdown` is cut, and a tangled text becomes one paragraph: the parser’s time grows with the square or the cube of some marks.
 * @see https://github.github.com/gfm/
 */
export function readMarkdown(markdown: string): Markdown {
  const text = markdown.slice(0, longestMarkdown);
  const root = isTangled(text) ? null : fromMarkdown(text, options);
  return root === null || cellsIn(root) > mostCells
    ? { root: asPlainText(text), isTangled: true }
    : { root, isTangled: false };
}

/** Of all tables together, as they are drawn: each row is filled up to the width of its table, so few characters make many cells. */
const mostCells = 400;

function cellsIn(node: Nodes): number {
  if (node.type === 'table') return (node.align ?? []).length * node.children.length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + cellsIn(child), 0) : 0;
}

const options: Parameters<typeof fromMarkdown>[1] = {
  extensions: [gfm(), { disable: { null: ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'] } }],
  mdastExtensions: [gfmFromMarkdown()],
};

/** A text of 2,000 characters that is meant to be read stays far below these. */
const most = { brackets: 400, emphasis: 1_000, containersOfLine: 12, containers: 400, indentation: 60 } as const;

function isTangled(text: string): boolean {
  if (count(text, /[[\]]/g) > most.brackets || count(text, /[*_~]/g) > most.emphasis) return true;
  let containers = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const own = count(/^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/.exec(line)?.[0] ?? '', />|[-+*]|\d+/g);
    const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (own > most.containersOfLine || indentation > most.indentation) return true;
    containers += own;
  }
  return containers > most.containers;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function asPlainText(value: string): Root {
  const start = { line: 1, column: 1, offset: 0 };
  const position = { start, end: start };
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value, position }], position };
  return { type: 'root', children: [paragraph], position };
}
