import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../lib/parsing/markdown.ts';
import { descriptionTree } from '../../../lib/preview/listing/description-tree.ts';

function table(columns: number, rows: number, margin = ''): string {
  const lines = [`|${'a|'.repeat(columns)}`, `|${'-|'.repeat(columns)}`, ...Array<string>(rows).fill('|')];
  return lines.map((line) => `${margin}${line}`).join('\n');
}

function nodesIn(markdown: string): number {
  const count = (nodes: ReturnType<typeof descriptionTree>['children']): number =>
    nodes.reduce((sum, node) => sum + 1 + ('children' in node ? count(node.children) : 0), 0);
  return count(descriptionTree(markdown).children);
}

describe('tables', () => {
  it('are read as such up to 400 cells', () => {
    const { root, isTangled } = readMarkdown(table(10, 39));
    expect({ kind: root.children[0]?.type, isTangled }).toEqual({ kind: 'table', isTangled: false });
  });

  it.each([
    ['one cell more', table(10, 40)],
    ['wide and long within the directory’s limit', table(250, 490)],
    ['wide and long', table(750, 1_490)],
    ['within a quotation', table(40, 40, '> ')],
    ['within a list', `- x\n${table(40, 40, '  ')}`],
    ['many of them', `${table(1, 1)}\n\n`.repeat(250)],
  ])('are plain text beyond them: %s', (_what, markdown) => {
    expect(readMarkdown(markdown).isTangled).toBe(true);
    expect(nodesIn(markdown)).toBeLessThan(10);
  });
});
